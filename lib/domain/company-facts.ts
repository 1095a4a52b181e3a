import { canonicalAddress } from './address.ts'
import type { CompanyField, CompanyRead, Field } from './capture.ts'
import { companyDomain } from './domain-of.ts'
import { betterOf } from './merge.ts'
import type { Account } from './records.ts'
import type { Instant, Sourced } from './values.ts'

/** Facts of an account that carry their source, and what a company page calls them. */
export const COMPANY_FACTS = {
  industry: 'industry',
  headcount: 'sizeText',
  website: 'website',
  headquarters: 'headquarters',
  founded: 'founded',
  type: 'type',
  description: 'description',
  specialities: 'specialities',
} as const satisfies Partial<Record<keyof Account, CompanyField>>
export type CompanyFact = keyof typeof COMPANY_FACTS

/** The company of a page as an account; null when the page does not name it. The domain is that of its site. */
export function accountOnPage(
  read: CompanyRead,
  page: { url: string; at: Instant; practice: boolean },
): Account | null {
  const { fields } = read
  const sourced = (field: Field | undefined): Sourced | null => (field ? sourcedOf(field, page) : null)
  const name = sourced(fields.name)
  if (name === null) return null
  const number = fields.linkedinId?.value ?? ''
  const facts = Object.entries(COMPANY_FACTS).map(([fact, field]) => [fact, sourced(fields[field])] as const)
  return {
    industry: null,
    headcount: null,
    ...Object.fromEntries(facts),
    name,
    slug: fields.slug?.value.toLowerCase() ?? null,
    linkedinId: /^\d{1,12}$/.test(number) ? number : null,
    domain: companyDomain(fields.domain?.value ?? fields.website?.value ?? ''),
    createdAt: page.at,
    practice: page.practice,
  }
}

/** What the page changes of a known account: by the rules of a person's values, and keys that it lacks. */
export function mergeCompany(known: Account, found: Account): Partial<Account> {
  const patch: Partial<Account> = {}
  for (const fact of ['name', ...FACTS] as const) {
    const before = known[fact] ?? null
    // A company's values are weighed as a person's are.
    const after = betterOf('company', before, found[fact] ?? null)
    if (after !== null && after !== before) Object.assign(patch, { [fact]: after })
  }
  for (const key of ['slug', 'linkedinId', 'domain'] as const)
    if (known[key] === null && found[key] !== null) patch[key] = found[key]
  return patch
}

function sourcedOf(field: Field, { url, at }: { url: string; at: Instant }): Sourced | null {
  const value = field.value.toWellFormed().trim()
  if (value === '') return null
  const address = canonicalAddress(url)
  const { strategy, confidence } = field
  return { value, by: 'page', strategy, confidence, ...(address !== '' && { url: address }), at }
}

const FACTS = Object.keys(COMPANY_FACTS) as CompanyFact[] // the keys of a const object are its literal names
