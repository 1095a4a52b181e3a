import { normalSlug } from './address.ts'
import { plainE164 } from './e164.ts'
import { normalMail } from './mail.ts'
import type { StepType } from './cadence/step.ts'
import type { Contact } from './records.ts'
import type { Settings } from './settings.ts'

/** The place a touch is done at. Only `https`, `mailto` and `tel` addresses, every value encoded. */
export type TouchTarget =
  | { kind: 'profile'; url: string }
  /** `fits` is false when the text is too long for an address: it opens without it and is to be copied. */
  | { kind: 'compose'; url: string; fits: boolean }
  | { kind: 'tel'; url: string }
  /** Research has the profile to look at, where there is one. */
  | { kind: 'task'; url: string | null }
  | { kind: 'missing'; what: 'email' | 'phone' | 'profile'; url: null }

/** Where the rep does this step for this contact, with the rendered text where the place can take it. */
export function touchTarget(input: {
  type: StepType
  contact: Pick<Contact, 'slug' | 'emails' | 'phones'>
  rendered: { subject: string; body: string }
  mailApp: Settings['mailApp']
}): TouchTarget {
  const { type, contact, rendered, mailApp } = input
  const profile = profileUrl(contact)
  switch (type) {
    case 'email':
    case 'email_reply': {
      const to = normalMail(contact.emails[0]?.value ?? '')
      return to === null
        ? { kind: 'missing', what: 'email', url: null }
        : composeTarget(mailApp, to, rendered)
    }
    case 'call': {
      const number = dialled(contact.phones[0]?.value ?? '')
      return number === null
        ? { kind: 'missing', what: 'phone', url: null }
        : { kind: 'tel', url: `tel:${number}` }
    }
    case 'task':
      return { kind: 'task', url: null }
    case 'research':
      return { kind: 'task', url: profile }
    default:
      return profile === null
        ? { kind: 'missing', what: 'profile', url: null }
        : { kind: 'profile', url: profile }
  }
}

/** Address of the contact's public profile, or null. */
export function profileUrl(contact: Pick<Contact, 'slug'>): string | null {
  const slug = contact.slug === null ? null : normalSlug(contact.slug.value)
  return slug === null ? null : `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`
}

function composeTarget(
  mailApp: Settings['mailApp'],
  to: string,
  text: { subject: string; body: string },
): TouchTarget {
  const whole = composeUrl(mailApp, to, text.subject, text.body)
  if (whole.length <= MAX_URL) return { kind: 'compose', url: whole, fits: true }
  return { kind: 'compose', url: composeUrl(mailApp, to, text.subject.slice(0, 500), ''), fits: false }
}

function composeUrl(mailApp: Settings['mailApp'], to: string, subject: string, body: string): string {
  switch (mailApp) {
    case 'gmail':
      return `https://mail.google.com/mail/?view=cm&fs=1&to=${enc(to)}&su=${enc(subject)}${body === '' ? '' : `&body=${enc(body)}`}`
    case 'outlook':
      return `https://outlook.office.com/mail/deeplink/compose?to=${enc(to)}&subject=${enc(subject)}${body === '' ? '' : `&body=${enc(body)}`}`
    case 'mailto':
      // RFC 6068: lines end in %0D%0A.
      return `mailto:${enc(to).replaceAll('%40', '@')}?subject=${enc(subject)}${body === '' ? '' : `&body=${enc(body.replace(/\r?\n/g, '\r\n'))}`}`
  }
}

function enc(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** E.164, or for a number of an unknown country its digits as written. */
function dialled(text: string): string | null {
  const known = plainE164(text)
  if (known !== null) return known
  const digits = text.replace(/[\s().\-/–]/g, '')
  return /^\+?\d{5,15}$/.test(digits) ? digits : null
}

/** Gmail refuses addresses of more than about 8 kB. */
const MAX_URL = 7_500
