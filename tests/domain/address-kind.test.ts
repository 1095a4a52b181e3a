import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKind, profileLink } from '#lib/domain/address-kind.ts'
import { companyDomain } from '#lib/domain/domain-of.ts'
import { editContact } from '#lib/domain/edit.ts'
import { foundIn } from '#lib/domain/found.ts'
import { guessColumns } from '#lib/domain/import/columns.ts'
import { readRow, type Mapping } from '#lib/domain/import/row.ts'
import { neverEntry } from '#lib/domain/never-list.ts'
import { kari, NOW } from './samples.ts'

const at = (slug: string): string => `https://www.linkedin.com/in/${slug}`

describe('the kind of an address', () => {
  test.each<[href: string, kind: string, canonical: string | null]>([
    ['https://www.linkedin.com/in/kari-nordmann', 'profile', at('kari-nordmann')],
    ['https://www.linkedin.com/in/kari-nordmann/', 'profile', at('kari-nordmann')],
    ['https://no.linkedin.com/in/kari-nordmann?trk=x#top', 'profile', at('kari-nordmann')],
    ['http://linkedin.com/in/Kari-Nordmann/details/experience/', 'profile', at('kari-nordmann')],
    ['linkedin.com/in/kari', 'profile', at('kari')],
    ['www.linkedin.com/in/kari', 'profile', at('kari')],
    ['https://m.linkedin.com/in/kari', 'profile', at('kari')],
    ['https://www.linkedin.com/mwlite/in/kari', 'profile', at('kari')],
    ['https://www.linkedin.com/mwlite/profile/in/kari', 'profile', at('kari')],
    ['https://www.linkedin.com/comm/in/kari', 'profile', at('kari')],
    ['https://www.linkedin.com/in/kari/en', 'profile', at('kari')],
    ['https://www.linkedin.com/de/in/kari', 'profile', at('kari')],
    ['https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa', 'profile', at('jos%C3%A9-garc%C3%ADa')],
    ['https://www.linkedin.com/in/josé-garcía', 'profile', at('jos%C3%A9-garc%C3%ADa')],
    ['https://www.linkedin.com/in/jos%25C3%25A9', 'profile', at('jos%C3%A9')],
    ['https://www.linkedin.com/in/%E7%8E%8B%E5%B0%8F', 'profile', at('%E7%8E%8B%E5%B0%8F')],
    ['https://www.linkedin.com/in/', 'none', null],
    ['https://www.linkedin.com/in', 'none', null],
    ['https://www.linkedin.com/in/me/', 'none', null],
    ['https://www.linkedin.com/in/unavailable', 'none', null],
    ['https://www.linkedin.com/in/ACoAABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc', 'profile', null],
    ['https://www.linkedin.com/pub/kari-nordmann/a7/576/b50', 'profile', at('kari-nordmann-b50576a7')],
    ['https://www.linkedin.com/pub/kari-nordmann/1/2/3', 'profile', null],
    ['https://www.linkedin.com/pub/dir/Kari/Nordmann', 'none', null],
    ['https://www.linkedin.com/company/acme', 'company', null],
    ['https://www.linkedin.com/company/acme/people/?x=1', 'company', null],
    ['https://www.linkedin.com/company/', 'none', null],
    ['https://www.linkedin.com/showcase/acme-x', 'company', null],
    ['https://www.linkedin.com/school/mit/', 'school', null],
    ['https://www.linkedin.com/search/results/people/?keywords=a', 'people-search', null],
    ['https://www.linkedin.com/search/results/all/?keywords=a', 'none', null],
    ['https://www.linkedin.com/sales/search/people?x', 'people-search', null],
    ['https://www.linkedin.com/sales/lead/ACwAAAbc123,NAME_SEARCH,x1', 'sales-lead', null],
    ['https://www.linkedin.com/sales/lead/', 'none', null],
    ['https://mail.google.com/mail/u/0/#inbox/FMfcgzGaEiOuLmNpQrStUvWx', 'mail-thread', null],
    [
      'https://www.linkedin.com/sales/lead/ACwAABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc,NAME_SEARCH,x1',
      'sales-lead',
      null,
    ],
    [
      'https://www.linkedin.com/sales/people/ACwAABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc,NAME_SEARCH,x1',
      'sales-lead',
      null,
    ],
    ['https://www.linkedin.com/feed/', 'none', null],
    ['https://www.linkedin.com/posts/kari-nordmann_x-activity-1', 'none', null],
    ['https://www.linkedin.com/jobs/view/123', 'none', null],
    ['https://www.linkedin.com.evil.example/in/kari', 'none', null],
    ['https://linkedin.com-evil.example/in/kari', 'none', null],
    ['https://evil-linkedin.com/in/kari', 'none', null],
    ['https://notlinkedin.com/in/kari', 'none', null],
    ['https://lіnkedin.com/in/kari', 'none', null],
    ['https://www.linkedin.com@evil.example/in/kari', 'none', null],
    ['https://evil.example/?u=https://www.linkedin.com/in/kari', 'none', null],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari', 'none', null],
    [
      'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari&x=1',
      'profile',
      at('kari'),
    ],
    ['https://www.linkedin.com/safety/go?url=https%3A%2F%2Fexample.com', 'none', null],
    [
      'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww%2Elinkedin%2Ecom%2Fin%2Fkari&urlhash=x',
      'profile',
      at('kari'),
    ],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari&data=05%7C01&sdata=x&reserved=0',
      'profile',
      at('kari'),
    ],
    [
      'https://urldefense.proofpoint.com/v1/url?u=https://www.linkedin.com/in/kari&k=x',
      'profile',
      at('kari'),
    ],
    [
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_in_kari-2Dnordmann_&d=x&c=y',
      'profile',
      at('kari-nordmann'),
    ],
    [
      'https://urldefense.com/v3/__https://www.linkedin.com/in/kari-nordmann__;!!ABC!xyz$',
      'profile',
      at('kari-nordmann'),
    ],
    [
      'https://urldefense.com/v3/__https:/www.linkedin.com/in/kari-nordmann__;!!ABC!xyz$',
      'profile',
      at('kari-nordmann'),
    ],
    [
      'https://urldefense.com/v3/__https://www.linkedin.com/in/jos*C3*A9__;JSU!!ABC!xyz$',
      'profile',
      at('jos%C3%A9'),
    ],
    ['https://www.google.com/url?q=https://www.linkedin.com/in/kari&sa=D', 'profile', at('kari')],
    [
      'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.linkedin.com%2fin%2fkari&c=E,1&typo=1',
      'profile',
      at('kari'),
    ],
    [
      'https://secure-web.cisco.com/1abc_def/https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari',
      'profile',
      at('kari'),
    ],
    ['https://protect-us.mimecast.com/s/abc?domain=linkedin.com', 'none', null],
    ['https://u123.ct.sendgrid.net/ls/click?upn=abc', 'none', null],
    ['https://mail.google.com/mail/u/0/#inbox/FMfcgzQhTJKLMNPQRSTVWXZbcdfghjk', 'mail-thread', null],
    ['https://mail.google.com/mail/u/0/#inbox', 'none', null],
    ['https://mail.google.com/mail/u/0/#inbox/p2', 'none', null],
    ['https://mail.google.com/mail/u/0/#search/kari/FMfcgzQhTJKLMNPQRSTVWXZbcdfghjk', 'mail-thread', null],
    ['https://mail.google.com/mail/u/0/#search/kari', 'none', null],
    ['https://mail.google.com/mail/u/1/#label/Leads/184abc0123456789', 'mail-thread', null],
    ['https://mail.google.com/mail/u/0/#settings/general', 'none', null],
    [
      'https://outlook.office.com/mail/inbox/id/AAQkADAwATM0MDAAMS1iNTcwLWI2NTEtMDACLTAwCgAQAB',
      'mail-thread',
      null,
    ],
    [
      'https://outlook.live.com/mail/0/inbox/id/AQMkADAwATM0MDAAMS1iNTcwLWI2NTEtMDACLTAwCgAQAB',
      'mail-thread',
      null,
    ],
    ['https://outlook.office.com/mail/inbox', 'none', null],
    ['https://outlook.office.com/mail/deeplink/compose', 'none', null],
    [
      'https://outlook.cloud.microsoft/mail/inbox/id/AAQkADAwATM0MDAAMS1iNTcwLWI2NTEtMDACLTAwCgAQAB',
      'mail-thread',
      null,
    ],
    ['(https://www.linkedin.com/in/kari),', 'profile', at('kari')],
    ['https://www.linkedin.com/in/kari%2F', 'profile', at('kari')],
    ['https://www.linkedin.com/in/kari&trk=x', 'profile', at('kari')],
    [
      'https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari',
      'none',
      null,
    ],
    ['https://www.google.com.evil.example/url?q=https://www.linkedin.com/in/kari', 'none', null],
    ['https://www.linkedin.com/sales/company/123', 'none', null],
    ['javascript:alert(1)', 'none', null],
    ['mailto:kari@example.com', 'none', null],
    ['', 'none', null],
    ['https://www.linkedin.com/in/kari/../ola', 'profile', at('ola')],
    ['https://www.linkedin.com/in/..', 'none', null],
    ['https://www.linkedin.com/in/%2e%2e/feed', 'none', null],
    ['https://www.linkedin.com/in/kari%20nordmann', 'none', null],
    ['https://www.linkedin.com:8080/in/kari', 'none', null],
    ['ftp://www.linkedin.com/in/kari', 'none', null],
    ['https://www.linkedin.com/in/kari?x=https://www.linkedin.com/in/ola', 'profile', at('kari')],
    ['https://www.linkedin.com/learning/in/kari', 'none', null],
    ['https://www.linkedin.com/company/in/kari', 'company', null],
    ['https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari', 'profile', at('kari')],
  ])('%s is %s', (href, kind, canonical) => {
    expect(addressKind(href)).toEqual({ kind, canonical })
  })

  test('wrappers in wrappers are opened, but not without end', () => {
    const wrap = (href: string): string => `https://www.google.com/url?q=${encodeURIComponent(href)}`
    let href = at('kari')
    for (let depth = 0; depth < 4; depth += 1) href = wrap(href)
    expect(addressKind(href).canonical).toBe(at('kari'))
    for (let depth = 0; depth < 4; depth += 1) href = wrap(href)
    expect(addressKind(href).kind).toBe('none')
  })

  test('any text gets an answer, soon, and a canonical address is its own', () => {
    const piece = fc.constantFrom(
      'https://', 'www.', 'linkedin.com', '/in/', '/pub/', '/safety/go?url=', '%', '%25', '%2F', '..', '/', '?', '#', '@', ':', 'kari', 'é', '王', '__', ';', '!', '*', '**A',
      'https://urldefense.com/v3/__', 'https://www.google.com/url?q=', 'https://x.safelinks.protection.outlook.com/?url=', '\u0000', '\ud800', ' ', '&u=', 'JSU',
    ) // oxfmt-ignore
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 16 }), (pieces) => {
        const { kind, canonical } = addressKind(pieces.join(''))
        if (canonical === null) return
        expect(kind).toBe('profile')
        expect(addressKind(canonical)).toEqual({ kind, canonical })
      }),
      { numRuns: 3_000 },
    )
  })

  test.each(['a', '%25', '/', 'https://', '.', '*', '__', '&url=', '#', '(', ' '])(
    'a long run of %j is answered at once',
    (piece) => {
      const begun = performance.now()
      addressKind(piece.repeat(10_000))
      addressKind(`https://www.linkedin.com/in/${piece.repeat(2_500)}`)
      addressKind(`https://urldefense.com/v3/__${piece.repeat(2_500)}__;`)
      expect(performance.now() - begun).toBeLessThan(50)
    },
  )
})

describe('an address that was typed, linked or sent', () => {
  const KARI = 'https://no.linkedin.com/in/Kari-Nordmann/?trk=x'
  const MEMBER = 'ACoAABKArSEHB21hcmVuLW9rd3VvcwcHBwcHBwc'
  const inside = encodeURIComponent(KARI)

  test.each([
    KARI,
    `<${KARI}>.`,
    `https://www.linkedin.com/safety/go?url=${inside}&trk=x`,
    `https://www.linkedin.com/safety/go/?trk=a&url=${inside}`,
    `https://no.linkedin.com/redir/redirect?url=${inside.replaceAll('.', '%2E')}&urlhash=x`,
    `https://eur03.safelinks.protection.outlook.com/?url=${inside}&data=05%7C02`,
    `https://www.google.com/url?q=${inside}&sa=D`,
    `https://urldefense.com/v3/__https://www.linkedin.com/in/kari-nordmann__;!!x!y$`,
    `https://www.google.com/url?q=${encodeURIComponent(`https://www.linkedin.com/safety/go?url=${inside}`)}`,
  ])('%s leads to Kari', (text) => {
    expect(profileLink(text)).toEqual({ slug: 'kari-nordmann', memberId: null })
  })

  test.each([
    [`https://www.linkedin.com/in/${MEMBER}/`, MEMBER],
    [`https://www.google.com/url?q=${encodeURIComponent(`https://www.linkedin.com/in/${MEMBER}`)}`, MEMBER],
    [`https://www.linkedin.com/sales/lead/${MEMBER},NAME_SEARCH,x`, MEMBER],
  ])('%s leads to a member', (text, memberId) => {
    expect(profileLink(text)).toEqual({ slug: null, memberId })
  })

  test.each([
    '', 'kari-nordmann', 'Kari Nordmann', 'https://www.linkedin.com/company/fjordvolt', 'https://www.linkedin.com/safety/go',
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fevil.example%2Fin%2Fkari', `https://evil.example/?url=${inside}`,
  ])('%j leads to nobody', (text) => {
    expect(profileLink(text)).toEqual({ slug: null, memberId: null })
  }) // oxfmt-ignore

  const WRAPPED = `https://eur03.safelinks.protection.outlook.com/?url=${inside}&data=05`

  test('adding by hand opens it', () => {
    const hand = {
      from: 'hand',
      name: 'Kari',
      company: null,
      email: null,
      linkedin: WRAPPED,
      practice: false,
    } as const
    expect(foundIn(hand, NOW).values.slug?.value).toBe('kari-nordmann')
  })

  test('so does an edit', () => {
    expect(editContact(kari(), 'slug', WRAPPED, NOW)).toMatchObject({
      patch: { slug: { value: 'kari-nordmann' } },
    })
  })

  test('so does a line of a file, and the column is known by it', () => {
    const mapping: Mapping = { headers: ['a', 'b'], targets: ['name', 'linkedin'] }
    expect(
      readRow(['Kari', WRAPPED], mapping, { now: '2026-11-24T09:30:00.000Z', zone: 'UTC' }),
    ).toMatchObject({
      fields: { linkedin: 'https://www.linkedin.com/in/kari-nordmann/' },
    })
    expect(
      guessColumns([
        ['Name', 'Where'],
        ['Kari', WRAPPED],
        ['Ola', WRAPPED],
      ]).columns[1]?.target,
    ).toBe('linkedin')
  })

  test('so does the list of those who are never kept', () => {
    expect(neverEntry(WRAPPED)).toEqual({ kind: 'profile', value: 'kari-nordmann' })
  })

  test('and the site of a company', () => {
    const site = encodeURIComponent('https://www.fjordvolt.test/no')
    expect(companyDomain(`https://www.linkedin.com/redir/redirect?url=${site}`)).toBe('fjordvolt.test')
    expect(companyDomain(`https://www.google.com/url?q=${site}`)).toBe('fjordvolt.test')
  })
})
