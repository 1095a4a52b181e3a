import { accountFor } from '#lib/domain/company.ts'
import { editContact, type EditableField, type Edit } from '#lib/domain/edit.ts'
import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { mergeInput, newContact } from '#lib/domain/merge.ts'
import { doNotContactEffect } from '#lib/domain/status.ts'
import type { Capture, Contact, Enrollment } from '#lib/domain/records.ts'
import { fitsTypedName } from '#lib/domain/typed-name.ts'
import type { Change, Commit, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'
import { knownIdOf, recogniseAll } from './recognition.ts'

export type WithId<T> = T & { id: string }

export type SaveResult =
  | { kind: 'saved'; contactId: string; known: boolean }
  /** There is neither a name nor a mail address to save a person under. */
  | { kind: 'no-name' }
  | { kind: 'gone' }

/** Who a person is to the store: the known contact, if any, and whether nobody may write to them. */
export interface Recognised {
  known: WithId<Contact> | null
  suppressed: boolean
}

/** Saves the person without a cadence. A known person is updated, never doubled. */
export async function savePerson(
  deps: Deps,
  { person }: { person: PersonInput },
): Promise<Commit<SaveResult>> {
  return deps.store.commit<SaveResult>(async (reads, group) => {
    const plan = await personPlan(deps, reads, person, group)
    if (plan.kind !== 'planned') return { changes: [], result: plan }
    const { contact, known, changes } = plan
    if (!known)
      changes.push(activityChange(deps, { contact, kind: 'saved', at: deps.clock.now(), group, facts: {} }))
    return { changes, result: { kind: 'saved', contactId: contact.id, known } }
  })
}

/** Looks the person up by exact keys only; a likeness is never taken for identity. Of two known ones the more exact key decides. */
export async function recognise(
  deps: Pick<Deps, 'clock' | 'settings'>,
  reads: StoreReads,
  person: PersonInput,
): Promise<Recognised> {
  const [recognition] = await recogniseAll(deps, reads, [person])
  if (recognition === undefined) return { known: null, suppressed: false }
  const id = knownIdOf(recognition)
  const known = id === null ? null : ((await reads.get('contact', id)) ?? null)
  return { known, suppressed: recognition.kind === 'suppressed' }
}

/** Whether the rep has set this person to «do not contact», or had set somebody with one of the same keys. */
export async function isSuppressed(reads: StoreReads, contact: Contact): Promise<boolean> {
  return contact.doNotContact || (await reads.isSuppressed(suppressionIdsOf(matchKeysOf(contact))))
}

export type PersonPlan =
  | { kind: 'planned'; contact: WithId<Contact>; known: boolean; suppressed: boolean; changes: Change[] }
  | { kind: 'no-name' }
  | { kind: 'gone' }

/**
 * What saving this person changes: the contact made or merged, its account, the capture, the entry in the timeline.
 * Shared by «Save» and «Add to cadence», whose commit it becomes part of.
 */
export async function personPlan(
  deps: Deps,
  reads: StoreReads,
  person: PersonInput,
  group: string,
): Promise<PersonPlan> {
  const { known, suppressed } = await recognise(deps, reads, person)
  const now = deps.clock.now()
  const plan = known ? mergedPlan(known, person, now) : await newPlan(deps, reads, person, now, suppressed)
  if (plan === null) return { kind: person.from === 'contact' ? 'gone' : 'no-name' }
  const { contact, changes } = plan
  if (person.from === 'read' || person.from === 'participant') {
    changes.push({ t: 'capture', id: deps.ids.next(), k: 'put', f: captureOf(person, contact.id) })
    const page = person.from === 'read' ? ('profile' as const) : ('thread' as const)
    const facts = { page, url: person.url, fields: fieldCount(person) }
    changes.push(activityChange(deps, { contact, kind: 'captured', at: person.at, group, facts }))
  }
  return { kind: 'planned', contact, known: known !== null, suppressed, changes }
}

function mergedPlan(known: WithId<Contact>, person: PersonInput, now: string) {
  const patch = person.from === 'contact' ? {} : mergeInput(known, person, now).patch
  const contact = withEdits({ ...known, ...patch }, person, now)
  const changed = Object.fromEntries(
    Object.entries(contact).filter(([field, value]) => known[field as keyof Contact] !== value),
  )
  const changes: Change[] =
    Object.keys(changed).length > 0 ? [{ t: 'contact', id: known.id, k: 'patch', f: changed }] : []
  return { contact, changes }
}

async function newPlan(deps: Deps, reads: StoreReads, person: PersonInput, now: string, suppressed: boolean) {
  if (person.from === 'contact') return null
  const edited = withEdits(newContact(person, now), person, now)
  if (edited.name.value === '') return null
  const account = await accountPlan(deps, reads, edited, person, now)
  const record: Contact = {
    ...edited,
    accountId: account.id,
    ...(suppressed && { doNotContact: true, status: 'do_not_contact' as const }),
  }
  const id = deps.ids.next()
  const changes: Change[] = [...account.changes, { t: 'contact', id, k: 'put', f: record }]
  return { contact: { ...record, id }, changes }
}

function withEdits<C extends Contact>(contact: C, person: PersonInput, now: string): C {
  if (person.from !== 'read' || !person.edits) return contact
  return Object.entries(person.edits).reduce((edited, [field, text]) => {
    const edit = editContact(edited, field as EditableField, text, now) // keys of a Record by that type
    return edit.kind === 'ok' ? { ...edited, ...edit.patch } : edited
  }, contact)
}

/** The rep types over one value; a refused one says why and changes nothing. */
export async function editPerson(
  deps: Deps,
  { contactId, field, value }: { contactId: string; field: EditableField; value: string },
): Promise<Commit<Edit | { kind: 'gone' }>> {
  return deps.store.commit<Edit | { kind: 'gone' }>(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: { kind: 'gone' } }
    const edit = editContact(contact, field, value, deps.clock.now())
    if (edit.kind === 'refused' || edit.changed.length === 0) return { changes: [], result: edit }
    const at = deps.clock.now()
    return {
      changes: [
        { t: 'contact', id: contactId, k: 'patch', f: edit.patch },
        activityChange(deps, { contact, kind: 'edited', at, group, facts: { fields: field } }),
      ],
      result: edit,
    }
  })
}
/** Sets or clears «do not contact»; setting it ends every running cadence and outlives the person's deletion. */
export async function setDoNotContact(
  deps: Deps,
  { contactId, on }: { contactId: string; on: boolean },
): Promise<Commit<null>> {
  return deps.store.commit(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: null }
    const now = deps.clock.now()
    const effect = doNotContactEffect(on, now)
    const ended = on ? await runningOf(reads, contactId) : []
    const changes: Change[] = [
      { t: 'contact', id: contactId, k: 'patch', f: effect.contact },
      ...suppressionIdsOf(matchKeysOf(contact)).map((id): Change => ({
        t: 'suppression',
        id,
        k: 'put',
        f: { reason: 'rep', at: now, active: on },
      })),
      ...ended.map(({ id }): Change => ({ t: 'enrollment', id, k: 'patch', f: effect.enrollment })),
      activityChange(deps, { contact, kind: 'do_not_contact', at: now, group, facts: { on } }),
    ]
    return { changes, result: null }
  })
}

/** Takes the person and all that belongs to them out of sight; Undo brings everything back. */
export async function deletePerson(deps: Deps, { contactId }: { contactId: string }): Promise<Commit<null>> {
  return deps.store.commit(async (reads) => ({
    changes: (await reads.belongingsOf(contactId)).map(({ t, id }): Change => ({ t, id, k: 'del' })),
    result: null,
  }))
}

/**
 * Erases the person for ever, here and on the server: nothing personal is kept, only that ids are gone and, where
 * it was set, the hashed «do not contact». The typed name must fit.
 */
export async function erasePerson(
  deps: Deps,
  { contactId, typedName }: { contactId: string; typedName: string },
): Promise<Commit<'erased' | 'name-differs' | 'gone'>> {
  return deps.store.commit(async (reads) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: 'gone' }
    if (!fitsTypedName(contact.name.value, typedName)) return { changes: [], result: 'name-differs' }
    const belongings = await reads.belongingsOf(contactId)
    return { changes: belongings.map(({ t, id }): Change => ({ t, id, k: 'erase' })), result: 'erased' }
  })
}

/** The enrollments of the contact that still run. */
export async function runningOf(reads: StoreReads, contactId: string): Promise<WithId<Enrollment>[]> {
  return (await reads.enrollmentsOf(contactId)).filter(({ state }) => state !== 'finished')
}

/** The account this person's company is joined to: a known one by its keys, else a new one; none without a company. */
async function accountPlan(
  deps: Deps,
  reads: StoreReads,
  contact: Contact,
  person: PersonInput,
  now: string,
) {
  const linkedinId = person.from === 'read' ? (person.read.fields.companyLinkId?.value ?? null) : null
  const found = accountFor(contact, now, { linkedinId })
  if (!found) return { id: null, changes: [] }
  const candidates = await reads.accountsByKeys(found.keys)
  const known = candidates.find(({ practice }) => practice === contact.practice)
  const id = known?.id ?? deps.ids.next()
  const changes: Change[] = known ? [] : [{ t: 'account', id, k: 'put', f: found.account }]
  return { id: id as Contact['accountId'], changes } // an account's own id
}

/** Entries that keep a person uncontacted beyond the record, one for each match key. */
export function suppressionChanges(contact: Contact, at: string, active: boolean): Change[] {
  return suppressionIdsOf(matchKeysOf(contact)).map((id): Change => ({
    t: 'suppression',
    id,
    k: 'put',
    f: { reason: 'rep', at, active },
  }))
}

type PagePerson = Extract<PersonInput, { from: 'read' | 'participant' }>

function captureOf(person: PagePerson, contactId: string): Capture {
  const common = {
    contactId: contactId as Capture['contactId'],
    url: person.url,
    at: person.at,
    practice: person.practice,
  }
  return person.from === 'read'
    ? { ...common, pageType: 'profile', generation: person.read.generation, fields: person.read.fields }
    : { ...common, pageType: 'thread', generation: 'gmail', fields: {} }
}

function fieldCount(person: PagePerson): number {
  if (person.from === 'read') return Object.keys(person.read.fields).length
  return person.participant.name === null ? 1 : 2
}
