import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  canonicalAddress,
  differentMembers,
  memberIdOfAddress,
  memberNumber,
  normalSlug,
  profileAddress,
  salesIdOfAddress,
} from '#lib/domain/address.ts'
import { companyKey } from '#lib/domain/company-key.ts'
import { companyDomain, domainOfMail } from '#lib/domain/domain-of.ts'
import { accountKeysOf, matchKeysOf, suppressionIdsOf, touchIdOf } from '#lib/domain/identity.ts'
import { normalMail } from '#lib/domain/mail.ts'
import { normalPhone } from '#lib/domain/phone.ts'
import { uuid as uuidSchema } from '#lib/domain/values.ts'
import { anyText, kari, sourced, uuid } from './samples.ts'

const KARI = { slug: 'kari-nordmann', canonical: 'https://www.linkedin.com/in/kari-nordmann/', section: null }

describe('a profile address', () => {
  test.each([
    'https://www.linkedin.com/in/kari-nordmann/',
    'https://www.linkedin.com/in/kari-nordmann',
    'http://linkedin.com/in/Kari-Nordmann/?trk=x&a=b#top',
    'https://no.linkedin.com/in/kari-nordmann/',
    'https://m.linkedin.com/in/kari-nordmann',
    'https://www.linkedin.com/mwlite/in/kari-nordmann',
    'https://www.linkedin.com/comm/in/kari-nordmann?midToken=1',
    'https://www.linkedin.com/in/kari-nordmann/no',
    'https://www.linkedin.com/in/kari-nordmann/en-us/',
    'https://www.linkedin.com/nb-no/in/kari-nordmann/',
    'https://www.linkedin.com//in//kari-nordmann//',
    'https://www.linkedin.com:443/in/kari-nordmann/',
    'https://WWW.LinkedIn.com./in/kari-nordmann/',
    '  linkedin.com/in/kari-nordmann ',
    'www.linkedin.com/in/kari-nordmann',
    'https://www.linkedin.com/in/kari%2Dnordmann/',
    'https://www.linkedin.com/pub/kari-nordmann/',
  ])('%s is Kari', (href) => {
    expect(profileAddress(href)).toEqual(KARI)
  })

  test.each([
    ['https://www.linkedin.com/in/kari-nordmann/details/experience/', 'details/experience'],
    ['https://www.linkedin.com/in/kari-nordmann/overlay/contact-info/?x=1', 'overlay/contact-info'],
    ['https://www.linkedin.com/in/kari-nordmann/recent-activity/all', 'recent-activity/all'],
  ])('%s keeps its section', (href, section) => {
    expect(profileAddress(href)).toEqual({ ...KARI, section })
  })

  test('an international slug is decoded, composed, lower case, and encoded in the canonical address', () => {
    const encoded = profileAddress('https://www.linkedin.com/in/J%C3%BCrgen-%C3%96ttl-%E6%B9%8A/')
    expect(encoded).toEqual({
      slug: 'jürgen-öttl-湊',
      canonical: 'https://www.linkedin.com/in/j%C3%BCrgen-%C3%B6ttl-%E6%B9%8A/',
      section: null,
    })
    expect(profileAddress('https://www.linkedin.com/in/ju\u0308rgen-o\u0308ttl-湊')).toEqual(encoded)
  })

  test('an old address with three numbers is the new slug, one that cannot be known is refused', () => {
    expect(profileAddress('https://sy.linkedin.com/pub/jan-kowal/a7/576/b50?trk=x')?.slug).toBe(
      'jan-kowal-b50576a7',
    )
    expect(profileAddress('https://www.linkedin.com/pub/jan-kowal/0/5/b5')).toBeNull()
    expect(profileAddress('https://www.linkedin.com/pub/dir/Jan/Kowal')).toBeNull()
  })

  test.each([
    'https://www.linkedin.com.evil.example/in/kari-nordmann/',
    'https://evil-linkedin.com/in/kari-nordmann/',
    'https://linkedin.com@evil.example/in/kari-nordmann/',
    'https://www.linkedin.com:pw@evil.example/in/kari-nordmann/',
    'https://evil.example/https://www.linkedin.com/in/kari-nordmann/',
    'https://evil.example/?url=https://www.linkedin.com/in/kari-nordmann/',
    'https://www.linkedin.com:8443/in/kari-nordmann/',
    'https://www.lіnkedin.com/in/kari-nordmann/',
    'https://business.linkedin.com/in/kari-nordmann/',
    'https://www.linkedin.com\\in\\kari-nordmann',
    'ftp://www.linkedin.com/in/kari-nordmann/',
    'javascript:alert(1)//www.linkedin.com/in/kari-nordmann/',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/me/',
    'https://www.linkedin.com/in/unavailable/',
    'https://www.linkedin.com/in/ACoAABcDEFgBx1y2z3AbCdEfGhIjKlMnOpQrStU/',
    'https://www.linkedin.com/in/%2e%2e/',
    'https://www.linkedin.com/in/..%2Fcompany/',
    'https://www.linkedin.com/in/%E0%A4%A/',
    'https://www.linkedin.com/in/<b>kari</b>/',
    'https://www.linkedin.com/in/kari%00nordmann/',
    'https://www.linkedin.com/company/fjordvolt/',
    'https://www.linkedin.com/feed/',
    // A wrapper is a page of its own, which shows nobody.
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari-nordmann%2F',
    'https://www.linkedin.com/safety/go',
    '',
    'kari-nordmann',
  ])('%s is none', (href) => {
    expect(profileAddress(href)).toBeNull()
  })

  it('is a fixed point: the canonical address of any accepted address gives the same slug and itself', () => {
    fc.assert(
      fc.property(slugs(), hosts(), tails(), (raw, host, tail) => {
        const found = profileAddress(`https://${host}linkedin.com/in/${encodeURIComponent(raw)}${tail}`)
        if (found === null) return normalSlug(encodeURIComponent(raw)) === null
        const again = profileAddress(found.canonical)
        return again?.slug === found.slug && again.canonical === found.canonical && again.section === null
      }),
    )
  })

  it('never throws and never leaves LinkedIn, whatever is given', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), addresses()), (text) => {
        const found = profileAddress(text)
        canonicalAddress(text)
        return found === null || found.canonical.startsWith('https://www.linkedin.com/in/')
      }),
    )
  })
})

test('the member id stands in some addresses instead of a slug', () => {
  const id = 'ACoAABcDEFgBx1y2z3AbCdEfGhIjKlMnOpQrStU'
  expect(memberIdOfAddress(`https://www.linkedin.com/in/${id}/?x=1`)).toBe(id)
  expect(memberIdOfAddress('https://www.linkedin.com/in/kari-nordmann/')).toBeNull()
  expect(memberIdOfAddress(`https://evil.example/in/${id}/`)).toBeNull()
})

describe('the canonical address of any page', () => {
  test.each([
    ['https://Fjordvolt.example/about/?utm=1#x', 'https://fjordvolt.example/about/'],
    ['http://fjordvolt.example', 'http://fjordvolt.example/'],
    [
      'https://mail.google.com/mail/u/0/?tab=rm#inbox/FMfcgzQ?compose=new',
      'https://mail.google.com/mail/u/0/#inbox/FMfcgzQ',
    ],
    ['https://outlook.office.com/mail/inbox/id/AAQk?x=1', 'https://outlook.office.com/mail/inbox/id/AAQk'],
    ['https://localhost:8443/x?y', 'https://localhost:8443/x'],
    [
      'https://www.linkedin.com/in/kari-nordmann/details/skills?x',
      'https://www.linkedin.com/in/kari-nordmann/',
    ],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['https://user:secret@fjordvolt.example/', ''],
    ['', ''],
  ])('%s is %s', (href, canonical) => {
    expect(canonicalAddress(href)).toBe(canonical)
    if (canonical !== '') expect(canonicalAddress(canonical)).toBe(canonical)
  })
})

describe('a mail address', () => {
  test.each([
    ['Kari.N@Fjordvolt.example', 'kari.n@fjordvolt.example'],
    [' "Kari N." <kari.n@fjordvolt.example> ', 'kari.n@fjordvolt.example'],
    ['mailto:kari.n@fjordvolt.example?subject=Hi', 'kari.n@fjordvolt.example'],
    ['kari+baton@fjordvolt.example', 'kari+baton@fjordvolt.example'],
    ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ])('%s is %s', (text, mail) => {
    expect(normalMail(text)).toBe(mail)
    expect(normalMail(mail)).toBe(mail)
  })

  test.each([
    '',
    'kari',
    'kari@',
    '@x.example',
    'a b@x.example',
    'kari@localhost',
    'a@@x.example',
    'a@x..example',
    'a@x.example,b@x.example',
    'a\n@x.example',
    'a@-x.example',
  ])('%j is none', (text) => {
    expect(normalMail(text)).toBeNull()
  })
})

describe('an address of Sales Navigator', () => {
  const id = `ACwAA${'Ab3-_9'.repeat(5)}xyzw`
  test.each([
    [`https://www.linkedin.com/sales/lead/${id},NAME_SEARCH,x1tn`, id],
    [`https://www.linkedin.com/sales/people/${id},name,ig_W?_ntb=abc`, id],
    [`linkedin.com/sales/lead/${id}%2CNAME_SEARCH%2Cx1tn/`, id],
    ['https://www.linkedin.com/sales/profile/123456,ab_C,NAME_SEARCH', '123456'],
    [`https://www.linkedin.com.evil.example/sales/lead/${id},NAME_SEARCH`, null],
    ['https://www.linkedin.com/sales/company/77', null],
    ['https://www.linkedin.com/sales/search/people?query=x', null],
    [`https://www.linkedin.com/in/${id}`, null],
  ])('%s carries %s', (href, expected) => {
    expect(salesIdOfAddress(href)).toBe(expected)
  })
})

describe('a phone number', () => {
  test.each([
    ['+49 7541 555 0142', undefined, '+4975415550142'],
    ['tel:+48-42-555-01-42', undefined, '+48425550142'],
    ['07541 5550142', 'DE', '+4975415550142'],
    ['(202) 555-0142', 'us', '+12025550142'],
    ['+1 202 555 0142 ext. 7', undefined, '+12025550142'],
  ])('%s (%s) is %s', (text, country, number) => {
    expect(normalPhone(text, country)).toBe(number)
  })

  test.each(['', '07541 5550142', 'call me', '+1', '12', '+49 x', 'my number is +49 7541 555 0142'])(
    '%j is none',
    (text) => {
      expect(normalPhone(text)).toBeNull()
    },
  )

  test('an unknown country gives none instead of an error', () => {
    expect(normalPhone('07541 5550142', 'XX')).toBeNull()
  })
})

describe('match keys', () => {
  test('name slug, member id, mails and numbers, the most exact first, none twice', () => {
    const contact = {
      slug: sourced('Kari-Nordmann'), memberId: sourced('123456'),
      emails: [sourced('Kari@Fjordvolt.example'), sourced('kari@fjordvolt.example')], phones: [sourced('+47 22 55 01 42')],
    } // oxfmt-ignore
    expect(matchKeysOf(contact)).toEqual([
      'li:kari-nordmann',
      'lid:123456',
      'mail:kari@fjordvolt.example',
      'tel:+4722550142',
    ])
  })

  test('an ACoAA id is also found under the number inside it, which a guest page gives', () => {
    const bytes = new Uint8Array([
      0x00,
      0x2a,
      0x00,
      0x00,
      0x07,
      0x5b,
      0xcd,
      0x15,
      ...Array<number>(21).fill(9),
    ])
    const id = bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
    expect(id).toMatch(/^ACoAA/)
    expect(memberNumber(id)).toBe('123456789')
    expect(matchKeysOf({ memberId: sourced(id) })).toEqual([`lid:${id}`, 'lid:123456789'])
    const sales = new Uint8Array(bytes).with(1, 0x2c).toBase64({ alphabet: 'base64url', omitPadding: true })
    expect(sales).toMatch(/^ACwAA/)
    expect(matchKeysOf({ memberId: sourced(sales) })).toEqual(['lid:123456789', `sn:${sales}`])
    expect(differentMembers(id, sales)).toBe(false)
    expect(differentMembers(id, '123456789')).toBe(false)
    expect(differentMembers(id, '123456788')).toBe(true)
    expect(differentMembers(id, 'ACwAAunknown')).toBe(false)
  })

  test('a tagged address is also found under its mailbox', () => {
    expect(
      matchKeysOf({ emails: [sourced('Kari+oslo@Fjordvolt.example'), sourced('+x@fjordvolt.example')] }),
    ).toEqual([
      'mail:kari+oslo@fjordvolt.example',
      'mail:kari@fjordvolt.example',
      'mail:+x@fjordvolt.example',
    ])
  })

  test('a contact without anything to be found by has none', () => {
    expect(matchKeysOf(kari({ slug: null }))).toEqual([])
  })
})

test('a company is found by LinkedIn slug, number, domain and bare name', () => {
  const account = {
    name: sourced('Fjordvolt Systems AS'),
    slug: 'Fjordvolt',
    linkedinId: '77',
    domain: 'fjordvolt.example',
  }
  expect(accountKeysOf(account)).toEqual([
    'co:fjordvolt',
    'cid:77',
    'dom:fjordvolt.example',
    'cname:fjordvolt systems',
  ])
})

describe('a company name', () => {
  test.each([
    ['Brandstätter Präzisionstechnik GmbH & Co. KG', 'brandstatter prazisionstechnik'],
    ['BRANDSTÄTTER PRÄZISIONSTECHNIK', 'brandstatter prazisionstechnik'],
    ['The Ridgeline Company, Inc.', 'ridgeline'],
    ['Kola & Daughters Foods Ltd.', 'kola and daughters foods'],
    ['Hafbrún ehf.', 'hafbrun'],
    ['S.A.', 'sa'],
    ['湊川精密工業株式会社', '湊川精密工業'],
  ])('%s is compared as %s', (name, key) => {
    expect(companyKey(name)).toBe(key)
  })

  test('nothing but signs is no name', () => {
    expect(companyKey('!!!')).toBeNull()
  })
})

describe('the domain of a mail address', () => {
  test.each([
    ['kari@fjordvolt.no', 'fjordvolt.no'],
    ['kari@mail.eu.fjordvolt.co.uk', 'fjordvolt.co.uk'],
    ['kari@gmail.com', null],
    ['kari@hotmail.co.uk', null],
    ['kari@yahoo.de', null],
    ['kari@web.de', null],
    ['nobody', null],
    ['kari@mail.ru', null],
    ['kari@naver.com', null],
    ['kari@yandex.com.tr', null],
    ['kari@wp.pl', null],
    ['kari@fjordvolt.uk.com', 'fjordvolt.uk.com'],
    ['kari@fjordvolt.onmicrosoft.com', 'fjordvolt.onmicrosoft.com'],
    ['kari@onmicrosoft.com', null],
  ])('%s is %s', (mail, domain) => {
    expect(domainOfMail(mail)).toBe(domain)
  })

  test.each([
    ['https://www.fjordvolt.no/en/about?x=1', 'fjordvolt.no'],
    ['Fjordvolt.NO', 'fjordvolt.no'],
    ['http://shop.fjordvolt.co.uk:8080', 'fjordvolt.co.uk'],
    ['kari@fjordvolt.no', 'fjordvolt.no'],
    ['kari@gmail.com', null],
    ['gmail.com', null],
    ['https://www.facebook.com/fjordvolt', null],
    ['https://linktr.ee/fjordvolt', null],
    ['https://www.linkedin.com/company/77', null],
    ['github.com', 'github.com'],
    ['Fjordvolt Systems', null],
    ['localhost', null],
    ['10.0.0.1', null],
    ['', null],
  ])('the site %s is a company’s at %s', (site, domain) => {
    expect(companyDomain(site)).toBe(domain)
  })
})

describe('derived ids', () => {
  test('a touch has the same id everywhere, another for another step, cycle or enrollment', () => {
    const id = touchIdOf(uuid(1), 'os-1', 0)
    expect(touchIdOf(uuid(1), 'os-1', 0)).toBe(id)
    expect(uuidSchema.safeParse(id).success).toBe(true)
    const others = [
      touchIdOf(uuid(1), 'os-1', 1),
      touchIdOf(uuid(1), 'os-2', 0),
      touchIdOf(uuid(2), 'os-1', 0),
      touchIdOf(uuid(1), '0/os-1', 0),
    ]
    expect(new Set([id, ...others]).size).toBe(5)
  })

  test('a suppression id hides its key and keeps the order of the keys', () => {
    const ids = suppressionIdsOf(['mail:kari@fjordvolt.example', 'li:kari-nordmann'])
    expect(ids).toHaveLength(2)
    expect(ids.join()).not.toContain('kari')
    expect(suppressionIdsOf(['li:kari-nordmann'])).toEqual([ids[1]])
  })
})

function slugs() {
  return fc.string({
    minLength: 1,
    maxLength: 30,
    unit: fc.constantFrom(...Array.from('abcXYZ019-_ÄöüßÉİ湊ك%/?# .<\u0308')),
  })
}

function hosts() {
  return fc.constantFrom('www.', '', 'no.', 'm.', 'de.')
}

function tails() {
  return fc.constantFrom(
    '',
    '/',
    '/?a=b',
    '/details/experience/',
    '#x',
    '/de/',
    '/overlay/about-this-profile/?x#y',
  )
}

/** Addresses in pieces that matter to a reader of addresses, in any order. */
function addresses() {
  const piece = fc.constantFrom('https://', 'http:', '//', '/', 'www.', 'linkedin.com', 'evil.example', '/in/', 'kari', '%2F', '%', '?url=', '&', '#', '@', ':', '\\', '/pub/', '/safety/go', 'ü', '.', ' ') // oxfmt-ignore
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
}
