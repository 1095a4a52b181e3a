import { getDomain } from 'tldts'
import { FREE_MAIL } from './free-mail.ts'
import { normalMail } from './mail.ts'

/** Registrable domain of a mail address (`mail.example.co.uk` → `example.co.uk`); null for free-mail services. */
export function domainOfMail(address: string): string | null {
  const mail = normalMail(address)
  if (mail === null) return null
  const domain = getDomain(mail.slice(mail.lastIndexOf('@') + 1))
  return domain === null || isFreeMail(domain) ? null : domain
}

function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || FREE_MAIL_FAMILIES.test(domain)
}

const FREE_MAIL_FAMILIES = /^(?:yahoo|hotmail|outlook|live|msn|gmx|ymail)\.(?:[a-z]{2,3})(?:\.[a-z]{2})?$/
