import { canonicalAddress, profileAddress } from '#lib/domain/address.ts'
import type { PageRead } from '#lib/domain/capture.ts'
import { believe, listAddress, printOf, READ_DELAYS, withDetails } from '#lib/domain/reading.ts'

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
  /** Address without its fragment and what a results page adds for counting, save on the practice page, whose fragment is its address. */
  address: string
  /** Print of what was last read in the same tab before this address came up. */
  topCardBefore: string | null
  /** The address the document of that read was loaded at: another one now is a new document. */
  loadedAtBefore: string | null
  /** The page before was left before it was believed: its print may be of one further back. */
  inFlux: boolean
  /** Something read at this address was believed. */
  believed: boolean
  /** The last read believed, as text: a list still grows while two reads differ. */
  seen: string
  /** Print of the last read at this address, and since when it has been the same. */
  same: { print: string | null; since: number } | null
  /** Reads made so far: events of the page may hurry the next one, never prolong the 15 s. */
  attempt: number
  /** Nothing more is expected of this address. */
  settled: boolean
}

/** Starts at once. `ports.watch` may call back at any rate; equal addresses are read once. */
export function followTab(ports: TabPorts): TabFollower {
  const { get, set, subscribe, silence } = told<TabState>({ kind: 'none' })
  let visit: Visit | null = null
  let lastRead: LastRead | null = null
  let turn = 0

  const leave = (next: TabState): void => {
    visit = null
    set(next)
  }
  const look = async (asked: boolean): Promise<void> => {
    const looked = ++turn
    const place = await placeOf(ports)
    if (looked !== turn) return
    if ('kind' in place) return leave(place)
    const isSame = visit?.tabId === place.id && visit.address === place.address
    // The same address came again (a title, a load state): what was under way goes on, nothing is read twice.
    if (!isSame || asked || get().kind === 'late') {
      const barrier = await barrierOf(ports, place, asked)
      if (looked !== turn) return
      if (barrier) return leave(barrier)
      if (isSame && visit) Object.assign(visit, { attempt: 0, settled: false })
      else visit = newVisit(place, visit, lastRead)
      if (!isSame && !isOfPerson(get(), place)) set({ kind: 'reading', url: place.url })
    }
    if (visit && !visit.settled) await read(looked, place, visit)
  }

  const read = async (looked: number, place: Place, of: Visit): Promise<void> => {
    while (!of.settled) {
      const delay = READ_DELAYS[of.attempt++] ?? null
      const answer = await ports.read(place)
      if (looked !== turn) return
      const next = stateAfter(answer, place, of, ports)
      if (answer.kind === 'read' && of.same)
        lastRead = { tabId: place.id, ...of.same, loadedAt: answer.read.loadedAt }
      if (next?.kind === 'none') return leave(next)
      if (next) set(completed(get(), next, place))
      if (delay === null) of.settled = true
      if (!of.settled) await ports.wait(delay ?? 0)
      if (looked !== turn) return
    }
    if (get().kind === 'reading') set({ kind: 'late', url: place.url })
  }

  const unwatch = ports.watch(() => void look(false))
  void look(false)
  return {
    get,
    subscribe,
    readAgain: () => void look(true),
    stop: () => {
      turn = -1
      unwatch()
      silence()
    },
  }
}

/** A value and those who want to hear of every new one. */
function told<T>(first: T) {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set: (next: T): void => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    silence: () => listeners.clear(),
  }
}

interface Place {
  id: number
  url: string
  site: ReturnType<TabPorts['siteOf']>
  address: string
}

/** What was last read in a tab, whoever it showed. */
interface LastRead {
  tabId: number
  print: string | null
  loadedAt: string
}

/** The tab on screen, or the state that says why there is nothing to read. */
async function placeOf(ports: TabPorts): Promise<Place | TabState> {
  const tab = await ports.activeTab()
  if (!tab) return { kind: 'none' }
  if (tab.url === undefined) return unseen(ports)
  const site = ports.siteOf(tab.url)
  if (site === 'other') return { kind: 'otherSite' }
  return { id: tab.id, url: tab.url, site, address: addressOf(tab.url, site) }
}

/** What keeps Baton from reading a place it could read. */
async function barrierOf(ports: TabPorts, { site, url }: Place, asked: boolean): Promise<TabState | null> {
  if (site !== 'linkedin' && site !== 'mail') return null
  if (!(await ports.hasAccess(site))) return { kind: 'noAccess', site }
  return site === 'mail' && !asked && !(await ports.readsMail()) ? { kind: 'mailOff', url } : null
}

/** The contact dialog and the sub-pages of a profile are the same person's: whoever is shown stays until more is read. */
function isOfPerson(shown: TabState, place: Place): boolean {
  return (
    shown.kind === 'read' &&
    shown.read.result.kind === 'person' &&
    place.site === 'linkedin' &&
    (profileAddress(place.url)?.section ?? null) !== null &&
    canonicalAddress(shown.url) === canonicalAddress(place.url)
  )
}

/** A page of the person on show completes them; it does not take their place. */
function completed(shown: TabState, next: TabState, place: Place): TabState {
  if (next.kind !== 'read' || next.read.result.kind !== 'details') return next
  if (shown.kind !== 'read' || shown.read.result.kind !== 'person' || !isOfPerson(shown, place)) return next
  return { ...next, read: { ...next.read, result: withDetails(shown.read.result, next.read.result) } }
}

function newVisit({ id, address }: Place, left: Visit | null, lastRead: LastRead | null): Visit {
  const before = lastRead?.tabId === id ? lastRead : null
  const { print = null, loadedAt = null } = before ?? {}
  return {
    tabId: id,
    address,
    topCardBefore: print,
    loadedAtBefore: loadedAt,
    inFlux: left?.tabId === id && !left.believed,
    believed: false,
    seen: '',
    same: null,
    attempt: 0,
    settled: false,
  }
}

/** What an answer makes of the visit; null when it is no answer to it: refused for now, of another address, not believed. */
function stateAfter(answer: Answer, place: Place, visit: Visit, ports: TabPorts): TabState | null {
  if (answer.kind === 'gone') return { kind: 'none' }
  const isLast = visit.attempt > READ_DELAYS.length
  if (answer.kind !== 'read') {
    if (answer.kind === 'refused' && !isLast) return null
    visit.settled = true
    return { kind: 'broken', code: answer.kind }
  }
  if (addressOf(answer.at, ports.siteOf(answer.at)) !== visit.address) return null
  const print = printOf(answer.read.result)
  if (visit.same?.print !== print) visit.same = { print, since: ports.ticks() }
  if (!isBelieved(answer.read, visit, ports.ticks() - (visit.same?.since ?? 0))) return null
  visit.believed = true
  visit.settled = isWhole(answer.read, visit)
  return { kind: 'read', read: answer.read, url: place.url, practice: place.site === 'practice' }
}

function isBelieved(
  read: PageRead,
  { topCardBefore, loadedAtBefore, inFlux }: Visit,
  sameForMs: number,
): boolean {
  const addressSince = { topCardBefore, loadedAtBefore, inFlux, sameForMs }
  return believe({ read, address: read.url, addressSince }) === 'believed'
}

type Answer = Awaited<ReturnType<TabPorts['read']>>

/**
 * A top card that is still being drawn may lack headline or location, a list or a company may still grow: they are
 * looked for again until two reads are the same or the 15 s are over.
 */
function isWhole({ result }: PageRead, visit: Visit): boolean {
  if (result.kind === 'person')
    return result.fields.headline !== undefined && result.fields.location !== undefined
  if (result.kind !== 'people' && result.kind !== 'company') return true
  const before = visit.seen
  visit.seen = JSON.stringify(result)
  return before === visit.seen
}

/** Chrome hides the address: either the site is none of Baton's, or its access was withdrawn. */
async function unseen(ports: TabPorts): Promise<TabState> {
  if (!(await ports.hasAccess('linkedin'))) return { kind: 'noAccess', site: 'linkedin' }
  if ((await ports.readsMail()) && !(await ports.hasAccess('mail'))) return { kind: 'noAccess', site: 'mail' }
  return { kind: 'otherSite' }
}

/** Gmail and the practice range keep the thread or person in the fragment; elsewhere it is a place in the page. */
function addressOf(url: string, site: ReturnType<TabPorts['siteOf']>): string {
  return site === 'linkedin' ? (listAddress(url) ?? url.split('#')[0] ?? url) : url
}
