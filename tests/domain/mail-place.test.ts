import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { mailPlace } from '#lib/domain/mail-place.ts'

const found = (urls: string[], ownAddresses: string[] = []) =>
  mailPlace({ mailApp: 'found', ownAddresses }, urls).base

test('the webmail that was used last is found, with its account', () => {
  expect(found(['https://mail.google.com/mail/u/1/#inbox', 'https://outlook.live.com/mail/0/'])).toBe(
    'https://mail.google.com/mail/u/1/',
  )
  expect(found(['https://outlook.cloud.microsoft/mail/inbox'])).toBe('https://outlook.cloud.microsoft/mail/')
  expect(found(['https://outlook.live.com/mail/0/inbox/id/x'])).toBe('https://outlook.live.com/mail/0/')
})

test('without an open one, whose address the rep has tells; else it is Gmail', () => {
  expect(found([], ['marta@northlight.example', 'marta@hotmail.co.uk'])).toBe(
    'https://outlook.live.com/mail/0/',
  )
  expect(found([], ['marta@gmail.com'])).toBe('https://mail.google.com/mail/')
  expect(found([])).toBe('https://mail.google.com/mail/')
})

test('what the settings choose stands; only the account comes from the open tab', () => {
  const open = ['https://mail.google.com/mail/u/2/', 'https://outlook.live.com/mail/0/']
  const own = ['marta@gmail.com']
  expect(mailPlace({ mailApp: 'gmail', ownAddresses: own }, open).base).toBe(
    'https://mail.google.com/mail/u/2/',
  )
  expect(mailPlace({ mailApp: 'outlook', ownAddresses: own }, open).base).toBe(
    'https://outlook.live.com/mail/0/',
  )
  expect(mailPlace({ mailApp: 'outlook', ownAddresses: own }).base).toBe('https://outlook.office.com/mail/')
  expect(mailPlace({ mailApp: 'mailto', ownAddresses: own }, open)).toEqual({ app: 'mailto', base: '' })
})

it('is never led to another host', () => {
  const start = fc.constantFrom(
    'https://',
    'https://mail.google.com',
    'https://mail.google.com/mail/u/',
    'http://x@',
  )
  const urls = fc.array(
    fc.tuple(start, fc.string()).map((parts) => parts.join('')),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(urls, (open) => {
      const { host, pathname } = new URL(found(open))
      return host === 'mail.google.com' && /^\/mail\/(u\/\d{1,2}\/)?$/.test(pathname)
    }),
  )
})
