import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partedChanges } from '#lib/app/same-person.ts'
import type { Change } from '#lib/store/store.ts'
import { syncStatus } from '#lib/sync/status.ts'
import { syncOnce } from '#lib/sync/engine.ts'
import { unpair } from '#lib/sync/pairing.ts'
import type { Database } from '#server/database.ts'
import { migrate } from '#server/migrate.ts'
import { openPglite } from '#tests/server/support/pglite.ts'
import { createWorld, type World } from '#tests/server/support/world.ts'
import {
  accountIdOf,
  contactIdOf,
  enrollmentIdOf,
  idOf,
  sampleAccount,
  sampleEnrollment,
  sampleNote,
  sampleTouch,
  sourced,
} from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { createBrowser, type Browser } from '#tests/support/sync-world.ts'

let db: Database
beforeAll(async () => {
  db = await openPglite()
  await migrate(db)
})
afterAll(() => db.close())

const world = (practice = false): Promise<World> => createWorld(db, practice)
const statusOf = (browser: Browser): ReturnType<typeof syncStatus> =>
  syncStatus({
    store: browser.store,
    kv: browser.profile.kv,
    db: 'baton',
    now: () => browser.profile.clock.now,
  })
const onServer = async ({ sql, ws }: World): Promise<Record<string, unknown>[]> =>
  sql('select t, id, f, del, erased from record where ws = $1 order by rev', [ws])

async function two(server: World): Promise<[Browser, Browser]> {
  const [one, other] = [await createBrowser(server, 1), await createBrowser(server, 2)]
  await one.pair()
  await other.pair()
  return [one, other]
}

/** What anybody is shown of the people. */
async function shownBy({ store }: Browser): Promise<string> {
  return JSON.stringify((await store.searchContacts('', { limit: 10 })).contacts)
}

describe('one exchange', () => {
  test('what was made before pairing arrives, and a second browser sees it', async () => {
    const [one, other] = [await createBrowser(await world(), 1), null]
    expect(other).toBeNull()
    expect(await statusOf(one)).toMatchObject({ state: 'local', waiting: 0, server: null })
    expect(await one.sync()).toEqual({ kind: 'local' })
  })

  test('edits from before and after pairing come to the second browser, and back', async () => {
    const server = await world()
    const one = await createBrowser(server, 1)
    await commitAll(one.store, [
      putContact(1),
      { t: 'enrollment', id: enrollmentIdOf(1), k: 'put', f: sampleEnrollment() },
    ])
    await one.pair()
    await one.settle()
    await commitAll(one.store, [{ t: 'touch', id: idOf(1, 8), k: 'put', f: sampleTouch() }])
    expect(await statusOf(one)).toMatchObject({ state: 'waiting', waiting: 1, server: 'http://server.test' })
    await one.settle()
    expect(await statusOf(one)).toMatchObject({ state: 'ok', waiting: 0 })
    const other = await createBrowser(server, 2)
    await other.pair()
    await other.settle()
    expect((await other.store.get('contact', contactIdOf(1)))?.name.value).toBe('Ada Sample')
    expect(await other.store.touchesOf(enrollmentIdOf(1))).toHaveLength(1)
    await commitAll(other.store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { status: 'engaged' } }])
    await other.settle()
    await one.settle()
    expect((await one.store.get('contact', contactIdOf(1)))?.status).toBe('engaged')
    expect(await onServer(server)).toHaveLength(3)
  })

  test('offline nothing is lost, the status says since when, and it goes on by itself', async () => {
    const server = await world()
    const [one, other] = await two(server)
    one.line.offline = true
    await commitAll(one.store, [putContact(1)])
    const outcome = await one.sync()
    expect(outcome.kind).toBe('again')
    const since = new Date(one.profile.clock.now).toISOString()
    one.profile.clock.now += 60_000
    await one.sync()
    expect(await statusOf(one)).toMatchObject({ state: 'offline', waiting: 1, since })
    // It does not press on before its time.
    const requests = one.line.requests
    expect((await syncOnce(one.deps)).kind).toBe('again')
    expect(one.line.requests).toBe(requests)
    one.line.offline = false
    await one.settle()
    await other.settle()
    expect(await other.store.get('contact', contactIdOf(1))).toBeDefined()
    expect(await statusOf(one)).toMatchObject({ state: 'ok', waiting: 0, since: null })
  })

  test('a lost answer and a doubled request change nothing', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1)])
    one.line.next = ['answer']
    await one.sync()
    expect(await one.store.pendingCount()).toBe(1)
    await commitAll(one.store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } }])
    one.line.next = ['twice']
    await one.settle()
    await other.settle()
    expect((await other.store.get('contact', contactIdOf(1)))?.zone).toBe('UTC')
    expect(await onServer(server)).toHaveLength(1)
  })

  test('more than one batch goes through, groups whole, and mirrors are renamed', async () => {
    const server = await world()
    const [one, other] = await two(server)
    for (let from = 0; from < 3; from++) {
      const changes = Array.from({ length: 300 }, (_, n) =>
        putContact(from * 300 + n + 1, { slug: sourced(`p${from}-${n}`) }),
      )
      await commitAll(one.store, changes)
    }
    await one.settle()
    await other.settle()
    expect((await other.store.searchContacts('', { limit: 2_000 })).contacts).toHaveLength(900)
    const keys = [...one.profile.kv.entries.keys()]
    expect(keys.filter((key) => key.includes('.ob.'))).toEqual([])
    expect(keys.filter((key) => key.includes('.ak.'))).toHaveLength(900)
    await one.store.sync.prune()
    one.profile.clock.now += 8 * 86_400_000
    await one.store.sync.prune()
    expect([...one.profile.kv.entries.keys()].filter((key) => key.includes('.ak.'))).toEqual([])
  })

  test('a whole loss of the database heals from the server and from what waited', async () => {
    const server = await world()
    const [one] = await two(server)
    await commitAll(one.store, [putContact(1), putContact(2, { slug: sourced('bea') })])
    await one.settle()
    one.profile.clock.now += 8 * 86_400_000
    await one.store.sync.prune()
    await commitAll(one.store, [
      { t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } },
      { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() },
    ])
    await one.restart({ losesDatabase: true })
    expect(await one.store.notesOf(contactIdOf(1), 9)).toHaveLength(1)
    expect(await one.store.pendingCount()).toBe(2)
    await commitAll(one.store, [putContact(3, { slug: sourced('cleo') })])
    await one.settle()
    expect((await one.store.get('contact', contactIdOf(1)))?.zone).toBe('UTC')
    expect(await one.store.get('contact', contactIdOf(2))).toBeDefined()
    expect(await onServer(server)).toHaveLength(4)
  })
})

describe('disagreements', () => {
  test('a cloned profile gets new numbers, and no edit of either is lost', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1)])
    await one.settle()
    const clone = await createBrowser(server, 3)
    await clone.pair()
    const counters = await one.store.sync.counters()
    // What a copied profile folder does: the same client id goes on at two places.
    await cloneInto(one, clone)
    expect((await clone.store.sync.counters()).client).toBe(counters.client)
    await commitAll(one.store, [{ t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote({ body: 'one' }) }])
    await commitAll(clone.store, [{ t: 'note', id: idOf(2, 5), k: 'put', f: sampleNote({ body: 'clone' }) }])
    await one.settle()
    await clone.settle()
    await one.settle()
    await other.settle()
    expect((await other.store.notesOf(contactIdOf(1), 9)).map(({ body }) => body).toSorted()).toEqual([
      'clone',
      'one',
    ])
    expect((await clone.store.sync.counters()).client).not.toBe(counters.client)
  })

  test('a server restored from an old backup gets everything again', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1)])
    await one.settle()
    await other.settle()
    const backup = await server.sql('select head from workspace where ws = $1', [server.ws])
    await commitAll(one.store, [
      { t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } },
      putContact(2, { slug: sourced('bea') }),
    ])
    await commitAll(other.store, [putContact(3, { slug: sourced('cleo') })])
    await one.settle()
    await other.settle()
    await restoreServer(server, Number(backup[0]?.['head']))
    for (const browser of [one, other, one]) await browser.settle()
    for (const browser of [one, other]) {
      expect((await browser.store.searchContacts('', { limit: 9 })).contacts).toHaveLength(3)
      expect((await browser.store.get('contact', contactIdOf(1)))?.zone).toBe('UTC')
      expect(await browser.store.pendingCount()).toBe(0)
    }
    expect(await onServer(server)).toHaveLength(3)
  })

  test('a queue is never dropped when the server refuses the token; pairing again sends it', async () => {
    const server = await world()
    const [one] = await two(server)
    await server.sql('update device set revoked_at = now() where ws = $1', [server.ws])
    await commitAll(one.store, [putContact(1)])
    expect(await one.sync()).toEqual({ kind: 'signed-out', code: 'CLIENT_REVOKED' })
    expect(await statusOf(one)).toMatchObject({ state: 'signed-out', waiting: 1, code: 'CLIENT_REVOKED' })
    expect((await one.store.exportUnsent()).operations).toHaveLength(1)
    const requests = one.line.requests
    expect((await syncOnce(one.deps)).kind).toBe('signed-out')
    expect(one.line.requests).toBe(requests)
    await one.pair()
    await one.settle()
    expect(await onServer(server)).toHaveLength(1)
  })

  test('a refused edit leaves the queue, its text stays in view under a mark, until it is dropped', async () => {
    const server = await world()
    const [one] = await two(server)
    await commitAll(one.store, [putContact(1)])
    await one.settle()
    // The server refuses what is over 256 KiB (SPEC R12).
    const about = sourced('long '.repeat(3_900))
    const phones = Array.from({ length: 20 }, () => about)
    await commitAll(one.store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { phones } }])
    await commitAll(one.store, [{ t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() }])
    await one.settle()
    expect(await statusOf(one)).toMatchObject({
      state: 'rejected',
      waiting: 0,
      rejected: [{ t: 'contact', id: contactIdOf(1), code: 'BAD_VALUE' }],
    })
    expect((await one.store.get('contact', contactIdOf(1)))?.phones).toHaveLength(20)
    await one.restart({ losesDatabase: true })
    expect((await one.store.rejectedOps())[0]?.op.f?.['phones']).toHaveLength(20)
    await one.settle()
    await one.store.dropRejected('contact', contactIdOf(1))
    expect((await one.store.get('contact', contactIdOf(1)))?.phones).toEqual([])
    expect(await statusOf(one)).toMatchObject({ state: 'ok', rejected: [] })
  })

  test('whatever changes what is shown changes the version: edits, pulls, refusals, drops, Undo, a lost database', async () => {
    const server = await world()
    const [one, other] = await two(server)
    const phones = Array.from({ length: 20 }, () => sourced('long '.repeat(3_900)))
    const tooLong: Change = { t: 'contact', id: contactIdOf(1), k: 'patch', f: { phones } }
    let group = ''
    const happen: (() => Promise<unknown>)[] = [
      async () => (group = await commitAll(one.store, [putContact(1)])),
      () => one.settle(),
      () => one.store.undo(group),
      () => commitAll(one.store, [putContact(1)]),
      () => one.settle(),
      async () => {
        await other.settle()
        await commitAll(other.store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } }])
        await other.settle()
      },
      () => one.settle(),
      () => commitAll(one.store, [tooLong]),
      () => one.settle(),
      () => one.store.dropRejected('contact', contactIdOf(1)),
      () => one.restart({ losesDatabase: true }),
      () => one.settle(),
      () => commitAll(one.store, [{ t: 'contact', id: contactIdOf(1), k: 'del' }]),
    ]
    let [shown, version, changes] = [await shownBy(one), await one.store.version(), 0]
    for (const [step, act] of happen.entries()) {
      await act()
      const [now, then] = [await shownBy(one), shown]
      if (now !== then) {
        changes += 1
        expect(await one.store.version(), `step ${String(step)}`).not.toBe(version)
      }
      ;[shown, version] = [now, await one.store.version()]
    }
    expect(changes).toBeGreaterThanOrEqual(6)
    expect(await one.store.version()).toBe(version)
  })

  test('a server that is told to wait with Retry-After is left alone until then', async () => {
    const [one] = await two(await world())
    one.line.intercept = async () =>
      new Response(JSON.stringify({ type: 'x', title: 'x', status: 503, code: 'BUSY' }), {
        status: 503,
        headers: { 'retry-after': '120' },
      })
    const outcome = await one.sync()
    expect(outcome).toEqual({ kind: 'again', at: one.profile.clock.now + 120_000 })
  })

  test('a server that answers nonsense breaks nothing', async () => {
    const server = await world()
    const [one] = await two(server)
    await commitAll(one.store, [putContact(1)])
    for (const body of ['', '<html>', '[]', '{"changes":1}', 'null']) {
      one.line.intercept = async () => new Response(body, { status: 200 })
      expect((await one.sync()).kind).toBe('again')
    }
    one.line.intercept = async (_path, response) => {
      const answer = (await response.json()) as { changes: unknown[]; results: unknown[] }
      answer.changes.unshift(
        { t: 'contact', id: 'no-id', rev: 1, f: {} },
        { t: 'contact', id: contactIdOf(7), rev: 1, f: { name: '<img>' } },
        { t: 'spaceship', id: contactIdOf(8), rev: 1, f: { a: 1 } },
        { t: '__proto__', id: contactIdOf(9), rev: 1, f: { a: 1 } },
        7,
      )
      answer.results.push({ client: 'x', seq: 'y' }, null)
      return Response.json(answer)
    }
    await one.settle()
    expect((await one.store.searchContacts('', { limit: 9 })).contacts.map(({ id }) => id)).toEqual([
      contactIdOf(1),
    ])
    expect(await one.store.pendingCount()).toBe(0)
  })

  test('killed before every single step of a run, it comes to the same end', async () => {
    const server = await world()
    for (let cut = 8; cut < 60; cut += 1) {
      const one = await createBrowser(server, 100 + cut)
      await one.pair()
      const n = 1_000 + cut
      await commitAll(one.store, [putContact(n, { slug: sourced(`cut-${cut}`) })])
      await one.restart({ fate: (step) => (step >= cut ? 'stop' : 'go') }).catch(() => null)
      await one.sync().catch(() => null)
      await one.restart()
      await one.settle()
      expect(await one.store.pendingCount()).toBe(0)
      const rows = await server.sql('select f from record where ws = $1 and id = $2', [
        server.ws,
        contactIdOf(n),
      ])
      expect(rows, `cut ${cut}`).toHaveLength(1)
      expect((await one.store.get('contact', contactIdOf(n)))?.slug?.value).toBe(`cut-${cut}`)
    }
  })
})

describe('pairing', () => {
  test('leaving keeps every record and heals without a server; coming back sends only what changed', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1), putContact(2, { slug: sourced('bea') })])
    await one.settle()
    await unpair(one.deps)
    expect(await statusOf(one)).toMatchObject({ state: 'local', waiting: 0 })
    await commitAll(one.store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } }])
    await one.restart({ losesDatabase: true })
    expect((await one.store.searchContacts('', { limit: 9 })).contacts).toHaveLength(2)
    await other.settle()
    await commitAll(other.store, [
      { t: 'contact', id: contactIdOf(2), k: 'patch', f: { zone: 'Asia/Tokyo' } },
    ])
    await other.settle()
    await one.pair()
    await one.settle()
    await other.settle()
    for (const browser of [one, other]) {
      expect((await browser.store.get('contact', contactIdOf(1)))?.zone).toBe('UTC')
      expect((await browser.store.get('contact', contactIdOf(2)))?.zone).toBe('Asia/Tokyo')
    }
  })

  test('practice records go to no server but one for practice', async () => {
    const [real, range] = [await world(), await world(true)]
    const one = await createBrowser(real, 1)
    await commitAll(one.store, [putContact(1, { practice: true }), putContact(2, { slug: sourced('bea') })])
    await one.pair()
    await commitAll(one.store, [
      { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote({ practice: true }) },
      { t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } },
    ])
    await one.settle()
    expect((await onServer(real)).map(({ id }) => id)).toEqual([contactIdOf(2)])
    expect(await one.store.pendingCount()).toBe(0)
    await one.restart({ losesDatabase: true })
    expect(await one.store.practiceIds()).toHaveLength(2)
    const practiced = await createBrowser(range, 2)
    await commitAll(practiced.store, [putContact(1, { practice: true })])
    await practiced.pair()
    await practiced.settle()
    expect((await onServer(range)).map(({ id }) => id)).toEqual([contactIdOf(1)])
  })

  test('erasing reaches server and second browser, and leaves no text in the queue', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1), putContact(2, { slug: sourced('bea') })])
    one.line.next = ['answer']
    await one.sync()
    await commitAll(one.store, [{ t: 'contact', id: contactIdOf(1), k: 'erase' }])
    await one.settle()
    await other.settle()
    expect(await other.store.get('contact', contactIdOf(1))).toBeUndefined()
    expect(await other.store.get('contact', contactIdOf(2))).toBeDefined()
    const rows = await onServer(server)
    expect(rows.find(({ id }) => id === contactIdOf(1))).toMatchObject({ f: {}, erased: true })
    expect([...one.profile.kv.entries.values()].join()).not.toContain('ada-sample')
    expect(await one.store.rejectedOps()).toEqual([])
  })
})

describe('twins', () => {
  test('two browsers that saved one person end with one contact, its notes together, in every order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const server = await world()
      const browsers = await two(server)
      const [one, other] = browsers
      await commitAll(one.store, [
        putContact(1, { status: 'working' }),
        { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() },
        { t: 'enrollment', id: enrollmentIdOf(1), k: 'put', f: sampleEnrollment() },
      ])
      await commitAll(other.store, [
        putContact(2, { emails: [sourced('ada@sample.test')] }),
        { t: 'note', id: idOf(2, 5), k: 'put', f: sampleNote({ contactId: contactIdOf(2) }) },
        {
          t: 'enrollment',
          id: enrollmentIdOf(2),
          k: 'put',
          f: sampleEnrollment({ contactId: contactIdOf(2) }),
        },
        {
          t: 'touch',
          id: idOf(1, 8),
          k: 'put',
          f: sampleTouch({ contactId: contactIdOf(2), enrollmentId: enrollmentIdOf(2) }),
        },
      ])
      for (const turn of [...order, ...order, ...order]) await browsers[turn].settle()
      for (const { store } of browsers) {
        expect(await store.get('contact', contactIdOf(2))).toBeUndefined()
        expect(await store.get('contact', contactIdOf(1))).toMatchObject({
          status: 'working',
          emails: [{ value: 'ada@sample.test' }],
        })
        expect(await store.notesOf(contactIdOf(1), 9)).toHaveLength(2)
        const enrollments = await store.enrollmentsOf(contactIdOf(1))
        expect(enrollments.map(({ id, state }) => [id, state])).toEqual([
          [enrollmentIdOf(1), 'finished'],
          [enrollmentIdOf(2), 'active'],
        ])
        expect((await store.activitiesOf(contactIdOf(1), 9)).map(({ kind }) => kind)).toEqual(['joined'])
      }
    }
  })

  test('two that were parted stay two on every device, though they share a key', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1)])
    await commitAll(other.store, [putContact(2)])
    for (const browser of [one, other, one, other]) await browser.settle()
    expect(await other.store.get('contact', contactIdOf(2))).toBeUndefined()
    const signs = (await one.store.activitiesOf(contactIdOf(1), 9)).filter(({ kind }) => kind === 'joined')
    const group = signs[0]?.group ?? ''
    const joiner = (await one.store.canUndo(group)) ? one : other
    const at = new Date(joiner.profile.clock.now).toISOString()
    expect(await joiner.store.undo(group, (reads, own, back) => partedChanges(reads, back, at, own))).toBe(
      'undone',
    )
    for (const browser of [joiner, one, other, one, other]) await browser.settle()
    for (const { store } of [one, other]) {
      expect(await store.get('contact', contactIdOf(1))).toBeDefined()
      expect(await store.get('contact', contactIdOf(2))).toBeDefined()
    }
  })

  test('a note that was made for the joined one elsewhere follows it', async () => {
    const server = await world()
    const [one, other] = await two(server)
    await commitAll(one.store, [putContact(1)])
    await commitAll(other.store, [putContact(2)])
    await one.settle()
    other.line.next = ['answer', 'request']
    await other.sync()
    await one.settle()
    await commitAll(other.store, [
      { t: 'note', id: idOf(2, 5), k: 'put', f: sampleNote({ contactId: contactIdOf(2) }) },
    ])
    for (const browser of [one, other, one, other]) await browser.settle()
    for (const { store } of [one, other]) {
      expect(await store.notesOf(contactIdOf(1), 9)).toHaveLength(1)
      expect(await store.get('contact', contactIdOf(2))).toBeUndefined()
    }
  })

  test('a company that two browsers saved is one, with the people of both, in every order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const server = await world()
      const browsers = await two(server)
      const [one, other] = browsers
      const slug = { slug: null }
      await commitAll(one.store, [
        {
          t: 'account',
          id: accountIdOf(1),
          k: 'put',
          f: sampleAccount({ ...slug, name: sourced('Sample Works AS') }),
        },
        putContact(1, { accountId: accountIdOf(1) }),
      ])
      await commitAll(other.store, [
        { t: 'account', id: accountIdOf(2), k: 'put', f: sampleAccount({ ...slug, linkedinId: '17' }) },
        putContact(2, { slug: sourced('bo-sample'), accountId: accountIdOf(2) }),
      ])
      for (const turn of [...order, ...order, ...order]) await browsers[turn].settle()
      for (const { store } of browsers) {
        expect(await store.get('account', accountIdOf(2))).toBeUndefined()
        expect(await store.get('account', accountIdOf(1))).toMatchObject({
          linkedinId: '17',
          joined: [{ id: accountIdOf(2) }],
        })
        expect(await store.contactsOfAccount(accountIdOf(1), 9)).toHaveLength(2)
      }
    }
  })

  test('a person who was saved with the joined company elsewhere follows it', async () => {
    const server = await world()
    const [one, other] = await two(server)
    const account = (n: number): Change => ({
      t: 'account',
      id: accountIdOf(n),
      k: 'put',
      f: sampleAccount(),
    })
    await commitAll(one.store, [account(1)])
    await commitAll(other.store, [account(2)])
    await one.settle()
    other.line.next = ['answer', 'request']
    await other.sync()
    await one.settle()
    await commitAll(other.store, [putContact(2, { accountId: accountIdOf(2) })])
    for (const browser of [one, other, one, other]) await browser.settle()
    for (const { store } of [one, other])
      expect((await store.get('contact', contactIdOf(2)))?.accountId).toBe(accountIdOf(1))
  })

  test('two firms of one name stay two, whoever hears of the other first', async () => {
    const server = await world()
    const [one, other] = await two(server)
    const firm = (n: number, over: object): Change => ({
      t: 'account',
      id: accountIdOf(n),
      k: 'put',
      f: sampleAccount({ slug: null, ...over }),
    })
    await commitAll(one.store, [firm(1, { linkedinId: '17' }), firm(3, { domain: 'sample.no' })])
    await commitAll(other.store, [firm(2, { linkedinId: '18' }), firm(4, { domain: 'works.example' })])
    for (const browser of [one, other, one, other]) await browser.settle()
    for (const { store } of [one, other])
      for (const n of [1, 2, 3, 4])
        expect(await store.get('account', accountIdOf(n)), String(n)).toBeDefined()
  })

  test('people who only share a telephone number, or differ in their profile, stay two', async () => {
    const server = await world()
    const [one, other] = await two(server)
    const phones = [sourced('+14155552671')]
    await commitAll(one.store, [putContact(1, { phones, emails: [sourced('info@sample.test')] })])
    await commitAll(other.store, [
      putContact(2, { slug: null, phones }),
      putContact(3, { slug: sourced('somebody-else'), emails: [sourced('info@sample.test')] }),
    ])
    for (const browser of [one, other, one]) await browser.settle()
    expect((await one.store.searchContacts('', { limit: 9 })).contacts).toHaveLength(3)
  })
})

/** Copies storage and database of one browser over another's. */
async function cloneInto(from: Browser, to: Browser): Promise<void> {
  to.profile.kv.entries.clear()
  for (const [key, value] of from.profile.kv.entries) to.profile.kv.entries.set(key, value)
  const { default: structured } = await import('fake-indexeddb')
  expect(structured).toBeDefined()
  await to.restart({ losesDatabase: true })
  // The database was copied too, so the client id is not a new one.
  const mine = await from.store.sync.counters()
  await overwriteClient(to, mine.client, mine.nextSeq)
}

async function overwriteClient(browser: Browser, client: string, nextSeq: number): Promise<void> {
  const request = browser.profile.indexedDB.open('baton')
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open'))
  })
  const meta = await browser.store.sync.counters()
  await new Promise<void>((resolve) => {
    const tx = opened.transaction('meta', 'readwrite')
    tx.objectStore('meta').put({ ...meta, client, nextSeq })
    tx.oncomplete = () => resolve()
  })
  opened.close()
}

/** The server's database as it was at an earlier head, as a restored backup is. */
async function restoreServer(server: World, head: number): Promise<void> {
  await server.sql('delete from record where ws = $1 and rev > $2', [server.ws, head])
  await server.sql('delete from op_log where ws = $1 and rev > $2', [server.ws, head])
  await server.sql(
    'update client set last_seq = coalesce((select max(seq) from op_log l where l.ws = client.ws and l.client_id = client.client_id), 0) where ws = $1',
    [server.ws],
  )
  await server.sql('update workspace set head = $2 where ws = $1', [server.ws, head])
}
