import { companyKey } from './company-key.ts'
import { companyDomain, domainOfMail } from './domain-of.ts'
import { accountKeysOf } from './identity.ts'
import type { Account, Contact } from './records.ts'
import type { Instant, Sourced } from './values.ts'

/** Facts of the company that a page gives beside the contact. */
export interface CompanyFacts {
  /** LinkedIn's number of the company (`companyLinkId` of a read). */
  linkedinId: string | null
  /** Address or domain of its site, or a mail address there. */
  site?: string | null
}

/**
 * The company of a person as a new account, and the keys to look for it with; null when neither a company nor a
 * mail domain of one is known. A domain alone gives the company its name, marked as a guess.
 */
export function accountFor(
  contact: Pick<Contact, 'company' | 'emails' | 'practice'>,
  at: Instant,
  facts: CompanyFacts = { linkedinId: null },
): { keys: string[]; account: Account } | null {
  const mail = contact.emails.find((email) => domainOfMail(email.value) !== null)
  const ofMail = mail === undefined ? null : domainOfMail(mail.value)
  const domain = (facts.site ? companyDomain(facts.site) : null) ?? ofMail
  const name: Sourced | null =
    contact.company ?? (mail && ofMail ? { ...mail, value: ofMail, by: 'page', confidence: 'guess' } : null)
  if (name === null) return null
  // The page it was read on is a person's: an account must not name anybody who is erased one day.
  const { url: _person, ...evidence } = name
  const linkedinId =
    facts.linkedinId !== null && /^\d{1,12}$/.test(facts.linkedinId) ? facts.linkedinId : null
  const account: Account = {
    name: evidence, slug: null, linkedinId, domain, industry: null, headcount: null, createdAt: at, practice: contact.practice,
  } // prettier-ignore
  return { keys: accountKeysOf(account), account }
}

/**
 * Whether an account found by one of the keys is this company. LinkedIn's numbers decide; then the domain, where
 * `fjordvolt.no` and `fjordvolt.com` may be one company by name; then the name alone.
 */
export function isSameCompany(known: Account, found: Account): boolean {
  if (known.practice !== found.practice) return false
  if (known.linkedinId !== null && found.linkedinId !== null) return known.linkedinId === found.linkedinId
  if (known.domain === null || found.domain === null || known.domain === found.domain) return true
  return labelOf(known.domain) === labelOf(found.domain)
}

/**
 * Whether two accounts are surely one company. LinkedIn's numbers decide; then its slug and the registrable domain;
 * the name alone only where one of the two has nothing but a name, because two firms may bear one.
 */
export function isOneCompany(a: Account, b: Account): boolean {
  if (!isSameCompany(a, b)) return false
  if (a.linkedinId !== null && b.linkedinId !== null) return true
  if (a.slug !== null && b.slug !== null) return a.slug === b.slug
  if (a.domain !== null && b.domain !== null) return a.domain === b.domain
  const [one, other] = [companyKey(a.name.value), companyKey(b.name.value)]
  return one !== null && one === other && (isNameOnly(a) || isNameOnly(b))
}

function isNameOnly({ slug, linkedinId, domain }: Account): boolean {
  return slug === null && linkedinId === null && domain === null
}

/** What a known account lacks and this one has. */
export function gainOf(known: Account, found: Account): Partial<Account> {
  return {
    ...(known.linkedinId === null && found.linkedinId !== null && { linkedinId: found.linkedinId }),
    ...(known.domain === null && found.domain !== null && { domain: found.domain }),
    ...(known.name.confidence === 'guess' && found.name.confidence !== 'guess' && { name: found.name }),
  }
}

function labelOf(domain: string): string {
  return domain.split('.')[0] ?? domain
}
