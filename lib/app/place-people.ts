import { isUnplaced, nowhere, placedPatch, type ContactPlace } from '#lib/domain/place/contact-place.ts'
import type { Contact } from '#lib/domain/records.ts'
import type { Change } from '#lib/store/store.ts'
import type { Deps, PlaceSource } from './deps.ts'
import { keepHolidays } from './holidays.ts'
import { replanAll, type NoteStore } from './replan.ts'

/**
 * Gives people the zone and the region that their location text names. Only pages can (the lists are large), so whom
 * the worker has added waits for the next page:
 *
 *   a contact changed ──┐
 *   a page opens: who ──┴─► places read ──► holidays of new regions kept ──► contacts written ──► planned anew
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
    const found = await deps.store.getMany('contact', ids.slice(from, from + SHARE))
    const open = found.filter((contact) => contact !== undefined).filter(isUnplaced)
    if (open.length === 0) continue
    const read = new Map<string, ContactPlace>()
    for (const { location } of open) {
      const text = location?.value ?? ''
      if (!read.has(text)) read.set(text, text === '' ? nowhere(text) : await places.read(text))
    }
    const regions = [...read.values()].flatMap(({ region }) => region ?? [])
    await keepHolidays(kv, places, { regions, year: Number(deps.clock.now().slice(0, 4)) })
    placed += open.length
    await writePlaces(deps, open, read)
  }
  return placed
}

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
  open: readonly (Contact & { id: string })[],
  read: ReadonlyMap<string, ContactPlace>,
): Promise<void> {
  await deps.store.commit(async (reads) => {
    const now = await reads.getMany(
      'contact',
      open.map(({ id }) => id),
    )
    const changes = now.flatMap((contact): Change[] => {
      const place = contact && read.get(contact.location?.value ?? '')
      if (!contact || !place || !isUnplaced(contact)) return []
      return [{ t: 'contact', id: contact.id, k: 'patch', f: placedPatch(contact, place) }]
    })
    return { changes, result: null }
  })
  await replanPeople(
    deps,
    open.map(({ id }) => id),
  )
}

/** Plans the people anew, as a zone that was set, taken back or pulled asks for; only what changes is written. */
export async function replanPeople(deps: Deps, ids: readonly string[]): Promise<void> {
  const enrollments = await Promise.all(ids.map((id) => deps.store.enrollmentsOf(id)))
  const active = enrollments.flat().filter(({ state }) => state === 'active')
  await replanAll(
    deps,
    active.map(({ id }) => id),
  )
}

const SWEPT = 'places.swept'
/** People in one commit. */
const SHARE = 100
