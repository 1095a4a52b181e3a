import { isOneCompany } from '#lib/domain/company.ts'
import { mergeCompany } from '#lib/domain/company-facts.ts'
import { accountKeysOf, wasKey } from '#lib/domain/identity.ts'
import type { Account, Contact, Stored } from '#lib/domain/records.ts'
import type { Change, Store, StoreReads } from '#lib/store/store.ts'

/**
 * Accounts that turn out to be one company are joined the same way on every device: the smaller id stays, its people
 * and those of the others are its people, of two values the better evidenced one stays. It remembers who went into
 * it, under which name, so that a person who arrives later with the old account finds the way.
 */

type Reads = Pick<StoreReads, 'accountsByKeys' | 'contactsOfAccount' | 'get'>

export interface AccountJoin {
  /** The account as it will be. */
  account: Stored<'account'>
  changes: Change[]
}

/** Joins the given accounts, and what `found` says of their company, into one. With one account it is only brought up to date. */
export async function accountJoin(
  reads: Reads,
  accounts: readonly [Stored<'account'>, ...Stored<'account'>[]],
  merge: (known: Account) => Partial<Account>,
): Promise<AccountJoin> {
  const [stays, ...going] = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [
    Stored<'account'>,
    ...Stored<'account'>[],
  ] // as many as given
  let patch: Partial<Account> = {}
  const changes: Change[] = []
  for (const goes of going) {
    const so = { ...stays, ...patch }
    const gone = [...(goes.joined ?? []), { id: idOf(goes), name: goes.name.value }]
    patch = { ...patch, ...mergeCompany(so, goes), joined: [...(so.joined ?? []), ...gone] }
    for (const { id } of await reads.contactsOfAccount(goes.id, MOST_PEOPLE))
      changes.push({ t: 'contact', id, k: 'patch', f: { accountId: idOf(stays) } })
    changes.push({ t: 'account', id: goes.id, k: 'del' })
  }
  patch = { ...patch, ...merge({ ...stays, ...patch }) }
  if (Object.keys(patch).length > 0) changes.unshift({ t: 'account', id: stays.id, k: 'patch', f: patch })
  return { account: { ...stays, ...patch }, changes }
}

/** The accounts among `candidates` that are one company by what `found` says of it; none where they contradict each other. */
export function oneCompany(candidates: readonly Stored<'account'>[], found: Account): Stored<'account'>[] {
  const fitting = candidates.filter((account) => isOneCompany(account, found))
  const isAtOdds = fitting.some((one) => fitting.some((other) => isAgainst(one, other)))
  return isAtOdds ? [] : fitting
}

const isAgainst = (a: Account, b: Account): boolean =>
  a.linkedinId !== null && b.linkedinId !== null && a.linkedinId !== b.linkedinId

/** After a pull: an account that is another one by now, and a person whose account went into another. Gives the number of commits. */
export async function joinAccounts(store: Store, t: string, id: string): Promise<number> {
  const asked = t === 'account' ? twinsOfAccount : t === 'contact' ? strayOf : null
  // Asked first without the lock: nearly always there is nothing to do.
  if (asked === null || (await asked(store, id)).length === 0) return 0
  const { group } = await store.commit(async (reads) => ({ changes: await asked(reads, id), result: null }))
  return group === null ? 0 : 1
}

async function twinsOfAccount(reads: Reads, id: string): Promise<Change[]> {
  const account = await reads.get('account', id)
  if (!account) return []
  const others = (await reads.accountsByKeys(accountKeysOf(account))).filter((other) => other.id !== id)
  const twins = oneCompany(others, account)
  return twins.length === 0 ? [] : (await accountJoin(reads, [account, ...twins], () => ({}))).changes
}

/** A person saved on a device that did not know yet that their account went into another. */
async function strayOf(reads: Reads, id: string): Promise<Change[]> {
  const accountId = (await reads.get('contact', id))?.accountId ?? null
  if (accountId === null || (await reads.get('account', accountId))) return []
  const [account] = await reads.accountsByKeys([wasKey(accountId)])
  return account ? [{ t: 'contact', id, k: 'patch', f: { accountId: idOf(account) } }] : []
}

/** Ids are branded by table; these are accounts' own. */
const idOf = ({ id }: Stored<'account'>): NonNullable<Contact['accountId']> =>
  id as NonNullable<Contact['accountId']>

const MOST_PEOPLE = 20_000
