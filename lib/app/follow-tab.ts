import type { PageRead } from '#lib/domain/capture.ts'
import { believe, printOf, READ_DELAYS } from '#lib/domain/reading.ts'

/**
 * Follows the active tab of one window and says what it shows, never a person of another address.
 *
 *   look ──► site without a reader ─────────────► off | otherSite | noAccess | none
 *    │
 *    └─► reading ──read──► believed ────────────► read
 *           ▲        └──► not yet ──delays left──► reading (a skeleton, never the last person)
 *           │                      └─none left──► late
 *           └── address, tab or access changed, or the rep asked: from the start; older answers are dropped
 */

export interface TabPorts {
  activeTab(): Promise<{ id: number; url: string | undefined; loading: boolean } | null>
  watch(changed: () => void): () => void
  read(tab: { id: number; url: string }): Promise<
    /** `at`: address of the tab at the moment of the read; a practice page stands for another one, `read.url`. */
    | { kind: 'read'; read: PageRead; at: string }
    | { kind: 'refused' }
    | { kind: 'malformed' }
    | { kind: 'gone' }
  >
  siteOf(url: string): 'linkedin' | 'mail' | 'practice' | 'other'
  hasAccess(site: 'linkedin' | 'mail'): Promise<boolean>
  readsMail(): Promise<boolean>
  /** Resolves after `ms`; the follower ignores it when it has moved on. */
  wait(ms: number): Promise<void>
  /** Ms since any fixed moment, never backwards. */
  ticks(): number
}

export type TabState =
  | { kind: 'none' }
  | { kind: 'reading'; url: string }
  /** The page went on showing somebody else for 15 s. */
  | { kind: 'late'; url: string }
  | { kind: 'read'; read: PageRead; url: string; practice: boolean }
  | { kind: 'noAccess'; site: 'linkedin' | 'mail' }
  | { kind: 'mailOff'; url: string }
  | { kind: 'otherSite' }
  | { kind: 'broken'; code: 'malformed' | 'refused' }

export interface TabFollower {
  get(): TabState
  subscribe(listener: () => void): () => void
  /** Reads the page on screen once more, also where reading is switched off. */
  readAgain(): void
  stop(): void
}

interface Visit {
  tabId: number
  /** Address without its fragment, save on the practice page, whose fragment is its address. */
  address: string
  /** Print of what was last read in the same tab before this address came up. */
  topCardBefore: string | null
  /** The address the document of that read was loaded at: another one now is a new document. */
  loadedAtBefore: string | null
  /** Print of the last read at this address, and since when it has been the same. */
  same: { print: string | null; since: number } | null
  /** Reads made so far: events of the page may hurry the next one, never prolong the 15 s. */
  attempt: number
  /** Nothing more is expected of this address. */
  settled: boolean
}

/** Starts at once. `ports.watch` may call back at any rate; equal addresses are read once. */
export function followTab(ports: TabPorts): TabFollower {
  const listeners = new Set<() => void>()
  let state: TabState = { kind: 'none' }
  let visit: Visit | null = null
  let turn = 0
  let lastRead: { tabId: number; print: string | null; loadedAt: string } | null = null

  const set = (next: TabState): void => {
    state = next
    for (const listener of listeners) listener()
  }

  const look = async (asked: boolean): Promise<void> => {
    const looked = ++turn
    const tab = await ports.activeTab()
    if (looked !== turn) return
    if (!tab) return leave({ kind: 'none' })
    if (tab.url === undefined) return leave(await unseen(ports))
    const site = ports.siteOf(tab.url)
    const address = addressOf(tab.url, site)
    const same = visit?.tabId === tab.id && visit.address === address
    if (same && !asked && state.kind !== 'noAccess' && state.kind !== 'late') return resume(looked)
    if (site === 'other') return leave({ kind: 'otherSite' })
    if (site !== 'practice' && !(await ports.hasAccess(site))) return leave({ kind: 'noAccess', site })
    if (looked !== turn) return
    if (site === 'mail' && !asked && !(await ports.readsMail()))
      return leave({ kind: 'mailOff', url: tab.url })
    if (looked !== turn) return
    if (!same) {
      const before = lastRead?.tabId === tab.id ? lastRead : null
      visit = {
        tabId: tab.id,
        address,
        topCardBefore: before?.print ?? null,
        loadedAtBefore: before?.loadedAt ?? null,
        same: null,
        attempt: 0,
        settled: false,
      }
      set({ kind: 'reading', url: tab.url })
    } else if (visit) Object.assign(visit, { attempt: 0, settled: false })
    await readUntilBelieved(looked, tab.id, tab.url, site === 'practice')
  }

  /** The same address came again (a title, a load state): what was under way goes on, nothing is read twice. */
  const resume = async (looked: number): Promise<void> => {
    if (!visit || visit.settled) return
    const tab = await ports.activeTab()
    if (looked !== turn || tab?.url === undefined) return
    await readUntilBelieved(looked, tab.id, tab.url, ports.siteOf(tab.url) === 'practice')
  }

  const leave = (next: TabState): void => {
    visit = null
    set(next)
  }

  const readUntilBelieved = async (
    looked: number,
    tabId: number,
    url: string,
    practice: boolean,
  ): Promise<void> => {
    while (visit) {
      const delay = READ_DELAYS[visit.attempt++] ?? null
      const answer = await ports.read({ id: tabId, url })
      if (looked !== turn || !visit) return
      if (answer.kind === 'gone') return leave({ kind: 'none' })
      if (answer.kind === 'malformed') return set({ kind: 'broken', code: 'malformed' })
      if (answer.kind === 'refused' && delay === null) return set({ kind: 'broken', code: 'refused' })
      if (answer.kind === 'read' && addressOf(answer.at, ports.siteOf(answer.at)) === visit.address) {
        const print = printOf(answer.read.result)
        lastRead = { tabId, print, loadedAt: answer.read.loadedAt }
        if (visit.same?.print !== print) visit.same = { print, since: ports.ticks() }
        if (isBelieved(answer.read, visit)) {
          visit.settled = isWhole(answer.read) || delay === null
          set({ kind: 'read', read: answer.read, url, practice })
          if (visit.settled) return
        }
      }
      if (delay === null) {
        visit.settled = true
        return state.kind === 'read' ? undefined : set({ kind: 'late', url })
      }
      await ports.wait(delay)
      if (looked !== turn) return
    }
  }

  const isBelieved = (read: PageRead, { topCardBefore, loadedAtBefore, same }: Visit): boolean => {
    const sameForMs = same ? ports.ticks() - same.since : 0
    const addressSince = { topCardBefore, loadedAtBefore, sameForMs }
    return believe({ read, address: read.url, addressSince }) === 'believed'
  }

  const unwatch = ports.watch(() => void look(false))
  void look(false)
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readAgain: () => void look(true),
    stop: () => {
      turn = -1
      unwatch()
      listeners.clear()
    },
  }
}

/** A top card that is still being drawn may lack these; they are looked for again until the 15 s are over. */
function isWhole({ result }: PageRead): boolean {
  return (
    result.kind !== 'person' || (result.fields.headline !== undefined && result.fields.location !== undefined)
  )
}

/** Chrome hides the address: either the site is none of Baton's, or its access was withdrawn. */
async function unseen(ports: TabPorts): Promise<TabState> {
  if (!(await ports.hasAccess('linkedin'))) return { kind: 'noAccess', site: 'linkedin' }
  if ((await ports.readsMail()) && !(await ports.hasAccess('mail'))) return { kind: 'noAccess', site: 'mail' }
  return { kind: 'otherSite' }
}

/** Gmail and the practice range keep the thread or person in the fragment; elsewhere it is a place in the page. */
function addressOf(url: string, site: ReturnType<TabPorts['siteOf']>): string {
  return site === 'linkedin' ? (url.split('#')[0] ?? url) : url
}
