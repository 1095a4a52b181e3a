import type { Field, PersonFields, PersonRead, PositionRead, Proof } from '#lib/domain/capture.ts'
import { isSame } from '../evidence.ts'
import { splitName, type NameParts } from '../person-name.ts'
import { printOf } from '../print.ts'
import { isIdSlug, slugOf } from './address.ts'
import { addressSlug } from './subject.ts'
import { titleInHeadline } from './title-in-headline.ts'

type Draft = Omit<PersonRead, 'proof'>

/** What is known beside the fields. */
export type Clues = {
  /** Texts of the page that call the person by the first name. */
  readonly labels?: readonly string[]
  /** Slugs the page itself carries for its subject. */
  readonly slugs: readonly (string | null | undefined)[]
  /** LinkedIn's own two halves of the name, better than any split. */
  readonly halves?: NameParts | null
  /** Name of the way that takes the title from a position. */
  readonly titleWay?: string
  /** True where a headline may name title and employer together. */
  readonly titleFromHeadline?: boolean
}

/** The person with what follows from the fields: the halves of the name, the title, the proof. Null without a name. */
export function finished(href: string, draft: Draft, clues: Clues): PersonRead | null {
  const fields: PersonFields = { ...draft.fields }
  if (!fields.name) return null
  if (fields.slug) fields.slug = addressed(href, fields.slug)
  const split = clues.halves ?? splitName(fields.name.value, clues.labels ?? [])
  if (split) {
    const evidence = clues.halves
      ? ({ strategy: 'guest-name-meta', confidence: 'sure' } as const)
      : ({ strategy: split.last === null ? 'name-of-one-word' : 'name-split', confidence: 'likely' } as const)
    fields.firstName = { value: split.first, ...evidence }
    if (split.last !== null) fields.lastName = { value: split.last, ...evidence }
  }
  const title = titleOf(fields, draft.experience ?? [], clues)
  if (title && !fields.currentTitle) fields.currentTitle = title
  const proof = proofOf(href, clues.slugs, fields)
  return fields.name.confidence === 'guess'
    ? { ...doubtful(draft, fields), proof }
    : { ...draft, fields, proof }
}

/** Where the page itself is at odds about whom it shows, nothing of it is more than a guess, and its cards are nobody's. */
function doubtful(draft: Draft, fields: PersonFields): Draft {
  const { kind, generation, reader, notLoaded } = draft
  const unsure = Object.entries(fields).map(([key, field]) => [
    key,
    { ...field, confidence: 'guess' as const },
  ])
  return { kind, generation, reader, notLoaded, fields: Object.fromEntries(unsure) as PersonFields } // the same keys
}

/** The address names the subject; a page that names another is told as dissent, whatever its majority. */
function addressed(href: string, slug: Field): Field {
  const asked = addressSlug(href)
  if (!asked || isSame(asked, slug.value)) return slug
  const { value, strategy, others = [] } = slug
  return {
    value: asked,
    strategy: 'address',
    confidence: 'guess',
    others: [{ value, strategy }, ...others.filter((other) => !isSame(other.value, asked))].slice(0, 8),
  }
}

/** A position in the form reads have. */
export const plainPosition = ({ title, company, start, end, location }: PositionRead): PositionRead => ({
  title,
  company,
  start,
  end,
  location,
})

/** True for a position that has not ended: its end is a word, not a date. */
export const isPresent = (position: PositionRead): boolean =>
  Boolean(position.end) && !/\p{Nd}/u.test(position.end ?? '')

/** The newest present position at the company of the top card; else what the headline says of that company. */
function titleOf(
  { currentCompany, headline }: PersonFields,
  positions: readonly PositionRead[],
  { titleWay, titleFromHeadline }: Clues,
): PersonFields['currentTitle'] {
  if (!currentCompany) return undefined
  const present = positions.find((item) => isPresent(item) && isSame(item.company, currentCompany.value))
  if (titleWay && present) return { value: present.title, strategy: titleWay, confidence: 'likely' }
  const said = titleFromHeadline && headline ? titleInHeadline(headline.value, currentCompany.value) : null
  return said ? { value: said, strategy: 'title-in-headline', confidence: 'likely' } : undefined
}

/**
 * Proof that the page shows the person of its address: the slugs the page itself carries, and a print of the
 * top card. The print is made of name and member id alone, because everything else of a card may change while
 * it still shows the same person.
 */
function proofOf(href: string, pageSlugs: Clues['slugs'], fields: PersonFields): Proof {
  const slugs = new Set(pageSlugs.flatMap((slug) => slug?.toLowerCase() || []))
  const id = fields.memberId?.value
  const asked = slugOf(href)
  if (id && asked && isIdSlug(asked) && id === asked) slugs.add(asked.toLowerCase())
  const name = fields.name?.value
  return { slugs: [...slugs].slice(0, 16), topCard: name ? printOf(`${id ?? ''}\n${name}`) : null }
}
