import { normalSlug } from './address.ts'
import type { MailPlace } from './mail-place.ts'
import { plainE164 } from './e164.ts'
import { normalMail } from './mail.ts'
import type { StepType } from './cadence/step.ts'
import type { Contact } from './records.ts'

/** The place a touch is done at. Only `https`, `mailto` and `tel` addresses, every value encoded. */
export type TouchTarget =
  | { kind: 'profile'; url: string }
  /** The message box that LinkedIn opens from the profile; the text comes by the clipboard. */
  | { kind: 'message'; url: string }
  /**
   * `fits` is false when the text is too long for an address: it opens without it and is to be copied. `thread` finds
   * what was written before, where the webmail has an address for that.
   */
  | { kind: 'compose'; url: string; fits: boolean; thread: string | null }
  | { kind: 'tel'; url: string }
  /** Research has the profile to look at, where there is one. */
  | { kind: 'task'; url: string | null }
  | { kind: 'missing'; what: 'email' | 'phone' | 'profile'; url: null }

/** Where the rep does this step for this contact, with the rendered text where the place can take it. */
export function touchTarget(input: {
  type: StepType
  contact: Pick<Contact, 'slug' | 'emails' | 'phones' | 'memberId' | 'practice'>
  rendered: { subject: string; body: string }
  mail: MailPlace
}): TouchTarget {
  const { type, contact, rendered, mail } = input
  const profile = profileUrl(contact)
  switch (type) {
    case 'email':
    case 'email_reply': {
      const to = normalMail(contact.emails[0]?.value ?? '')
      return to === null
        ? { kind: 'missing', what: 'email', url: null }
        : composeTarget(mail, to, rendered, type === 'email_reply')
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
    case 'linkedin_message':
    case 'linkedin_voice': {
      const url = messageUrl(contact)
      if (url !== null) return { kind: 'message', url }
      return profile === null
        ? { kind: 'missing', what: 'profile', url: null }
        : { kind: 'profile', url: profile }
    }
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

/** The link of LinkedIn's own «Message» button; null without the id it names people by, and for invented people. */
function messageUrl({ memberId, practice }: Pick<Contact, 'memberId' | 'practice'>): string | null {
  const id = memberId?.value.trim() ?? ''
  if (practice || !/^ACoA[\w-]{10,100}$/.test(id)) return null
  return `https://www.linkedin.com/messaging/compose/?profileUrn=${enc(`urn:li:fsd_profile:${id}`)}&recipient=${id}`
}

function composeTarget(
  mail: MailPlace,
  to: string,
  text: { subject: string; body: string },
  isReply: boolean,
): TouchTarget {
  const whole = composeUrl(mail, to, text.subject, text.body)
  const fits = whole.length <= MAX_URL
  const url = fits ? whole : composeUrl(mail, to, text.subject.slice(0, 500), '')
  return { kind: 'compose', url, fits, thread: isReply ? threadUrl(mail, to, text.subject) : null }
}

function composeUrl({ app, base }: MailPlace, to: string, subject: string, body: string): string {
  switch (app) {
    case 'gmail':
      return `${base}?view=cm&fs=1&to=${enc(to)}&su=${enc(subject)}${body === '' ? '' : `&body=${enc(body)}`}`
    case 'outlook':
      return `${base}deeplink/compose?to=${enc(to)}&subject=${enc(subject)}${body === '' ? '' : `&body=${enc(body)}`}`
    case 'mailto':
      // RFC 6068: lines end in %0D%0A.
      return `mailto:${enc(to).replaceAll('%40', '@')}?subject=${enc(subject)}${body === '' ? '' : `&body=${enc(body.replace(/\r?\n/g, '\r\n'))}`}`
  }
}

/** Gmail's search for the mails of this thread; Outlook has no address for a search. */
function threadUrl({ app, base }: MailPlace, to: string, subject: string): string | null {
  if (app !== 'gmail') return null
  const bare = subject.replace(/^Re: /, '').replaceAll('"', ' ').trim().slice(0, 200)
  return `${base}#search/${enc(`(to:${to} OR from:${to})${bare === '' ? '' : ` subject:"${bare}"`}`)}`
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
