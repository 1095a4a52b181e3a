import { describe, expect, test } from 'vitest'
import { followTab, type TabPorts, type TabState } from '#lib/app/follow-tab.ts'
import type { AnyRead, PageRead, ReadResult } from '#lib/domain/capture.ts'
import { listRead } from '#tests/domain/samples.ts'
import { readPerson } from '#tests/support/app-world.ts'

/** A window with one tab, whose address and page change apart, and a clock that only the test moves. */
function tabWorld(start: { url: string; page: string | AnyRead }) {
  const world = {
    url: start.url as string | undefined,
    loadedAt: start.url,
    page: start.page,
    access: true,
    readsMail: false,
    reads: 0,
    shown: [] as TabState[],
  }
  let now = 0
  let waiting: { at: number; go: () => void }[] = []
  let changed: () => void = () => undefined
  const ports: TabPorts = {
    activeTab: () => Promise.resolve({ id: 1, url: world.url, loading: false }),
    watch: (listener) => {
      changed = listener
      return () => undefined
    },
    read: () => {
      world.reads += 1
      const url = world.url ?? ''
      const result = typeof world.page === 'string' ? personOf(world.page) : world.page
      const read: PageRead = { url, loadedAt: world.loadedAt, result }
      return Promise.resolve({ kind: 'read', read, at: url })
    },
    siteOf: (url) =>
      url.includes('linkedin.com') ? 'linkedin' : url.includes('mail.google') ? 'mail' : 'other',
    hasAccess: () => Promise.resolve(world.access),
    readsMail: () => Promise.resolve(world.readsMail),
    wait: (ms) => new Promise((go) => waiting.push({ at: now + ms, go })),
    ticks: () => now,
  }
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
  }
  const follower = followTab(ports)
  follower.subscribe(() => world.shown.push(follower.get()))
  return {
    follower,
    settle,
    world,
    changed: async () => {
      changed()
      await settle()
    },
    /** Time passes in steps of 50 ms. */
    pass: async (ms: number) => {
      for (const end = now + ms; now < end; now += 50) {
        const due = waiting.filter(({ at }) => at <= now)
        waiting = waiting.filter(({ at }) => at > now)
        for (const { go } of due) go()
        await settle()
      }
    },
  }
}

/** A page that carries its slug, or, as `plain:<name>`, nothing that proves whose it is. */
function personOf(page: string): ReadResult {
  const plain = page.startsWith('plain:')
  const slug = page.replace('plain:', '')
  const { read } = readPerson(slug, { name: slug, location: 'Lisbon' })
  return { ...read, proof: { slugs: plain ? [] : [slug], topCard: `card of ${slug}` } }
}

const profile = (slug: string): string => `https://www.linkedin.com/in/${slug}/`
const nameOf = (state: TabState): string | null =>
  state.kind === 'read' && state.read.result.kind === 'person'
    ? (state.read.result.fields.name?.value ?? null)
    : null

describe('the tab that is followed', () => {
  test('shows the person of a page that was loaded at its address', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'plain:ada' })
    await tab.settle()
    expect(nameOf(tab.follower.get())).toBe('ada')
    expect(tab.world.reads).toBe(1)
  })

  for (const page of ['ben', 'plain:ben']) {
    test(`the address first, the page 3 s later (${page}): never a wrong or mixed person`, async () => {
      const tab = tabWorld({ url: profile('ada'), page: page.replace('ben', 'ada') })
      await tab.settle()
      tab.world.url = profile('ben')
      await tab.changed()
      expect(tab.follower.get().kind).toBe('reading')
      await tab.pass(3_000)
      expect(tab.follower.get().kind).toBe('reading')
      tab.world.page = page
      await tab.pass(6_000)
      expect(nameOf(tab.follower.get())).toBe('ben')
      for (const state of tab.world.shown) {
        if (state.kind === 'read') expect(nameOf(state)).toBe(state.url === profile('ben') ? 'ben' : 'ada')
      }
    })
  }

  test('an answer that comes for an older address is dropped', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    tab.world.url = profile('ben')
    tab.world.page = 'ben'
    await tab.changed()
    await tab.pass(1_000)
    expect(tab.world.shown.map(nameOf).filter(Boolean)).toEqual(['ben'])
  })

  test('after 15 s of somebody else it says so, and reads again when asked', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    await tab.settle()
    tab.world.url = profile('ben')
    await tab.changed()
    await tab.pass(14_500)
    expect(tab.follower.get().kind).toBe('reading')
    await tab.pass(1_000)
    expect(tab.follower.get()).toEqual({ kind: 'late', url: profile('ben') })
    tab.world.page = 'ben'
    tab.follower.readAgain()
    await tab.settle()
    expect(nameOf(tab.follower.get())).toBe('ben')
  })

  test('titles that change all the time do not prolong the 15 s', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    await tab.settle()
    tab.world.url = profile('ben')
    for (let times = 0; times < 40; times++) {
      await tab.changed()
      await tab.pass(500)
    }
    expect(tab.follower.get().kind).toBe('late')
  })

  test('reads once for each address, however many events come', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    await tab.settle()
    for (let times = 0; times < 5; times++) await tab.changed()
    expect(tab.world.reads).toBe(1)
  })

  test('a login wall that stands still is told as one, without a person', async () => {
    const tab = tabWorld({ url: profile('ada'), page: { kind: 'notThisPage', reason: 'authwall' } })
    await tab.pass(6_000)
    expect(tab.follower.get()).toMatchObject({ kind: 'read', read: { result: { reason: 'authwall' } } })
  })

  test('withdrawn access is told as such and never as an unreadable page; given again, it reads', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    tab.world.access = false
    tab.world.url = undefined
    await tab.changed()
    expect(tab.follower.get()).toEqual({ kind: 'noAccess', site: 'linkedin' })
    tab.world.access = true
    tab.world.url = profile('ada')
    await tab.changed()
    expect(nameOf(tab.follower.get())).toBe('ada')
  })

  test('mail is read only when that is switched on, or asked for', async () => {
    const thread: ReadResult = {
      kind: 'thread', generation: 'gmail', reader: 'test', threadId: 't1', subject: 'Hi',
      participants: [{ address: 'ada@probe.example', name: 'Ada' }],
    } // oxfmt-ignore
    const tab = tabWorld({ url: 'https://mail.google.com/mail/u/0/#inbox/abc', page: thread })
    await tab.settle()
    expect(tab.follower.get().kind).toBe('mailOff')
    expect(tab.world.reads).toBe(0)
    tab.follower.readAgain()
    await tab.pass(200)
    expect(tab.follower.get()).toMatchObject({ kind: 'read', read: { result: { kind: 'thread' } } })
  })

  test('a top card that is still being drawn is completed, not left half read', async () => {
    const half = personOf('ada')
    if (half.kind !== 'person') throw new Error('a person')
    delete half.fields.headline
    const tab = tabWorld({ url: profile('ada'), page: half })
    await tab.settle()
    expect(nameOf(tab.follower.get())).toBe('ada')
    tab.world.page = 'ada'
    await tab.pass(1_000)
    expect(tab.follower.get()).toMatchObject({ read: { result: { fields: { headline: {} } } } })
  })

  test('a list is never that of the page before, and is read again until it stands', async () => {
    const search = 'https://www.linkedin.com/search/results/people/?keywords=boats'
    const tab = tabWorld({ url: search, page: listRead(['ada', 'ben']) })
    await tab.pass(400)
    tab.world.url = `${search}&page=2&sid=x`
    await tab.changed()
    await tab.pass(3_000)
    expect(tab.follower.get().kind).toBe('reading')
    tab.world.page = listRead(['cleo'])
    await tab.pass(1_000)
    tab.world.page = listRead(['cleo', 'dan'])
    await tab.pass(6_000)
    expect(rowsOf(tab.follower.get())).toEqual(['cleo', 'dan'])
    for (const state of tab.world.shown)
      if (state.kind === 'read') expect(rowsOf(state).includes('ada')).toBe(!state.url.includes('page=2'))
  })

  test('what LinkedIn adds to the address for counting is no new list', async () => {
    const search = 'https://www.linkedin.com/search/results/people/?keywords=boats'
    const tab = tabWorld({ url: search, page: listRead(['ada']) })
    await tab.pass(400)
    tab.world.url = `${search}&origin=FACETED_SEARCH&sid=abc`
    await tab.changed()
    expect(rowsOf(tab.follower.get())).toEqual(['ada'])
  })

  test('the contact dialog and a page of positions complete the person and never take their place', async () => {
    const tab = tabWorld({ url: profile('ada'), page: 'ada' })
    await tab.settle()
    tab.world.url = `${profile('ada')}details/experience/`
    tab.world.page = {
      kind: 'details', generation: 'sdui', reader: 'test', page: 'experience',
      fields: { slug: { value: 'ada', strategy: 'address', confidence: 'sure' } },
      experience: [{ title: 'Rower', company: 'Old Mill', start: null, end: null, location: null }],
    } // oxfmt-ignore
    await tab.changed()
    await tab.pass(500)
    expect(tab.follower.get()).toMatchObject({ read: { result: { kind: 'person', experience: [{}] } } })
    expect(tab.world.shown.slice(1).map(nameOf)).not.toContain(null)
  })
})

function rowsOf(state: TabState): (string | null)[] {
  return state.kind === 'read' && state.read.result.kind === 'people'
    ? state.read.result.rows.map(({ slug }) => slug)
    : []
}
