import type { ActivityFacts } from './activity-facts.ts'
import { companyKey } from './company-key.ts'
import type { Contact } from './records.ts'
import type { Sourced } from './values.ts'

/**
 * What changed in the person's work, for the timeline; null when nothing did. A guess, a first value and another way
 * to write the same are no change. `isOther` says whether LinkedIn's numbers of the companies differ; null = not known.
 */
export function jobChange(
  before: Pick<Contact, 'title' | 'company'>,
  after: Pick<Contact, 'title' | 'company'>,
  isOther: boolean | null,
): ActivityFacts['changed_job'] | null {
  const company = isOther ?? isOtherCompany(before.company, after.company)
  const isNewCompany = company && isKnown(before.company) && isKnown(after.company)
  const isNewTitle =
    isKnown(before.title) && isKnown(after.title) && folded(before.title) !== folded(after.title)
  if (!isNewCompany && !isNewTitle) return null
  return {
    ...(after.title && { title: after.title.value }),
    ...(after.company && { company: after.company.value }),
    ...(isNewTitle && before.title && { titleBefore: before.title.value }),
    ...(isNewCompany && before.company && { companyBefore: before.company.value }),
  }
}

/** Whether the names are of two companies: «Fjordvolt» and «Fjordvolt Systems AS» are one, written shorter. */
export function isOtherCompany(before: Sourced | null, after: Sourced | null): boolean {
  const keys = [before, after].map((company) => (company === null ? null : companyKey(company.value)))
  const [one, other] = keys
  if (!one || !other) return false
  return !`${one} `.startsWith(`${other} `) && !`${other} `.startsWith(`${one} `)
}

function isKnown(value: Sourced | null): value is Sourced {
  return value !== null && value.confidence !== 'guess' && folded(value) !== ''
}

function folded(value: Sourced): string {
  return value.value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
