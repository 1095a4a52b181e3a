import { editContact } from '#lib/domain/edit.ts'
import { HEADLINE_SPLIT } from '#lib/domain/found.ts'
import { employerInHeadline } from '#lib/domain/headline.ts'
import { matchKeysOf } from '#lib/domain/identity.ts'
import { jobChange } from '#lib/domain/job.ts'
import { normalMail } from '#lib/domain/mail.ts'
import { mergeInput, newContact } from '#lib/domain/merge.ts'
import type { PersonField } from '#lib/domain/capture.ts'
import type { Capture, Contact } from '#lib/domain/records.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { accountPlan, movedAccount } from './accounts.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import type { EditableField, PersonInput } from './person-input.ts'
import { recognise, type Recognised } from './recognition.ts'

export type PersonPlan =
  | {
      kind: 'planned'
      contact: WithId<Contact>
      known: boolean
      suppressed: boolean
      /** False where a known person stays as they were; what was seen is noted all the same. */
      updated: boolean
      changes: Change[]
    }
  | { kind: 'no-name' }
  | { kind: 'gone' }
  /** On the never-capture list: nothing is kept of them. */
  | { kind: 'never'; entry: string }

/**
 * What saving this person changes: the contact made or merged, its account, the capture, the entries in the timeline.
 * Shared by «Save» and «Add to cadence», whose commit it becomes part of.
 */
export async function personPlan(
  deps: Deps,
  reads: StoreReads,
  person: PersonInput,
  group: string,
): Promise<PersonPlan> {
  const who = await recognise(deps, reads, person)
  if (who.never !== null && who.known === null) return { kind: 'never', entry: who.never }
  const { known, suppressed } = who
  const now = deps.clock.now()
  const plan = known
    ? await mergedPlan(deps, reads, { known, others: who.others, person, now, group })
    : await newPlan(deps, reads, { person, now, suppressed, others: who.others })
  if (plan === null) return { kind: person.from === 'contact' ? 'gone' : 'no-name' }
  const { contact, changes } = plan
  const updated = changes.length > 0
  if (isSeen(person)) {
    changes.push({ t: 'capture', id: deps.ids.next(), k: 'put', f: captureOf(person, contact.id) })
    const facts = { page: PAGE_OF[person.from], url: urlOf(person), fields: fieldCount(person) }
    changes.push(activityChange(deps, { contact, kind: 'captured', at: person.at, group, facts }))
  }
  return { kind: 'planned', contact, known: known !== null, suppressed, updated, changes }
}

interface Merging {
  known: WithId<Contact>
  others: Recognised['others']
  person: PersonInput
  now: string
  group: string
}

async function mergedPlan(deps: Deps, reads: StoreReads, { known, others, person, now, group }: Merging) {
  const patch = person.from === 'contact' ? {} : mergeInput(known, person, now).patch
  const merged = withEdits({ ...known, ...withoutKeysOf(others, known, patch) }, person, now)
  const account =
    person.from === 'contact' ? null : await movedAccount(deps, reads, { known, merged, person, now })
  const contact = account ? { ...merged, accountId: account.id } : merged
  const changed = Object.fromEntries(
    Object.entries(contact).filter(([field, value]) => known[field as keyof Contact] !== value),
  )
  const changes: Change[] = account ? [...account.changes] : []
  if (Object.keys(changed).length > 0) changes.push({ t: 'contact', id: known.id, k: 'patch', f: changed })
  const facts = jobChange(known, contact, account?.isOther ?? null)
  if (facts) changes.push(activityChange(deps, { contact, kind: 'changed_job', at: now, group, facts }))
  return { contact, changes }
}

interface Making {
  person: PersonInput
  now: string
  suppressed: boolean
  others: Recognised['others']
}

async function newPlan(deps: Deps, reads: StoreReads, { person, now, suppressed, others }: Making) {
  if (person.from === 'contact') return null
  const draft = newContact(person, now)
  const kept = { ...draft, ...withoutKeysOf(others, { ...draft, emails: [], phones: [] }, draft) }
  const edited = withEdits(kept, person, now)
  if (edited.name.value === '') return null
  const account = await accountPlan(deps, reads, { contact: edited, emails: edited.emails, person, now })
  const record: Contact = {
    ...edited,
    accountId: account.id,
    ...(suppressed && { doNotContact: true, status: 'do_not_contact' as const }),
  }
  const id = deps.ids.next()
  const changes: Change[] = [...account.changes, { t: 'contact', id, k: 'put', f: record }]
  return { contact: { ...record, id }, changes }
}

/**
 * Keys that belong to somebody else by now are left out: with them the two would be taken for one person and joined
 * on the next device, and nobody was asked.
 */
function withoutKeysOf(
  others: readonly Contact[],
  known: Pick<Contact, 'emails' | 'phones'>,
  patch: Partial<Contact>,
): Partial<Contact> {
  if (others.length === 0) return patch
  const taken = new Set(others.flatMap((other) => matchKeysOf(other)))
  const isFree = (part: Parameters<typeof matchKeysOf>[0]): boolean =>
    !matchKeysOf(part).some((key) => taken.has(key))
  const { slug, memberId, emails, phones, ...rest } = patch
  const known1 = new Set([...known.emails, ...known.phones].map(({ value }) => normalMail(value) ?? value))
  const isOwn = (value: string): boolean => known1.has(normalMail(value) ?? value)
  return {
    ...rest,
    ...(slug !== undefined && (slug === null || isFree({ slug })) && { slug }),
    ...(memberId !== undefined && (memberId === null || isFree({ memberId })) && { memberId }),
    ...(emails && { emails: emails.filter((email) => isOwn(email.value) || isFree({ emails: [email] })) }),
    ...(phones && { phones: phones.filter((phone) => isOwn(phone.value) || isFree({ phones: [phone] })) }),
  }
}

function withEdits<C extends Contact>(contact: C, person: PersonInput, now: string): C {
  if (person.from !== 'read' || !person.edits) return contact
  return Object.entries(person.edits).reduce((edited, [field, text]) => {
    const edit = editContact(edited, field as EditableField, text, now) // keys of a Record by that type
    return edit.kind === 'ok' ? { ...edited, ...edit.patch } : edited
  }, contact)
}

type SeenPerson = Extract<PersonInput, { from: 'read' | 'participant' | 'row' | 'import' }>

function isSeen(person: PersonInput): person is SeenPerson {
  return person.from !== 'hand' && person.from !== 'contact'
}

function captureOf(person: SeenPerson, contactId: string): Capture {
  const common = {
    contactId: contactId as Capture['contactId'], // a contact's own id
    url: urlOf(person),
    pageType: PAGE_OF[person.from],
    at: person.at,
    practice: person.practice,
  }
  if (person.from === 'read') {
    const { generation, fields, experience, education, contact } = person.read
    const story = {
      ...(experience && { experience }),
      ...(education && { education }),
      ...(contact && { contact }),
    }
    return { ...common, generation, fields, ...story }
  }
  if (person.from === 'participant') {
    return {
      ...common,
      generation: 'gmail',
      fields: captured({ name: person.participant.name }, 'mail-head'),
    }
  }
  const fields = person.from === 'row' ? rowFields(person.row) : lineFields(person.fields)
  return { ...common, generation: 'unknown', fields }
}

function lineFields(line: Extract<PersonInput, { from: 'import' }>['fields']): Capture['fields'] {
  const { name, firstName, lastName, title, company, headline, location } = line
  const texts = {
    name,
    firstName,
    lastName,
    currentTitle: title,
    currentCompany: company,
    headline,
    location,
  }
  return captured(texts, 'import-line')
}

function rowFields(row: Extract<PersonInput, { from: 'row' }>['row']): Capture['fields'] {
  const { name, slug, memberId, headline, location, degree } = row
  const employer = headline === null ? null : employerInHeadline(headline)
  return {
    ...captured({ name, slug, memberId, headline, location, connectionDegree: degree }, 'list-row'),
    ...(employer !== null && {
      currentCompany: { value: employer, strategy: HEADLINE_SPLIT, confidence: 'guess' as const },
    }),
  }
}

/** What one source said, as it said it: the history of the fields is drawn from it. */
function captured(texts: Partial<Record<PersonField, string | null>>, strategy: string): Capture['fields'] {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => {
      const value = (text ?? '').toWellFormed().trim().slice(0, 20_000)
      return value === '' ? [] : [[field, { value, strategy, confidence: 'likely' as const }]]
    }),
  )
}

function urlOf(person: SeenPerson): string {
  return person.from === 'import' ? '' : person.url
}

function fieldCount(person: SeenPerson): number {
  switch (person.from) {
    case 'read':
      return Object.keys(person.read.fields).length
    case 'participant':
      return person.participant.name === null ? 1 : 2
    case 'row':
      return Object.keys(rowFields(person.row)).length
    case 'import':
      return Object.values(person.fields).filter((value) => value !== null && value !== '').length
  }
}

const PAGE_OF = { read: 'profile', participant: 'thread', row: 'list', import: 'file' } as const
