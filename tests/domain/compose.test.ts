import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { STEP_TYPES, type StepType } from '#lib/domain/cadence/step.ts'
import { profileUrl, touchTarget } from '#lib/domain/compose.ts'
import { mailPlace } from '#lib/domain/mail-place.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { anyText, kari, KARI_URL, sourced } from './samples.ts'

const full = kari({
  emails: [sourced('kari.n@fjordvolt.example'), sourced('other@x.example')],
  phones: [sourced('+47 22 55 01 42')],
})
const rendered = { subject: 'Forms & suppliers?', body: 'Hi Kari,\n\n50 % less + more = æøå\n\nMarta' }
const target = (
  type: StepType,
  mailApp: Settings['mailApp'] = 'gmail',
  contact: Parameters<typeof touchTarget>[0]['contact'] = full,
  text = rendered,
) => touchTarget({ type, contact, rendered: text, mail: mailPlace({ mailApp, ownAddresses: [] }) })

describe('the place of a touch', () => {
  test.each([
    ['gmail', 'https://mail.google.com/mail/', 'su'],
    ['outlook', 'https://outlook.office.com/mail/deeplink/compose', 'subject'],
  ] as const)(
    'a mail opens a compose window of %s with recipient, subject and body',
    (app, start, subjectKey) => {
      const { kind, url } = target('email', app)
      const opened = new URL(url ?? '')
      expect(kind).toBe('compose')
      expect(url?.startsWith(start)).toBe(true)
      expect(opened.searchParams.get('to')).toBe('kari.n@fjordvolt.example')
      expect(opened.searchParams.get(subjectKey)).toBe(rendered.subject)
      expect(opened.searchParams.get('body')).toBe(rendered.body)
    },
  )

  test('with the mail program it is a mailto address, lines ended as RFC 6068 has them', () => {
    const { url } = target('email_reply', 'mailto')
    expect(
      url?.startsWith(
        'mailto:kari.n@fjordvolt.example?subject=Forms%20%26%20suppliers%3F&body=Hi%20Kari%2C%0D%0A%0D%0A50%20%25',
      ),
    ).toBe(true)
  })

  test('LinkedIn opens the profile, a call dials, a task has no place, research has the profile', () => {
    for (const type of STEP_TYPES.filter((name) => name.startsWith('linkedin_')))
      expect(target(type)).toEqual({ kind: 'profile', url: KARI_URL })
    expect(target('call')).toEqual({ kind: 'tel', url: 'tel:+4722550142' })
    expect(target('task')).toEqual({ kind: 'task', url: null })
    expect(target('research')).toEqual({ kind: 'task', url: KARI_URL })
  })

  test('a message opens the message box where LinkedIn’s own id is known, an invitation the profile', () => {
    const known = { ...full, memberId: sourced('ACoAAB1234567890_abc-DEF') }
    const box =
      'https://www.linkedin.com/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3AACoAAB1234567890_abc-DEF&recipient=ACoAAB1234567890_abc-DEF'
    for (const type of ['linkedin_message', 'linkedin_voice'] as const)
      expect(target(type, 'gmail', known)).toEqual({ kind: 'message', url: box })
    expect(target('linkedin_connect', 'gmail', known)).toEqual({ kind: 'profile', url: KARI_URL })
    const odd = { ...full, memberId: sourced('ACoAA/../x?y=1&z') }
    expect(target('linkedin_message', 'gmail', odd)).toEqual({ kind: 'profile', url: KARI_URL })
    expect(target('linkedin_message', 'gmail', { ...known, practice: true }).kind).toBe('profile')
  })

  test('a reply also has the search for its thread in Gmail, the one webmail with an address for it', () => {
    const text = { subject: 'Re: Forms "2027"', body: 'Hi' }
    const reply = target('email_reply', 'gmail', full, text)
    expect(reply.kind === 'compose' && decodeURIComponent(reply.thread ?? '')).toBe(
      'https://mail.google.com/mail/#search/(to:kari.n@fjordvolt.example OR from:kari.n@fjordvolt.example) subject:"Forms  2027"',
    )
    expect(target('email_reply', 'outlook', full, text)).toMatchObject({ thread: null })
    expect(target('email', 'gmail', full, text)).toMatchObject({ thread: null })
  })

  test('without address, number or profile it says what is missing', () => {
    const bare = {
      slug: null,
      emails: [sourced('not an address')],
      phones: [],
      memberId: null,
      practice: false,
    }
    expect(target('email', 'gmail', bare)).toEqual({ kind: 'missing', what: 'email', url: null })
    expect(target('call', 'gmail', bare)).toEqual({ kind: 'missing', what: 'phone', url: null })
    expect(target('linkedin_connect', 'gmail', bare)).toEqual({ kind: 'missing', what: 'profile', url: null })
  })

  test('a number of an unknown country is dialled as written, a text is not dialled', () => {
    expect(target('call', 'gmail', { ...full, phones: [sourced('(020) 7946 0958')] }).url).toBe(
      'tel:02079460958',
    )
    expect(target('call', 'gmail', { ...full, phones: [sourced('ask;ext=1,2')] }).kind).toBe('missing')
  })

  test('a text too long for an address opens without it and says so', () => {
    expect(target('email', 'gmail', full, { subject: 'x', body: 'long '.repeat(4_000) })).toMatchObject({
      kind: 'compose',
      fits: false,
      url: expect.not.stringContaining('body=') as string,
    })
  })

  it('is only ever https, mailto or tel, on the hosts meant, whatever stands in the records and texts', () => {
    const text = anyText()
    fc.assert(
      fc.property(
        fc.constantFrom(...STEP_TYPES),
        fc.constantFrom('gmail', 'outlook', 'mailto'),
        text,
        fc.oneof(text, fc.constant('kari@x.example')),
        fc.oneof(text, fc.constant('+47 22 55 01 42')),
        text,
        text,
        (type, app, slug, mail, phone, subject, body) => {
          const contact = {
            slug: sourced(slug),
            emails: [sourced(mail)],
            phones: [sourced(phone)],
            memberId: sourced(slug),
            practice: false,
          }
          const place = mailPlace({ mailApp: app, ownAddresses: [] })
          const { url } = touchTarget({ type, contact, rendered: { subject, body }, mail: place })
          if (url === null) return true
          const parsed = new URL(url)
          if (parsed.protocol === 'https:')
            return ['mail.google.com', 'outlook.office.com', 'www.linkedin.com'].includes(parsed.host)
          return parsed.protocol === 'mailto:' || parsed.protocol === 'tel:'
        },
      ),
    )
  })
})

test('a slug that is none has no profile', () => {
  expect(profileUrl({ slug: sourced('../company/x') })).toBeNull()
  expect(profileUrl({ slug: sourced('Jürgen-Öttl') })).toBe(
    'https://www.linkedin.com/in/j%C3%BCrgen-%C3%B6ttl/',
  )
})
