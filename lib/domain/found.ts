import { profileLink } from './address-kind.ts'
import { canonicalAddress, normalSlug, profileAddress } from './address.ts'
import type { Field, Participant, PersonField, PersonRead, PersonRow } from './capture.ts'
import { plainE164 } from './e164.ts'
import { employerInHeadline } from './headline.ts'
import { normalMail } from './mail.ts'
import type { Confidence, Instant, Sourced } from './values.ts'

/** Where a contact comes from. All but `hand` are values of one page or file at one time. */
export type ContactInput =
  | { from: 'read'; read: PersonRead; url: string; practice: boolean }
  | { from: 'participant'; participant: Participant; url: string; practice: boolean }
  | { from: 'row'; row: PersonRow; url: string; practice: boolean }
  | { from: 'import'; fields: ImportedFields; source: string; practice: false }
  | {
      from: 'hand'
      name: string
      company: string | null
      email: string | null
      /** Address or bare slug of the profile. */
      linkedin: string | null
      /** When they came to the rep; absent and null where they did not. */
      arrivedAt?: Instant | null
      practice: false
    }

/** One line of a file, as it was written there; null where its column is absent or empty. */
export interface ImportedFields {
  name: string | null
  firstName: string | null
  lastName: string | null
  title: string | null
  company: string | null
  /** Domain, address of the site, or a mail address of the company. */
  companyDomain: string | null
  headline: string | null
  email: string | null
  /** Kept only where it is written with its country, so the importer puts numbers through `normalPhone` before. */
  phone: string | null
  /** Address, bare slug or member id of the profile. */
  linkedin: string | null
  location: string | null
  /** An instant; absent where the file has no such column. */
  arrivedAt?: Instant | null
}

/** `strategy` of a company that only the headline of a row names. */
export const HEADLINE_SPLIT = 'headline-split'

/** Fields of a contact that carry a source and are filled from a page. */
export const READ_FIELDS = [
  'name', 'firstName', 'lastName', 'headline', 'title', 'company', 'location', 'school', 'about', 'slug', 'memberId',
] as const // prettier-ignore
export type ReadField = (typeof READ_FIELDS)[number]

/** Values of one source in the form in which a contact carries them. */
export interface Found {
  values: Partial<Record<ReadField, Sourced>>
  emails: Sourced[]
  phones: Sourced[]
}

/** What the source says of the person, cleaned; nothing is guessed here but that a file or a row is one source only. */
export function foundIn(input: ContactInput, at: Instant): Found {
  switch (input.from) {
    case 'read':
      return foundInRead(input.read, input.url, at)
    case 'participant':
      return foundInMail(input.participant, input.url, at)
    case 'row':
      return foundInRow(input.row, input.url, at)
    case 'import':
      return foundInFile(input.fields, input.source, at)
    case 'hand':
      return foundByHand(input, at)
  }
}

/** When the source says that the lead came to the rep; null where it says nothing of it. */
export function arrivalIn(input: ContactInput): Instant | null {
  if (input.from === 'hand') return input.arrivedAt ?? null
  return input.from === 'import' ? (input.fields.arrivedAt ?? null) : null
}

/** The degree that a page shows, `1st` for a connection of the rep; null where it does not say. */
export function degreeIn(input: ContactInput): string | null {
  const shown =
    input.from === 'read'
      ? input.read.fields.connectionDegree?.value
      : input.from === 'row' && !input.row.anonymous
        ? input.row.degree
        : null
  return shown === '1st' || shown === '2nd' || shown === '3rd' ? shown : null
}

function foundInRead(read: PersonRead, url: string, at: Instant): Found {
  const values: Found['values'] = {}
  for (const field of READ_FIELDS) {
    const found = read.fields[SOURCE_OF[field]]
    const value = found === undefined ? null : sourcedOf(found, url, at, field === 'about')
    if (value !== null) values[field] = value
  }
  const slug = slugValue(values.slug ?? null, url, at)
  delete values.slug
  if (slug !== null) values.slug = slug
  const detail = (value: string): Sourced => pageValue(value, 'contact-overlay', 'likely', url, at)
  return {
    values,
    emails: cleaned(read.contact?.emails ?? [], normalMail, detail),
    phones: cleaned(read.contact?.phones ?? [], plainE164, detail),
  }
}

function foundInMail(participant: Participant, url: string, at: Instant): Found {
  const name = oneLine(participant.name ?? '')
    .replace(/^['"]+|['"]+$/g, '')
    .trim()
  const isName = name !== '' && normalMail(name) === null
  const inHead = (value: string): Sourced => pageValue(value, 'mail-head', 'likely', url, at)
  return {
    values: isName ? { name: inHead(name) } : {},
    emails: cleaned([participant.address], normalMail, inHead),
    phones: [],
  }
}

/** Of an anonymous row nothing is kept: LinkedIn hides who it is, and its id is none. */
function foundInRow(row: PersonRow, url: string, at: Instant): Found {
  if (row.anonymous) return { values: {}, emails: [], phones: [] }
  const slug = row.slug === null ? null : normalSlug(row.slug)
  const employer = row.headline === null ? null : employerInHeadline(row.headline)
  const inRow = (text: string | null): Sourced | undefined =>
    sayings(text, (value) => pageValue(value, 'list-row', 'likely', url, at))
  return {
    values: present({
      name: inRow(row.name),
      headline: inRow(row.headline),
      company: employer === null ? undefined : pageValue(employer, HEADLINE_SPLIT, 'guess', url, at),
      location: inRow(row.location),
      slug: inRow(slug),
      memberId: inRow(row.memberId),
    }),
    emails: [],
    phones: [],
  }
}

function foundInFile(fields: ImportedFields, source: string, at: Instant): Found {
  const strategy = `file ${oneLine(source)}`.slice(0, 200).toWellFormed().trim()
  const inFile = (text: string | null): Sourced | undefined =>
    sayings(text, (value) => ({ value, by: 'import', strategy, confidence: 'likely', at }))
  const halves = [fields.firstName, fields.lastName].map((half) => oneLine(half ?? ''))
  const name = inFile(fields.name) ?? inFile(halves.filter((half) => half !== '').join(' '))
  const profile = profileOf(fields.linkedin ?? '')
  const inLists = (value: string): Sourced => ({ value, by: 'import', strategy, confidence: 'likely', at })
  return {
    values: present({
      name: name !== undefined && normalMail(name.value) === null ? name : undefined,
      firstName: inFile(fields.firstName),
      lastName: inFile(fields.lastName),
      headline: inFile(fields.headline),
      title: inFile(fields.title),
      company: inFile(fields.company),
      location: inFile(fields.location),
      slug: inFile(profile.slug),
      memberId: inFile(profile.memberId),
    }),
    emails: cleaned([fields.email ?? ''], normalMail, inLists),
    phones: cleaned([fields.phone ?? ''], plainE164, inLists),
  }
}

function foundByHand(input: Extract<ContactInput, { from: 'hand' }>, at: Instant): Found {
  const typed = (text: string | null): Sourced | undefined =>
    sayings(text, (value) => ({ value, by: 'rep', confidence: 'sure', at }))
  const profile = profileOf(input.linkedin ?? '')
  return {
    values: present({
      name: typed(input.name),
      company: typed(input.company),
      slug: typed(profile.slug),
      memberId: typed(profile.memberId),
    }),
    emails: cleaned([input.email ?? ''], normalMail, (value) => ({
      value,
      by: 'rep',
      confidence: 'sure',
      at,
    })),
    phones: [],
  }
}

/** An address of a profile, a bare slug, or an address that carries the member id in place of the slug. */
function profileOf(text: string): { slug: string | null; memberId: string | null } {
  const { slug, memberId } = profileLink(text)
  return { slug: slug ?? (/[/.]/.test(text.trim()) ? null : normalSlug(text)), memberId }
}

/** A field's value as a page gives it: spaces single, address canonical; null when nothing is left. `lines` keeps line breaks. */
function sourcedOf(field: Field, url: string, at: Instant, lines: boolean): Sourced | null {
  const value = lines ? field.value.toWellFormed().trim() : oneLine(field.value)
  return value === '' ? null : pageValue(value, field.strategy, field.confidence, url, at)
}

/** The address names the slug; what the page says of it counts only when the address says nothing. */
function slugValue(read: Sourced | null, url: string, at: Instant): Sourced | null {
  const address = profileAddress(url)
  const shown = read === null ? null : normalSlug(read.value)
  if (address === null) return read === null || shown === null ? null : { ...read, value: shown }
  return pageValue(address.slug, 'address', shown === address.slug ? 'sure' : 'likely', url, at)
}

function pageValue(
  value: string,
  strategy: string,
  confidence: Confidence,
  url: string,
  at: Instant,
): Sourced {
  const address = canonicalAddress(url)
  return { value, by: 'page', strategy, confidence, ...(address === '' ? {} : { url: address }), at }
}

/** Of each text its one comparable form, none twice; what has none is left out. */
function cleaned(
  texts: readonly string[],
  form: (text: string) => string | null,
  sourced: (value: string) => Sourced,
): Sourced[] {
  const forms = new Set(texts.map(form))
  return [...forms].flatMap((value) => (value === null ? [] : [sourced(value)]))
}

function sayings(text: string | null, sourced: (value: string) => Sourced): Sourced | undefined {
  const value = oneLine(text ?? '').slice(0, 2_000)
  return value === '' ? undefined : sourced(value.toWellFormed())
}

function present(values: Partial<Record<ReadField, Sourced | undefined>>): Found['values'] {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Found['values'] // the undefined ones are filtered out
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').trim()
}

/** The name under which a reader gives a field. */
export const SOURCE_OF: Record<ReadField, PersonField> = {
  name: 'name', firstName: 'firstName', lastName: 'lastName', headline: 'headline', title: 'currentTitle',
  company: 'currentCompany', location: 'location', school: 'school', about: 'about', slug: 'slug', memberId: 'memberId',
} // prettier-ignore
