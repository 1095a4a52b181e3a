import { accountFor, gainOf, isSameCompany, type CompanyFacts } from '#lib/domain/company.ts'
import { companyKey } from '#lib/domain/company-key.ts'
import { isOtherCompany } from '#lib/domain/job.ts'
import { normalMail } from '#lib/domain/mail.ts'
import type { Contact, Stored } from '#lib/domain/records.ts'
import type { Sourced } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { accountJoin, oneCompany } from '#lib/sync/join-accounts.ts'
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

type Reads = Pick<StoreReads, 'accountsByKeys' | 'contactsOfAccount' | 'get'>

/**
 * The account this person's company is joined to: a known one by its keys, else a new one; none without a company.
 * Where the page shows that several known accounts are this company, they become one.
 */
export async function accountPlan(
  deps: Pick<Deps, 'ids'>,
  reads: Reads,
  { contact, emails, person, now }: Joining,
): Promise<AccountPlan> {
  const facts = companyFacts(person)
  const found = accountFor({ ...contact, emails }, now, facts)
  if (!found) return { id: null, changes: [] }
  const candidates = (await reads.accountsByKeys(found.keys)).filter((account) =>
    isSameCompany(account, found.account),
  )
  const [known] = candidates
  if (!known) {
    const id = deps.ids.next()
    return { id: accountIdOf(id), changes: [{ t: 'account', id, k: 'put', f: found.account }] }
  }
  const { account, changes } = await accountJoin(
    reads,
    [known, ...othersOf(known, candidates, { contact, facts, now })],
    (so) => gainOf(so, found.account),
  )
  return { id: accountIdOf(account.id), changes }
}

/** Accounts that go into the known one. A mail address is no evidence for that: people work for one firm and write from another; nor is a guess. */
function othersOf(
  known: Stored<'account'>,
  candidates: readonly Stored<'account'>[],
  { contact, facts, now }: Pick<Joining, 'contact' | 'now'> & { facts: CompanyFacts },
): Stored<'account'>[] {
  if (candidates.length < 2) return []
  const said = accountFor({ ...contact, emails: [] }, now, facts)?.account
  const one = said && said.name.confidence !== 'guess' ? oneCompany(candidates, said) : []
  return one.includes(known) ? one.filter((account) => account !== known) : []
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
  reads: Reads,
  { known, merged, person, now }: Moving,
): Promise<(AccountPlan & { isOther: boolean | null }) | null> {
  const before = known.accountId === null ? undefined : await reads.get('account', known.accountId)
  const numbers = [before?.linkedinId ?? null, companyFacts(person).linkedinId]
  const hasNumbers = numbers[0] !== null && numbers[1] !== null && merged.company !== known.company
  const isOther = hasNumbers ? numbers[0] !== numbers[1] : null
  const isMove = isOther ?? isOtherCompany(known.company, merged.company)
  if (known.accountId !== null && before && !isMove) {
    if (!isOfPage(merged, person))
      return isOther === null ? null : { id: known.accountId, changes: [], isOther }
    // The page of somebody known may name the number of their company, which may be known twice.
    const plan = await accountPlan(deps, reads, { contact: merged, emails: [], person, now })
    const isTheirs =
      plan.id === known.accountId || plan.changes.some(({ id, k }) => id === known.accountId && k === 'del')
    return isTheirs
      ? { ...plan, isOther }
      : isOther === null
        ? null
        : { id: known.accountId, changes: [], isOther }
  }
  const old = new Set(known.emails.map(({ value }) => normalMail(value)))
  const emails = isMove ? merged.emails.filter(({ value }) => !old.has(normalMail(value))) : merged.emails
  const plan = await accountPlan(deps, reads, { contact: merged, emails, person, now })
  return plan.id === null ? null : { ...plan, isOther }
}

/** Whether the page numbers the very company that the person has. */
function isOfPage({ company }: Contact, person: PersonInput): boolean {
  if (person.from !== 'read' || company === null) return false
  const { currentCompany, companyLinkId } = person.read.fields
  return Boolean(companyLinkId) && companyKey(currentCompany?.value ?? '') === companyKey(company.value)
}

function companyFacts(person: PersonInput): CompanyFacts {
  return {
    linkedinId: person.from === 'read' ? (person.read.fields.companyLinkId?.value ?? null) : null,
    site: person.from === 'import' ? person.fields.companyDomain : null,
  }
}

/** Ids are branded by table; these are accounts' own. */
const accountIdOf = (id: string): Contact['accountId'] => id as Contact['accountId']
