import { fitter, type Fit } from '#lib/domain/fit.ts'
import type { Cadence, Contact, Enrollment, Stored } from '#lib/domain/records.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'

export interface PersonRow {
  id: string
  name: string
  company: string | null
  /** Or the title, where a file or the rep gave no headline. */
  headline: string | null
  status: Contact['status']
  nurtureUntil: string | null
  doNotContact: boolean
  /** Due instant of the next touch; null when none is planned. */
  nextAt: string | null
  cadenceName: string | null
  enrollmentId: string | null
  /** How it stands with `cadenceName`; null when there is none. */
  enrollmentState: Enrollment['state'] | null
  /** Null without an ideal customer profile, or while too little is known. */
  grade: Fit['grade']
  practice: boolean
}

export interface PeopleFilter {
  status: Contact['status'] | null
  /** Only who is in this cadence now. */
  cadenceId: string | null
  /** `next`: only who has a next touch, the soonest first. */
  order: 'newest' | 'next'
}
export const NO_FILTER: PeopleFilter = { status: null, cadenceId: null, order: 'newest' }

export interface PeopleAsked {
  query: string
  filter?: PeopleFilter
  /** `next` of the page before. */
  after?: string
  limit: number
}

/** One page of People: everybody whose name, company, mail or address begins with the words of `query`. */
export async function peoplePage(
  deps: Deps,
  asked: PeopleAsked,
): Promise<{ rows: PersonRow[]; next: string | null }> {
  const { order, cadenceId } = asked.filter ?? NO_FILTER
  const page = order === 'newest' && cadenceId === null ? searched(deps, asked) : planned(deps, asked)
  const { contacts, next } = await page
  return { rows: await rowsOf(deps, contacts), next }
}

interface Page {
  contacts: Stored<'contact'>[]
  next: string | null
}

/** Newest first; a status is looked for from page to page until there are enough, at most some thousand people on. */
async function searched(deps: Deps, { query, filter = NO_FILTER, after, limit }: PeopleAsked): Promise<Page> {
  const { status } = filter
  const found: Stored<'contact'>[] = []
  let from = after
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const size = status === null ? limit : PAGE_TO_LOOK_THROUGH
    const page = await deps.store.searchContacts(query, {
      limit: size,
      ...(from === undefined ? {} : { after: from }),
    })
    const fitting = page.contacts.filter((contact) => hasStatus(contact, status))
    found.push(...fitting)
    const last = found[limit - 1]
    if (found.length > limit && last) return { contacts: found.slice(0, limit), next: last.id }
    if (page.next === null) return { contacts: found, next: null }
    from = page.next
    if (found.length === limit || status === null) break
  }
  return { contacts: found, next: from ?? null }
}

/** By enrollments: of one cadence, or all that have something planned. `after` counts the people before the page. */
async function planned(deps: Deps, { query, filter = NO_FILTER, after, limit }: PeopleAsked): Promise<Page> {
  const { status, cadenceId, order } = filter
  const enrollments =
    cadenceId === null
      ? await deps.store.dueEnrollments(FAR, MOST_PLANNED)
      : (await deps.store.enrollmentsOfCadence(cadenceId, MOST_PLANNED)).filter(
          ({ state }) => state !== 'finished',
        )
  const wanted = order === 'next' ? byNext(enrollments) : enrollments.map(({ contactId }) => contactId)
  const named = query.trim() === '' ? null : await idsFor(deps, query)
  const ids = [...new Set<string>(wanted)].filter((id) => named?.has(id) ?? true)
  // Ids are UUIDv7: their order is that of their making.
  if (order === 'newest') ids.sort((a, b) => (a < b ? 1 : -1))
  const contacts: Stored<'contact'>[] = []
  let index = Number(after ?? 0)
  while (index < ids.length && contacts.length < limit) {
    const part = await deps.store.getMany('contact', ids.slice(index, index + limit))
    for (const contact of part) {
      if (contacts.length === limit) break
      index += 1
      if (contact && hasStatus(contact, status)) contacts.push(contact)
    }
  }
  return { contacts, next: index < ids.length ? String(index) : null }
}

function byNext(enrollments: readonly WithId<Enrollment>[]): string[] {
  const due = enrollments.filter(({ state, dueAt }) => state === 'active' && dueAt !== null)
  return due
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
    .map(({ contactId }) => contactId)
}

async function idsFor(deps: Deps, query: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let after: string | null | undefined
  do {
    const page = await deps.store.searchContacts(query, { limit: 1_000, ...(after ? { after } : {}) })
    for (const { id } of page.contacts) ids.add(id)
    after = page.next
  } while (after !== null && ids.size < MOST_PLANNED)
  return ids
}

function hasStatus(contact: Contact, status: Contact['status'] | null): boolean {
  if (status === null) return true
  // As it is shown: who must not be contacted shows nothing else.
  return (contact.doNotContact ? 'do_not_contact' : contact.status) === status
}

async function rowsOf(deps: Deps, contacts: readonly Stored<'contact'>[]): Promise<PersonRow[]> {
  const { icp } = await deps.settings.get()
  const fit = fitter(icp)
  const accounts = await deps.store.getMany('account', contacts.map(({ accountId }) => accountId ?? '')) // prettier-ignore
  return Promise.all(
    contacts.map(async (contact, index) => {
      const { grade } = fit({
        title: contact.title?.value ?? null,
        headline: contact.headline?.value ?? null,
        location: contact.location?.value ?? null,
        headcount: accounts[index]?.headcount?.value ?? null,
      })
      return { ...(await personRow(deps, contact)), grade }
    }),
  )
}

async function personRow(deps: Deps, contact: WithId<Contact>): Promise<Omit<PersonRow, 'grade'>> {
  const enrollments = await deps.store.enrollmentsOf(contact.id)
  const running: WithId<Enrollment> | undefined =
    enrollments.find(({ state }) => state !== 'finished') ?? enrollments.at(-1)
  const cadence: Cadence | undefined = running
    ? await deps.store.get('cadence', running.cadenceId)
    : undefined
  return {
    id: contact.id,
    name: contact.name.value,
    company: contact.company?.value ?? null,
    headline: contact.headline?.value ?? contact.title?.value ?? null,
    status: contact.status,
    nurtureUntil: contact.nurtureUntil,
    doNotContact: contact.doNotContact,
    nextAt: running?.state === 'active' ? running.dueAt : null,
    cadenceName: cadence?.name ?? null,
    enrollmentId: running?.id ?? null,
    enrollmentState: running?.state ?? null,
    practice: contact.practice,
  }
}

/** After every due instant. */
const FAR = '9999-12-31T23:59:59.999Z'
/** As many as one person can have planned at a time. */
const MOST_PLANNED = 10_000
const PAGE_TO_LOOK_THROUGH = 500
const MOST_PAGES = 20
