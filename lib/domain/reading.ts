import { canonicalAddress, memberIdOfAddress, memberNumber, normalSlug, profileAddress } from './address.ts'
import type { AnyRead, CompanyRead, DetailsRead, PageRead, PeopleRead, PersonRead } from './capture.ts'

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
 *   R6  A list counts when it was loaded at this address, when the list before was another one, or, after a page
 *       that was no list, when it says itself that it is the list of this kind. Rows that are merely the same as
 *       before the address changed are those of the page before: they count after `LIST_STABLE_MS`.
 *   R7  A company or details page that names another slug than its address: never. That names this one: believed.
 *       Else as R4.
 *   R8  Where the page before was never believed, its print may be of an address still further back: another print
 *       now is then no proof.
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
  /** The page before was left before anything on it was believed. */
  inFlux?: boolean
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
  const changed = before !== null && print !== null && before !== print && addressSince.inFlux !== true
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
    case 'people':
      return yes(
        loadedHere ||
          listBelieved(read.result, before, changed) ||
          (addressSince.sameForMs ?? 0) >= LIST_STABLE_MS,
      )
    case 'company':
    case 'details':
      return yes(slugBelieved(read.result) ?? (loadedHere || (changed && sameKind(print, before)) || stable))
  }
}

/** What tells one shown page from the next, without its text: give the last one as `topCardBefore`. */
export function printOf(result: AnyRead): string | null {
  switch (result.kind) {
    case 'person':
      return result.proof.topCard
    case 'notThisPage':
      return `refused:${result.reason}`
    case 'unreadable':
      return `unreadable:${result.generation}:${String(result.structure.length)}`
    case 'thread':
      return `thread:${result.threadId ?? ''}:${result.subject ?? ''}:${result.participants.map((p) => p.address).join()}`
    case 'people':
      // The first rows alone: a list that grows at its end is the same list.
      return `people:${result.rows
        .slice(0, 3)
        .map((row) => row.slug ?? row.memberId ?? row.name ?? row.headline ?? '')
        .join()}`
    case 'company':
      return `company:${result.fields.name?.value ?? ''}`
    case 'details':
      return `details:${result.page}:${[...(result.experience ?? []).map((item) => item.company), ...(result.education ?? []).map((item) => item.school)].slice(0, 5).join()}`
  }
}

/**
 * The address by which one page of results is told from the next: without what LinkedIn adds for its own counting.
 * Null where the path alone tells pages apart.
 */
export function listAddress(href: string): string | null {
  const [, base = '', query = ''] =
    /^(https:\/\/[^/?#]+\/(?:search\/results|sales\/search)\/[^?#]*?)\/?(?:\?([^#]*))?(?:#.*)?$/.exec(href) ??
    []
  if (base === '') return null
  const told = query.split('&').filter((part) => part !== '' && part !== 'page=1' && !COUNTING.test(part))
  return `${base}?${told.sort().join('&')}`
}

const COUNTING =
  /^(?:origin|sid|searchid|sessionid|_ntb|trk|trackingid|lipi|licu|spellcorrectionenabled|viewallfilters)=/i

/** One read of the two that the first script and the one it names have made: a contact dialog completes its profile. */
export function joined(first: PageRead, later: PageRead): PageRead {
  if (first.result.kind !== 'person') return later
  const { result } = later
  // Only a dialog that names its person itself: the one of the person before may still be open.
  const isOfPerson =
    result.kind === 'details' && result.page === 'contact' && result.fields.slug?.confidence === 'sure'
  return isOfPerson ? { ...first, result: withDetails(first.result, result) } : first
}

/** The person with what a page or dialog of theirs adds. */
export function withDetails(person: PersonRead, details: DetailsRead): PersonRead {
  const { experience, education, contact } = details
  return {
    ...person,
    ...(experience && { experience }),
    ...(education && { education }),
    ...(contact && { contact }),
    notLoaded: person.notLoaded.filter((section) => section !== details.page),
  }
}

/** How long a page without a person must stay the same before it is told as one, in ms: LinkedIn takes up to 3 s. */
export const STABLE_MS = 5_000

/** How long rows that were there before the address changed must stay to be those of the new one, in ms. */
export const LIST_STABLE_MS = 10_000

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

function listBelieved(read: PeopleRead, before: string | null, changed: boolean): boolean {
  return sameKind(printOf(read), before) ? changed : read.marked
}

/** By the slug that the page names beside its address; null when it names none. */
function slugBelieved({ fields: { slug } }: CompanyRead | DetailsRead): boolean | null {
  if (slug === undefined) return null
  if (slug.others !== undefined) return false
  return slug.confidence === 'sure' ? true : null
}

function sameKind(a: string | null, b: string | null): boolean {
  return a?.split(':')[0] === b?.split(':')[0]
}

function samePage(a: string, b: string): boolean {
  const one = pageAddress(a)
  return one !== '' && one === pageAddress(b)
}

const pageAddress = (href: string): string => listAddress(href) ?? canonicalAddress(href)

function canShowPerson(address: string): boolean {
  return profileAddress(address) !== null || memberIdOfAddress(address) !== null
}

function yes(is: boolean): Belief {
  return is ? 'believed' : 'not-yet'
}

/** States a profile page passes through while it loads. */
const PASSING: ReadonlySet<string> = new Set(['blank', 'error'])
