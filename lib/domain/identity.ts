import { v5 } from 'uuid'
import { isSalesId, memberNumber, normalSlug } from './address.ts'
import { companyKey } from './company-key.ts'
import { plainE164 } from './e164.ts'
import { normalMail, withoutPlusTag } from './mail.ts'
import type { Account, Contact } from './records.ts'
import type { TouchId } from './values.ts'

/** Who is who: the keys by which people and companies are found again, and the ids made from them. */

type Keyed = Partial<Pick<Contact, 'slug' | 'memberId' | 'emails' | 'phones'>>

/**
 * Every key by which the person can be found again, most exact first: `li:<slug>`, `lid:<member id>` (an `ACoAA…` or
 * Sales Navigator id also under the number inside it, which is all that guest pages give), `sn:<Sales Navigator id>`,
 * `mail:<address>` (also without its plus tag), `tel:<E.164>`.
 */
export function matchKeysOf(contact: Keyed): string[] {
  const keys = new Set<string>()
  const slug = contact.slug === undefined || contact.slug === null ? null : normalSlug(contact.slug.value)
  if (slug !== null) keys.add(`li:${slug}`)
  const memberId = contact.memberId?.value.trim() ?? ''
  if (memberId !== '' && !isSalesId(memberId)) keys.add(`lid:${memberId}`)
  addKey(keys, 'lid:', memberNumber(memberId))
  if (isSalesId(memberId)) keys.add(`sn:${memberId}`)
  for (const { value } of contact.emails ?? []) {
    const mail = normalMail(value)
    addKey(keys, 'mail:', mail)
    if (mail !== null) addKey(keys, 'mail:', withoutPlusTag(mail))
  }
  for (const { value } of contact.phones ?? []) addKey(keys, 'tel:', plainE164(value))
  return [...keys]
}

/**
 * Keys of a company, most exact first: `co:<slug>`, `cid:<LinkedIn id>`, `dom:<domain>`, `cname:<companyKey>`, and
 * `was:<id>` of every account that went into it.
 */
export function accountKeysOf(
  account: Pick<Account, 'name' | 'slug' | 'linkedinId' | 'domain' | 'joined'>,
): string[] {
  const keys = new Set<string>()
  addKey(keys, 'co:', account.slug?.toLowerCase() ?? null)
  addKey(keys, 'cid:', account.linkedinId)
  addKey(keys, 'dom:', account.domain?.toLowerCase() ?? null)
  addKey(keys, 'cname:', companyKey(account.name.value))
  for (const { id } of account.joined ?? []) keys.add(wasKey(id))
  return [...keys]
}

/** Key under which the account is found that another one went into. */
export const wasKey = (accountId: string): string => `was:${accountId}`

/** Ids of the suppression entries of match keys, in their order: a hash that names nobody. */
export function suppressionIdsOf(keys: readonly string[]): string[] {
  return keys.map((key) => v5(key, SUPPRESSION_SPACE))
}

/** Id of a touch: the same on every device, so that two devices cannot create one touch twice. */
export function touchIdOf(enrollmentId: string, stepId: string, cycle: number): TouchId {
  // The brand says no more than that the string came from here.
  return v5(`${enrollmentId}/${String(cycle)}/${stepId}`, TOUCH_SPACE) as TouchId
}

function addKey(keys: Set<string>, prefix: string, value: string | null): void {
  if (value !== null && value !== '') keys.add(prefix + value)
}

const SUPPRESSION_SPACE = '0d0a9f0e-6f5c-5e0e-8a43-2b1c7d4f9a11'
const TOUCH_SPACE = '5b7c1d3e-9a42-5f68-b0d7-3c8e6f1a2d94'
