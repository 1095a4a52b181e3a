import { canonicalAddress, memberIdOfAddress, memberNumber, normalSlug, profileAddress } from './identity.ts'
import type { PageRead, PersonRead, ReadResult } from './capture.ts'

/**
 * Whether what was read belongs to the address on screen. LinkedIn changes the address first and the page up to
 * seconds later, and Chrome reports «complete» in between, so a read is shown only when the page proves itself.
 *
 *   R1  The read was made at this address (same profile, or same canonical address), else never.
 *   R2  A person whose page carries slugs of its subject, and not this address's: never.
 *   R3  A person whose page carries this slug alone: believed.
 *   R4  Otherwise a page counts when its print (top card, thread) is another than before the address changed, or
 *       when the document was loaded at this address and no change of address has been seen since.
 *   R5  A page without a person, on an address that can show one, may be the moment between two people: it counts
 *       at once only when it was loaded at this address, and then not if it is blank or broken; else after
 *       the reads have given the same print for `STABLE_MS`. On other addresses it counts at once.
 */
export interface BelieveInput {
  read: PageRead
  /** `tab.url` now. */
  address: string
  addressSince: AddressSince
}

export interface AddressSince {
  /** `printOf` the last read before the address changed inside the page; null when no such change was seen. */
  topCardBefore: string | null
  /**
   * `loadedAt` of that read. Where it differs from the one now, another document was loaded in between, and the
   * address it was loaded at is proof again. Absent = not known.
   */
  loadedAtBefore?: string | null
  /** For how long the reads since the change have given the same `printOf`; absent = this is the first. */
  sameForMs?: number
}

export type Belief = 'believed' | 'not-yet'

export function believe({ read, address, addressSince }: BelieveInput): Belief {
  if (!samePage(read.url, address)) return 'not-yet'
  const before = addressSince.topCardBefore
  const { loadedAtBefore = null } = addressSince
  const newDocument = before === null || (loadedAtBefore !== null && !samePage(loadedAtBefore, read.loadedAt))
  const loadedHere = newDocument && samePage(read.loadedAt, address)
  const print = printOf(read.result)
  const changed = before !== null && print !== null && before !== print
  const stable = (addressSince.sameForMs ?? 0) >= STABLE_MS
  switch (read.result.kind) {
    case 'person':
      return yes(personBelieved(read.result, address, loadedHere || changed))
    case 'thread':
      // A mail page has no proof of its own; the same thread under another label keeps its print.
      return yes(before === null || changed || stable)
    case 'notThisPage':
      if (!canShowPerson(address)) return 'believed'
      return yes(stable || (loadedHere && !PASSING.has(read.result.reason)))
    case 'unreadable':
      return yes(stable)
  }
}

/** What tells one shown page from the next, without its text: give the last one as `topCardBefore`. */
export function printOf(result: ReadResult): string | null {
  if (result.kind === 'person') return result.proof.topCard
  if (result.kind === 'notThisPage') return `refused:${result.reason}`
  if (result.kind === 'unreadable')
    return `unreadable:${result.generation}:${String(result.structure.length)}`
  return `thread:${result.threadId ?? ''}:${result.subject ?? ''}:${result.participants.map((p) => p.address).join()}`
}

/** How long a page without a person must stay the same before it is told as one, in ms: LinkedIn takes up to 3 s. */
export const STABLE_MS = 5_000

/** Waits before reading again, in ms: 200 and doubling, 15 s in all; after the last the page is told as late. */
export const READ_DELAYS: readonly number[] = [200, 400, 800, 1_600, 3_200, 6_400, 2_400]

function personBelieved(read: PersonRead, address: string, otherProof: boolean): boolean {
  const profile = profileAddress(address)
  const slugs = new Set(read.proof.slugs.map((slug) => normalSlug(slug)).filter((slug) => slug !== null))
  if (profile === null) return byMemberId(read, address) ?? otherProof
  if (slugs.size > 0 && !slugs.has(profile.slug)) return false
  // Two slugs at once can be a page half changed: only one alone is proof.
  return slugs.size === 1 || otherProof
}

/** On `/in/ACoAA…/` the id is the proof; null when the address or the page carries none to compare. */
function byMemberId(read: PersonRead, address: string): boolean | null {
  const asked = memberIdOfAddress(address)
  const shown = read.fields.memberId?.value
  if (asked === null || shown === undefined) return null
  return asked === shown || (memberNumber(asked) !== null && memberNumber(asked) === memberNumber(shown))
}

function samePage(a: string, b: string): boolean {
  const one = canonicalAddress(a)
  return one !== '' && one === canonicalAddress(b)
}

function canShowPerson(address: string): boolean {
  return profileAddress(address) !== null || memberIdOfAddress(address) !== null
}

function yes(is: boolean): Belief {
  return is ? 'believed' : 'not-yet'
}

/** States a profile page passes through while it loads. */
const PASSING: ReadonlySet<string> = new Set(['blank', 'error'])
