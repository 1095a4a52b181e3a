import {
  headquartersOf,
  isUnplaced,
  nowhere,
  orCompany,
  placedPatch,
  type ContactPlace,
} from '#lib/domain/place/contact-place.ts'
import type { Contact } from '#lib/domain/records.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import type { Deps, PlaceSource } from './deps.ts'
import { keepHolidays } from './holidays.ts'
import { replanPeople, type NoteStore } from './replan.ts'

/**
 * Gives people the zone and the region that their location text names, or that of their company where it names none.
 * Only pages can (the lists are large), so whom the worker has added waits for the next page:
 *
 *   a contact changed, or ──┐
 *   the company of some     │
 *   a page opens: who ──────┴─► places read ──► holidays of new regions kept ──► contacts written ──► planned anew
 *   came since the last
 */

interface Placing {
  kv: NoteStore
  places: PlaceSource
}

/** Places those of the contacts whose location is another than the one that was read; gives how many were. */
export async function placePeople(
  deps: Deps,
  { kv, places }: Placing,
  ids: readonly string[],
): Promise<number> {
  let placed = 0
  for (let from = 0; from < ids.length; from += SHARE) {
    const open = await unplacedOf(deps.store, ids.slice(from, from + SHARE))
    if (open.length === 0) continue
    const read = new Map([['', nowhere('')]])
    for (const text of open.flatMap(({ contact, headquarters }) => [locationOf(contact), headquarters]))
      if (!read.has(text)) read.set(text, await places.read(text))
    const regions = open.flatMap((one) => placeIn(read, one)?.region ?? [])
    await keepHolidays(kv, places, { regions, year: Number(deps.clock.now().slice(0, 4)) })
    placed += open.length
    await writePlaces(
      deps,
      open.map(({ contact }) => contact.id),
      read,
    )
  }
  return placed
}

/** People of these companies whose place follows another one now. */
export async function peopleToFollow(
  deps: Pick<Deps, 'store'>,
  accountIds: readonly string[],
): Promise<string[]> {
  const found = await deps.store.getMany('account', accountIds)
  // Among many changed at once, those without headquarters have just come: nobody there was placed by them.
  const looked =
    accountIds.length <= FEW ? accountIds : accountIds.filter((_, at) => headquartersOf(found[at]) !== '')
  const ids: string[] = []
  for (const accountId of looked) {
    const headquarters = headquartersOf(found[accountIds.indexOf(accountId)])
    const people = await deps.store.contactsOfAccount(accountId, MOST_PEOPLE)
    ids.push(...people.filter((contact) => isUnplaced(contact, headquarters)).map(({ id }) => id))
  }
  return ids
}

interface Open {
  contact: Contact & { id: string }
  headquarters: string
}

/** Those who are to be placed, with where their company is. */
async function unplacedOf(reads: Pick<StoreReads, 'getMany'>, ids: readonly string[]): Promise<Open[]> {
  const found = (await reads.getMany('contact', ids)).filter((contact) => contact !== undefined)
  const accountIds = [...new Set(found.flatMap(({ accountId }) => accountId ?? []))]
  const accounts = await reads.getMany('account', accountIds)
  const byId = new Map(accountIds.map((id, at): [string, string] => [id, headquartersOf(accounts[at])]))
  return found
    .map((contact) => ({ contact, headquarters: byId.get(contact.accountId ?? '') ?? '' }))
    .filter(({ contact, headquarters }) => isUnplaced(contact, headquarters))
}

/** The place by what was read; null where one of the two texts was not. */
function placeIn(
  read: ReadonlyMap<string, ContactPlace>,
  { contact, headquarters }: Open,
): ContactPlace | null {
  const [own, company] = [read.get(locationOf(contact)), read.get(headquarters)]
  return own && company ? orCompany(own, company) : null
}

const locationOf = ({ location }: Pick<Contact, 'location'>): string => location?.value ?? ''

/**
 * Places everybody who came since the last sweep, the newest first. Each share is handed to `turn`, which may rest after
 * it.
 */
export async function sweepPlaces(
  deps: Deps,
  placing: Placing,
  turn: (share: () => Promise<unknown>) => Promise<unknown> = (share) => share(),
): Promise<void> {
  const swept = (await placing.kv.get([SWEPT]))[SWEPT]
  const upto = typeof swept === 'string' ? swept : ''
  let newest: string | null = null
  let after: string | undefined
  for (;;) {
    const page = await deps.store.searchContacts('', { limit: SHARE, ...(after !== undefined && { after }) })
    const ids = page.contacts.map(({ id }) => id).filter((id) => id > upto)
    newest ??= ids[0] ?? null
    // Who is placed already costs one look.
    if (ids.length > 0) await turn(() => placePeople(deps, placing, ids))
    if (page.next === null || ids.length < page.contacts.length) break
    after = page.next
  }
  if (newest !== null) await placing.kv.set({ [SWEPT]: newest })
}

async function writePlaces(
  deps: Deps,
  ids: readonly string[],
  read: ReadonlyMap<string, ContactPlace>,
): Promise<void> {
  await deps.store.commit(async (reads) => {
    const changes = (await unplacedOf(reads, ids)).flatMap((one): Change[] => {
      const place = placeIn(read, one)
      const { contact } = one
      return place ? [{ t: 'contact', id: contact.id, k: 'patch', f: placedPatch(contact, place) }] : []
    })
    return { changes, result: null }
  })
  await replanPeople(deps, ids)
}

/** The second sweep: the first knew nothing of companies. */
const SWEPT = 'places.swept.2'
/** People in one commit. */
const SHARE = 100
/** Companies that a rep changes at once. */
const FEW = 20
const MOST_PEOPLE = 100_000
