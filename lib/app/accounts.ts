import { accountFor, gainOf, isSameCompany } from '#lib/domain/company.ts'
import { isOtherCompany } from '#lib/domain/job.ts'
import { normalMail } from '#lib/domain/mail.ts'
import type { Contact, Stored } from '#lib/domain/records.ts'
import type { Sourced } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'

/** To which company a person belongs: LinkedIn's number, then the domain, then the name without legal form. */

export interface AccountPlan {
  id: Contact['accountId']
  changes: Change[]
}

interface Joining {
  contact: Pick<Contact, 'company' | 'practice'>
  /** Addresses that may speak for the company. */
  emails: Sourced[]
  person: PersonInput
  now: string
}

/** The account this person's company is joined to: a known one by its keys, else a new one; none without a company. */
export async function accountPlan(
  deps: Pick<Deps, 'ids'>,
  reads: Pick<StoreReads, 'accountsByKeys'>,
  { contact, emails, person, now }: Joining,
): Promise<AccountPlan> {
  const found = accountFor({ ...contact, emails }, now, companyFacts(person))
  if (!found) return { id: null, changes: [] }
  const known = (await reads.accountsByKeys(found.keys)).find((account) =>
    isSameCompany(account, found.account),
  )
  if (!known) {
    const id = deps.ids.next()
    return { id: accountIdOf(id), changes: [{ t: 'account', id, k: 'put', f: found.account }] }
  }
  const gain = gainOf(known, found.account)
  const changes: Change[] =
    Object.keys(gain).length > 0 ? [{ t: 'account', id: known.id, k: 'patch', f: gain }] : []
  return { id: accountIdOf(known.id), changes }
}

interface Moving {
  known: Stored<'contact'>
  merged: Contact
  person: PersonInput
  now: string
}

/**
 * The account of a person whose company has become another, or who had none; null when all stays. `isOther`: whether
 * LinkedIn's numbers say that it is another company; null where they say nothing. Old mail addresses do not speak for
 * the new company: only those that came with it do.
 */
export async function movedAccount(
  deps: Pick<Deps, 'ids'>,
  reads: Pick<StoreReads, 'accountsByKeys' | 'get'>,
  { known, merged, person, now }: Moving,
): Promise<(AccountPlan & { isOther: boolean | null }) | null> {
  const before = known.accountId === null ? undefined : await reads.get('account', known.accountId)
  const numbers = [before?.linkedinId ?? null, companyFacts(person).linkedinId]
  const hasNumbers = numbers[0] !== null && numbers[1] !== null && merged.company !== known.company
  const isOther = hasNumbers ? numbers[0] !== numbers[1] : null
  const isMove = isOther ?? isOtherCompany(known.company, merged.company)
  if (known.accountId !== null && before && !isMove)
    return isOther === null ? null : { id: known.accountId, changes: [], isOther }
  const old = new Set(known.emails.map(({ value }) => normalMail(value)))
  const emails = isMove ? merged.emails.filter(({ value }) => !old.has(normalMail(value))) : merged.emails
  const plan = await accountPlan(deps, reads, { contact: merged, emails, person, now })
  return plan.id === null ? null : { ...plan, isOther }
}

function companyFacts(person: PersonInput): {
  linkedinId: string | null
  site: string | null
} {
  return {
    linkedinId: person.from === 'read' ? (person.read.fields.companyLinkId?.value ?? null) : null,
    site: person.from === 'import' ? person.fields.companyDomain : null,
  }
}

/** Ids are branded by table; these are accounts' own. */
const accountIdOf = (id: string): Contact['accountId'] => id as Contact['accountId']
