import { beforeEach, describe, expect, test } from 'vitest'
import type { TabState } from '#lib/app/follow-tab.ts'
import { watchMissing, type MissingParts } from '#lib/app/watch-missing.ts'
import type { PageRead } from '#lib/domain/capture.ts'
import { readPerson } from '#tests/support/app-world.ts'

const URL_OF = (slug: string): string => `https://www.linkedin.com/in/${slug}/`
const readOf = (slug: string, notLoaded: string[]): PageRead => ({
  url: URL_OF(slug),
  loadedAt: URL_OF(slug),
  result: { ...readPerson(slug).read, notLoaded },
})
const shown = (slug: string, notLoaded: string[]): TabState => ({
  kind: 'read',
  read: readOf(slug, notLoaded),
  url: URL_OF(slug),
  practice: false,
})

let state: TabState
let page: PageRead
let tabUrl: string
let reads: number
let tick: (() => void) | null
let changed: () => void
let watcher: MissingParts

beforeEach(() => {
  page = readOf('ada', ['experience', 'education'])
  tabUrl = URL_OF('ada')
  reads = 0
  tick = null
})

function watch(first: TabState): void {
  state = first
  watcher = watchMissing(
    {
      get: () => state,
      subscribe: (listener) => {
        changed = listener
        return () => undefined
      },
    },
    {
      activeTab: async () => ({ id: 1, url: tabUrl, loading: false }),
      read: async () => {
        reads += 1
        return { kind: 'read', read: page, at: tabUrl }
      },
      wait: () => new Promise((resolve) => (tick = resolve)),
    },
  )
}
/** The next wait is over, and all that follows from it has happened. */
async function wait(): Promise<void> {
  tick?.()
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

describe('a part of the page that was not loaded', () => {
  test('is told when it appears, once, and the page is then left alone', async () => {
    watch(shown('ada', ['experience', 'education']))
    const heard: (readonly string[])[] = []
    watcher.subscribe(() => heard.push(watcher.get()))
    await wait()
    expect(heard).toEqual([])
    page = readOf('ada', ['education'])
    await wait()
    expect(heard).toEqual([['experience']])
    await wait()
    expect(reads).toBe(2)
  })

  test('is forgotten when the page is read again', async () => {
    watch(shown('ada', ['experience']))
    page = readOf('ada', [])
    await wait()
    expect(watcher.get()).toEqual(['experience'])
    state = shown('ada', [])
    changed()
    expect(watcher.get()).toEqual([])
    await wait()
    expect(reads).toBe(1)
  })

  test('of another person or another tab says nothing about this one', async () => {
    watch(shown('ada', ['experience']))
    page = readOf('bea', [])
    await wait()
    tabUrl = URL_OF('bea')
    await wait()
    expect([watcher.get(), reads]).toEqual([[], 1])
  })

  test('nothing is looked at where nothing is missing, on other pages, and after the end', async () => {
    watch(shown('ada', []))
    await wait()
    state = { kind: 'otherSite' }
    changed()
    await wait()
    state = shown('ada', ['experience'])
    changed()
    watcher.stop()
    await wait()
    expect(reads).toBe(0)
  })
})
