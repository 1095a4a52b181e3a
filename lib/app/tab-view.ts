import type {
  CompanyRead,
  DetailsRead,
  Participant,
  PeopleRead,
  PersonRead,
  Refusal,
} from '#lib/domain/capture.ts'
import { canonicalAddress } from '#lib/domain/address.ts'
import type { Deps } from './deps.ts'
import type { TabState } from './follow-tab.ts'
import type { PersonInput } from './person-input.ts'
import { recognise } from './recognition.ts'

/** What the tab on screen shows, as the panel draws it. */
export type TabView =
  | { kind: 'none' }
  | { kind: 'loading'; url: string | null }
  /** The page went on showing somebody else than its address says. */
  | { kind: 'late'; url: string }
  | {
      kind: 'person'
      person: Extract<PersonInput, { from: 'read' }>
      read: PersonRead
      url: string
      knownId: string | null
      suppressed: boolean
      /** The line of the never-capture list that this person is on. */
      never: string | null
      practice: boolean
    }
  | { kind: 'thread'; subject: string | null; rows: ThreadRow[]; url: string; practice: boolean }
  /** Pages beside profile and thread, as read. */
  | { kind: 'people'; read: PeopleRead; url: string; practice: boolean }
  | { kind: 'company'; read: CompanyRead; url: string; practice: boolean }
  | { kind: 'details'; read: DetailsRead; url: string; practice: boolean }
  | { kind: 'refused'; reason: Refusal; url: string }
  | { kind: 'unreadable'; missing: string[]; structure: string; url: string }
  | { kind: 'noAccess'; site: 'linkedin' | 'mail' }
  | { kind: 'mailOff'; url: string }
  | { kind: 'otherSite' }
  | { kind: 'broken'; code: string }

export interface ThreadRow {
  participant: Participant
  knownId: string | null
  suppressed: boolean
  /** The line of the never-capture list that they are on. */
  never: string | null
  input: Extract<PersonInput, { from: 'participant' }>
}

/** The view of a state in which nobody is to be looked up at once; null for a person or a thread. */
export function plainView(state: TabState): TabView | null {
  if (state.kind === 'reading') return { kind: 'loading', url: state.url }
  if (state.kind !== 'read') return state
  const { result, url } = state.read
  const common = { url: canonicalAddress(url) || url, practice: state.practice }
  switch (result.kind) {
    case 'notThisPage':
      return { kind: 'refused', reason: result.reason, url }
    case 'unreadable':
      return { kind: 'unreadable', missing: result.missing, structure: result.structure, url }
    case 'people':
      // The address of a list is told with its query: it alone says which page of results this is.
      return { kind: 'people', read: result, url, practice: state.practice }
    case 'company':
      return { kind: 'company', read: result, ...common }
    case 'details':
      return { kind: 'details', read: result, ...common }
    case 'person':
    case 'thread':
      return null
  }
}

/** Looks up who of the page is known; reads the store, changes nothing. */
export async function tabView(deps: Deps, state: Extract<TabState, { kind: 'read' }>): Promise<TabView> {
  const plain = plainView(state)
  if (plain) return plain
  const { result, url } = state.read
  const common = { url: canonicalAddress(url) || url, practice: state.practice }
  const at = deps.clock.now()
  if (result.kind === 'thread') return threadView(deps, result, common, at)
  if (result.kind !== 'person') throw new Error(`no view of ${result.kind}`)
  const person = { from: 'read' as const, read: result, at, ...common }
  const { known, suppressed, never } = await recognise(deps, deps.store, person)
  return { kind: 'person', person, read: result, knownId: known?.id ?? null, suppressed, never, ...common }
}

async function threadView(
  deps: Deps,
  thread: { subject: string | null; participants: Participant[] },
  common: { url: string; practice: boolean },
  at: string,
): Promise<TabView> {
  const own = new Set((await deps.settings.get()).ownAddresses.map((address) => address.toLowerCase()))
  const others = thread.participants.filter(({ address }) => !own.has(address.toLowerCase()))
  const rows = await Promise.all(
    others.map(async (participant): Promise<ThreadRow> => {
      const input = { from: 'participant' as const, participant, at, ...common }
      const { known, suppressed, never } = await recognise(deps, deps.store, input)
      return { participant, knownId: known?.id ?? null, suppressed, never, input }
    }),
  )
  return { kind: 'thread', subject: thread.subject, rows, ...common }
}
