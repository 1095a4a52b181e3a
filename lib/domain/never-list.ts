import { profileLink } from './address-kind.ts'
import { memberNumber } from './address.ts'
import { isFreeMail } from './free-mail.ts'
import { nameKey } from './likeness.ts'
import { normalMail, withoutPlusTag } from './mail.ts'
import type { Contact } from './records.ts'
import type { Settings } from './settings.ts'

/** People and companies that Baton must not keep: the rep's own firm, family, addresses, whole domains. Never synced: it names people. */

/** One line of the list, understood. */
export type NeverEntry =
  | { kind: 'mail'; value: string }
  /** Everybody with a mail address there or below, and the company of that domain. */
  | { kind: 'domain'; value: string }
  | { kind: 'profile'; value: string }
  | { kind: 'member'; value: string }
  /** A full name; everybody who bears it. */
  | { kind: 'name'; value: string }

/** What a line means; null when it means nobody. */
export function neverEntry(line: string): NeverEntry | null {
  const text = line.trim()
  const mail = normalMail(text)
  if (mail !== null) return { kind: 'mail', value: mail }
  const { slug, memberId } = profileLink(text)
  if (slug !== null) return { kind: 'profile', value: slug }
  if (memberId !== null) return { kind: 'member', value: memberId }
  const domain = DOMAIN.exec(text.toLowerCase())?.[1]
  if (domain !== undefined) return domain === 'linkedin.com' ? null : { kind: 'domain', value: domain }
  const name = /[@/:.\d]{2}|[@/:]/.test(text) ? null : nameOf(text)
  return name === null ? null : { kind: 'name', value: name }
}

type NeverSettings = Pick<Settings, 'neverCapture' | 'neverColleagues' | 'ownAddresses'>
type Person = Pick<Contact, 'name' | 'firstName' | 'lastName' | 'slug' | 'memberId' | 'emails'>

/**
 * Reads the list once; what it gives names the line that forbids to keep a person, as the rep wrote it, or null. The
 * rep's own addresses and, unless switched off, their firm's mail domain count as lines.
 */
export function forbidding(settings: NeverSettings): (person: Person) => string | null {
  const lines = linesOf(settings)
  return (person) => lines.find(({ entry }) => fits(entry, person))?.line ?? null
}

/** The line that forbids to keep the company of this registrable domain, as the rep wrote it, or null. */
export function forbidsCompany(settings: NeverSettings, domain: string | null): string | null {
  const found = linesOf(settings).find(({ entry }) => entry.kind === 'domain' && entry.value === domain)
  return found?.line ?? null
}

function linesOf(settings: NeverSettings): { line: string; entry: NeverEntry }[] {
  const own = settings.ownAddresses.flatMap((address) => normalMail(address) ?? [])
  const hosts = own.map((mail) => mail.slice(mail.indexOf('@') + 1)).filter((host) => !isFreeMail(host))
  const all = [...settings.neverCapture, ...own, ...(settings.neverColleagues ? hosts : [])]
  return all.flatMap((line) => {
    const entry = neverEntry(line)
    return entry === null ? [] : [{ line: line.trim(), entry }]
  })
}

function fits(entry: NeverEntry, person: Person): boolean {
  switch (entry.kind) {
    case 'mail':
      return mailsOf(person).some((mail) => mail === entry.value || withoutPlusTag(mail) === entry.value)
    case 'domain':
      return mailsOf(person).some((mail) =>
        `.${mail.slice(mail.indexOf('@') + 1)}`.endsWith(`.${entry.value}`),
      )
    case 'profile':
      return person.slug?.value === entry.value
    case 'member':
      return person.memberId !== null && isMember(person.memberId.value, entry.value)
    case 'name':
      return nameKey(person) === entry.value
  }
}

function mailsOf(person: Person): string[] {
  return person.emails.flatMap(({ value }) => normalMail(value) ?? [])
}

function isMember(one: string, other: string): boolean {
  const number = memberNumber(one)
  return one === other || (number !== null && number === memberNumber(other))
}

function nameOf(text: string): string | null {
  const name = { value: text, by: 'rep', confidence: 'sure', at: '' } as const
  return nameKey({ name, firstName: null, lastName: null })
}

/** `firm.no`, also as `@firm.no`, `*.firm.no` or the address of its site. */
const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?(?:\*?\.|@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,})\/?$/u
