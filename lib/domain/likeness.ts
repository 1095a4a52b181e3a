import { companyKey } from './company-key.ts'
import { isFreeMail } from './free-mail.ts'
import { normalMail } from './mail.ts'
import { nameParts } from './name/parse-name.ts'
import type { Contact } from './records.ts'
import type { Sourced } from './values.ts'

/** Likeness: what makes two contacts worth a question. Nobody is ever merged for it. */

type Likable = Pick<Contact, 'name' | 'firstName' | 'lastName' | 'company' | 'emails'>

/** Why two contacts may be one person, the strongest reason first. */
export const LIKENESS_REASONS = ['gmail-dots', 'name-company', 'name-mail-domain'] as const
export type LikenessReason = (typeof LIKENESS_REASONS)[number]

/** Index entries by which likely twins are looked up: `name:<folded name>` and `gm:<Gmail address without dots>`. */
export function likenessKeysOf(contact: Likable): string[] {
  const keys = new Set<string>()
  const name = nameKey(contact)
  if (name !== null) keys.add(`name:${name}`)
  for (const { value } of contact.emails) {
    const bare = gmailKey(value)
    if (bare !== null) keys.add(`gm:${bare}`)
  }
  return [...keys]
}

/** The strongest reason to think that both are one person; null without one. An equal name alone is none. */
export function likeness(a: Likable, b: Likable): LikenessReason | null {
  const mails = new Set(a.emails.map(({ value }) => gmailKey(value)).filter((key) => key !== null))
  if (b.emails.some(({ value }) => mails.has(gmailKey(value) ?? ''))) return 'gmail-dots'
  const name = nameKey(a)
  if (name === null || name !== nameKey(b)) return null
  const companies = [a, b].map(({ company }) => (company === null ? null : companyKey(company.value)))
  if (companies[0] !== null && companies[0] === companies[1]) return 'name-company'
  const fits = (company: string | null | undefined, other: Likable): boolean =>
    company !== null && company !== undefined && other.emails.some(({ value }) => isMailOf(value, company))
  if (fits(companies[0], b) || fits(companies[1], a)) return 'name-mail-domain'
  const domains = new Set(a.emails.flatMap(({ value }) => hostOf(value) ?? []))
  return b.emails.some(({ value }) => domains.has(hostOf(value) ?? '')) ? 'name-mail-domain' : null
}

/**
 * The words of a name in one form and order, whatever case, accents, titles and order it is written with; null for one
 * word. What stands between first and last name counts unless it is an initial or a father's name.
 */
export function nameKey(contact: Pick<Contact, 'name' | 'firstName' | 'lastName'>): string | null {
  const full = contact.name.value
  if (normalMail(full) !== null) return null
  const words = folded(wordsIn(contact).join(' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
  const isOneWord = words.length < 2 && !/^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(words[0] ?? '')
  return isOneWord ? null : words.join(' ').slice(0, 200)
}

function wordsIn({
  name,
  firstName,
  lastName,
}: Pick<Contact, 'name' | 'firstName' | 'lastName'>): readonly string[] {
  const isTold = firstName !== null && lastName !== null && ![firstName, lastName].some(isGuess)
  if (isTold) return [firstName.value, lastName.value]
  const { first, last, isSure, words } = nameParts(name.value)
  if (isSure) return [first ?? '', last ?? '']
  return words.length > 0 ? words : [name.value]
}

const isGuess = ({ confidence }: Sourced): boolean => confidence === 'guess'

/** `k.nordmann+x@googlemail.com` is read by who reads `knordmann@gmail.com`; null for other services. */
function gmailKey(address: string): string | null {
  const [local = '', host = ''] = (normalMail(address) ?? '').split('@')
  if (host !== 'gmail.com' && host !== 'googlemail.com') return null
  const bare = (local.split('+')[0] ?? '').replaceAll('.', '')
  return bare === '' ? null : `${bare}@gmail.com`
}

/** Whether a label of the address's host is the company's name, or its first word of four letters and more. */
function isMailOf(address: string, company: string): boolean {
  const labels = hostOf(address)?.split('.').slice(0, -1) ?? []
  const words = folded(company).split(' ')
  const [first = ''] = words
  return labels.some((label) => {
    const plain = folded(label).replaceAll('-', '')
    return plain === words.join('') || (first.length >= 4 && plain === first)
  })
}

/** Host of a mail address that is no free-mail service's. */
function hostOf(address: string): string | null {
  const host = normalMail(address)?.split('@')[1]
  return host === undefined || isFreeMail(host) ? null : host
}

/** Letters that Unicode does not take apart, but that people write without their mark. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
}
