import type { CompanyRead } from '#lib/domain/capture.ts'
import { accountOnPage, mergeCompany } from '#lib/domain/company-facts.ts'
import { isSameCompany } from '#lib/domain/company.ts'
import { accountKeysOf } from '#lib/domain/identity.ts'
import { forbidsCompany } from '#lib/domain/never-list.ts'
import type { Account, Contact, Stored } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Commit, StoreReads } from '#lib/store/store.ts'
import { accountJoin, oneCompany } from '#lib/sync/join-accounts.ts'
import type { Deps } from './deps.ts'

export interface CompanyPage {
  read: CompanyRead
  url: string
  at: Instant
  practice: boolean
}

export interface CompanyView {
  /** The company as it is stored; null when it is not known. */
  account: Stored<'account'> | null
  /** Fields that saving would write: all of a new company, those that are new or better of a known one. */
  news: string[]
  /** People known there, at most a hundred. */
  people: KnownColleague[]
  /** The line of the never-capture list that keeps the company out, or null. */
  never: string | null
}

export interface KnownColleague {
  contactId: string
  name: string
  headline: string | null
  status: Contact['status']
  doNotContact: boolean
}

/** Whether the company of the page is known, what the page adds, and who of it is known. */
export async function companyOnPage(deps: Deps, page: CompanyPage): Promise<CompanyView> {
  const found = accountOnPage(page.read, page)
  if (!found) return { account: null, news: [], people: [], never: null }
  const never = forbidsCompany(await deps.settings.get(), found.domain)
  const [account] = await candidatesOf(deps.store, found)
  if (!account) return { account: null, news: Object.keys(page.read.fields), people: [], never }
  const contacts = await deps.store.contactsOfAccount(account.id, MOST_PEOPLE)
  return { account, news: Object.keys(mergeCompany(account, found)), people: contacts.map(colleague), never }
}

export type CompanyResult =
  | { kind: 'saved'; accountId: string; known: boolean }
  /** Everything on the page is known already. */
  | { kind: 'unchanged'; accountId: string }
  | { kind: 'no-name' }
  /** Its domain is on the never-capture list. */
  | { kind: 'never' }

/** Saves the facts of the page to the account of the people known there, or as a new account. */
export async function saveCompany(deps: Deps, page: CompanyPage): Promise<Commit<CompanyResult>> {
  return deps.store.commit<CompanyResult>(async (reads) => {
    const found = accountOnPage(page.read, page)
    if (!found) return { changes: [], result: { kind: 'no-name' } }
    if (forbidsCompany(await deps.settings.get(), found.domain) !== null)
      return { changes: [], result: { kind: 'never' } }
    const candidates = await candidatesOf(reads, found)
    const [known] = candidates
    if (!known) {
      const id = deps.ids.next()
      return {
        changes: [{ t: 'account', id, k: 'put', f: found }],
        result: { kind: 'saved', accountId: id, known: false },
      }
    }
    const one = oneCompany(candidates, found)
    const { account, changes } = await accountJoin(
      reads,
      [known, ...one.filter(({ id }) => id !== known.id)],
      (so) => mergeCompany(so, found),
    )
    if (changes.length === 0) return { changes, result: { kind: 'unchanged', accountId: account.id } }
    return { changes, result: { kind: 'saved', accountId: account.id, known: true } }
  })
}

/** Known accounts that are the company of the page, the surest first. */
async function candidatesOf(
  reads: Pick<StoreReads, 'accountsByKeys'>,
  found: Account,
): Promise<Stored<'account'>[]> {
  return (await reads.accountsByKeys(accountKeysOf(found))).filter((account) => isSameCompany(account, found))
}

function colleague(contact: Stored<'contact'>): KnownColleague {
  const { id: contactId, name, title, headline, status, doNotContact } = contact
  const said = title?.value ?? headline?.value ?? null
  return { contactId, name: name.value, headline: said, status, doNotContact }
}

const MOST_PEOPLE = 100
