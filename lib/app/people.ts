import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { accountFor, mergeRead, newContact } from '#lib/domain/merge.ts'
import type { Capture, Contact } from '#lib/domain/records.ts'
import { endsEverything } from '#lib/domain/status.ts'
import type { Change, Commit, StoreReads } from '#lib/store/store.ts'
import type { PersonInput } from './person-input.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { thisMoment } from './planning.ts'

export type WithId<T> = T & { id: string }

export interface SavedPerson {
  contactId: string
  /** True when the person was in the store before. */
  known: boolean
}

/** Who a person is to the store: the known contact, if any, and whether nobody may write to them. */
export interface Recognised {
  known: WithId<Contact> | null
  suppressed: boolean
}

/** Saves the person without a cadence. A known person is updated, never doubled. */
export async function savePerson(deps: Deps, { person }: { person: PersonInput }): Promise<Commit<SavedPerson>> {
  return deps.store.commit(async (reads, group) => {
    const saved = await personPlan(deps, reads, person, group)
    const changes = saved.known ? saved.changes : [...saved.changes, saved.activity('saved')]
    return { changes, result: { contactId: saved.contact.id, known: saved.known } }
  })
}

/** Looks the person up by exact keys only; a likeness is never taken for identity. */
export async function recognise(reads: StoreReads, person: PersonInput): Promise<Recognised> {
  if (person.from === 'contact') {
    const known = (await reads.get('contact', person.contactId)) ?? null
    return { known, suppressed: known ? await isSuppressed(reads, known) : false }
  }
  const draft = draftOf(person, EPOCH)
  const keys = matchKeysOf(draft)
  const known = (await reads.contactsByKeys(keys))[0] ?? null
  return { known, suppressed: await isSuppressed(reads, known ?? draft) }
}

/** Whether the rep has set this person to «do not contact», or somebody with the same keys had been. */
export async function isSuppressed(
  reads: StoreReads,
  contact: Parameters<typeof matchKeysOf>[0] & { doNotContact: boolean },
): Promise<boolean> {
  return contact.doNotContact || (await reads.isSuppressed(suppressionIdsOf(matchKeysOf(contact))))
}

/**
 * What saving this person changes: the contact made or merged, its account, the capture, the entry in the timeline.
 * Shared by «Save» and «Add to cadence», whose commit it becomes part of.
 */
export async function personPlan(deps: Deps, reads: StoreReads, person: PersonInput, group: string) {
  const { now } = await thisMoment(deps)
  const { known, suppressed } = await recognise(reads, person)
  if (person.from === 'contact' && !known) throw new Error('The contact is not in the store')
  const changes: Change[] = []
  const at = 'at' in person ? person.at : now
  let contact: WithId<Contact>
  if (known) {
    const merged = person.from === 'read' ? mergeRead(known, person, now) : null
    contact = { ...known, ...merged?.patch }
    if (merged && Object.keys(merged.patch).length > 0) changes.push({ t: 'contact', id: known.id, k: 'patch', f: merged.patch })
  } else {
    const id = deps.ids.next()
    const draft = draftOf(person as Exclude<PersonInput, { from: 'contact' }>, now)
    const account = await accountPlan(deps, reads, draft, now)
    if (account.change) changes.push(account.change)
    contact = { ...draft, accountId: account.id as Contact['accountId'], doNotContact: suppressed, id }
    if (suppressed) contact.status = 'do_not_contact'
    const { id: _, ...record } = contact
    changes.push({ t: 'contact', id, k: 'put', f: record })
  }
  if (person.from === 'read' || person.from === 'participant') {
    changes.push({ t: 'capture', id: deps.ids.next(), k: 'put', f: captureOf(person, contact.id) })
    const facts = { page: person.from === 'read' ? 'profile' : 'thread', url: person.url, fields: String(fieldsOf(person)) }
    changes.push(activityChange(deps, { contact, kind: 'captured', at, group, facts }))
  }
  const activity = (kind: 'saved') => activityChange(deps, { contact, kind, at: now, group })
  return { contact, known: known !== null, suppressed, changes, activity }
}

export async function editContact(
  deps: Deps,
  { contactId, patch }: { contactId: string; patch: Partial<Contact> },
): Promise<Commit<null>> {
  return deps.store.commit(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: null }
    const facts = { fields: Object.keys(patch).join(', ') }
    return {
      changes: [
        { t: 'contact', id: contactId, k: 'patch', f: patch },
        activityChange(deps, { contact, kind: 'edited', at: deps.clock.now(), group, facts }),
      ],
      result: null,
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
    const changes: Change[] = [
      { t: 'contact', id: contactId, k: 'patch', f: { doNotContact: on, status: on ? 'do_not_contact' : 'new', statusReason: null, nurtureUntil: null } },
      ...suppressionIdsOf(matchKeysOf(contact)).map(
        (id): Change => ({ t: 'suppression', id, k: 'put', f: { reason: 'rep', at: now, active: on } }),
      ),
      activityChange(deps, { contact, kind: 'do_not_contact', at: now, group, facts: { on: String(on) } }),
    ]
    if (on) changes.push(...(await endRunning(reads, contactId, endsEverything('opted_out', now))))
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
    if (plain(contact.name.value) !== plain(typedName)) return { changes: [], result: 'name-differs' }
    const belongings = await reads.belongingsOf(contactId)
    return { changes: belongings.map(({ t, id }): Change => ({ t, id, k: 'erase' })), result: 'erased' }
  })
}

/** Ends every enrollment of the contact that still runs, as `patch` says. */
export async function endRunning(reads: StoreReads, contactId: string, patch: ReturnType<typeof endsEverything>): Promise<Change[]> {
  const running = (await reads.enrollmentsOf(contactId)).filter((enrollment) => enrollment.state !== 'finished')
  return running.map(({ id }): Change => ({ t: 'enrollment', id, k: 'patch', f: patch }))
}

async function accountPlan(deps: Deps, reads: StoreReads, draft: Contact, now: string) {
  const found = accountFor(draft, now)
  if (!found) return { id: null, change: null }
  const known = (await reads.accountsByKeys(found.keys))[0]
  if (known) return { id: known.id, change: null }
  const id = deps.ids.next()
  return { id, change: { t: 'account', id, k: 'put', f: found.account } satisfies Change }
}

function draftOf(person: Exclude<PersonInput, { from: 'contact' }>, now: string): Contact {
  return newContact(person, now)
}

function captureOf(person: Extract<PersonInput, { from: 'read' | 'participant' }>, contactId: string): Capture {
  const common = { contactId: contactId as Capture['contactId'], url: person.url, at: person.at, practice: person.practice }
  return person.from === 'read'
    ? { ...common, pageType: 'profile', generation: person.read.generation, fields: person.read.fields }
    : { ...common, pageType: 'thread', generation: 'gmail', fields: {} }
}

function fieldsOf(person: Extract<PersonInput, { from: 'read' | 'participant' }>): number {
  if (person.from === 'read') return Object.keys(person.read.fields).length
  return person.participant.name === null ? 1 : 2
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

const EPOCH = '1970-01-01T00:00:00.000Z'
