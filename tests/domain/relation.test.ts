import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newContact } from '#lib/domain/merge.ts'
import type { Contact } from '#lib/domain/records.ts'
import { relation } from '#lib/domain/relation.ts'
import { kari, NOW, sourced } from './samples.ts'

interface Said {
  name?: string
  company?: string
  slug?: string
  memberId?: string
  mail?: string
  phone?: string
  practice?: boolean
}

function person(said: Said): Contact {
  const nobody = newContact(
    { from: 'hand', name: '', company: null, email: null, linkedin: null, practice: false },
    NOW,
  )
  return {
    ...nobody,
    ...(said.name !== undefined && { name: sourced(said.name) }),
    company: said.company === undefined ? null : sourced(said.company),
    slug: said.slug === undefined ? null : sourced(said.slug),
    memberId: said.memberId === undefined ? null : sourced(said.memberId),
    emails: said.mail === undefined ? [] : [sourced(said.mail)],
    phones: said.phone === undefined ? [] : [sourced(said.phone)],
    practice: said.practice ?? false,
  }
}

describe('two contacts', () => {
  test.each<[string, Said, Said, string]>([
    ['K1 one LinkedIn address', { slug: 'kari' }, { slug: 'kari', name: 'Other Name' }, 'same same-profile'],
    ['K1 one member under a new address', { slug: 'kari', memberId: '77' }, { slug: 'kari-n', memberId: '77' }, 'same same-member'],
    ['K1 one mail address', { mail: 'kari@fjordvolt.example' }, { mail: 'KARI@fjordvolt.example' }, 'same same-mail'],
    ['K1 one number', { phone: '+4722550142' }, { phone: '+47 22 55 01 42', name: 'Kari Nordmann' }, 'same same-phone'],
    ['K2 an address that went to another member', { slug: 'kari', memberId: '77' }, { slug: 'kari', memberId: '78' }, 'maybe other-member'],
    ['K2 one mailbox of two members', { memberId: '77', mail: 'a@b.example' }, { memberId: '78', mail: 'a@b.example' }, 'maybe same-mail'],
    ['K3 one mailbox of two profiles', { slug: 'kari', mail: 'sales@b.example' }, { slug: 'ola', mail: 'sales@b.example' }, 'maybe same-mail'],
    ['K3 one number of two profiles', { slug: 'kari', phone: '+4722550142' }, { slug: 'ola', phone: '+4722550142' }, 'maybe same-phone'],
    ['K4 a plus tag', { mail: 'kari+oslo@b.example' }, { mail: 'kari@b.example' }, 'same plus-tag'],
    ['K4 two plus tags and a name more', { mail: 'kari+a@b.example', name: 'Kari Nordmann' }, { mail: 'kari+b@b.example', name: 'Kari Marie Nordmann' }, 'same plus-tag'],
    ['K4 plus tags of two names', { mail: 'team+kari@b.example', name: 'Kari Nordmann' }, { mail: 'team+ola@b.example', name: 'Ola Hansen' }, 'maybe plus-tag'],
    ['K4 one number of two names', { phone: '+4722550142', name: 'Kari Nordmann' }, { phone: '+4722550142', name: 'Ola Hansen' }, 'maybe same-phone'],
    ['K5 Gmail’s dots', { mail: 'k.nordmann@gmail.com' }, { mail: 'knordmann@googlemail.com' }, 'maybe gmail-dots'],
    ['K5 name and company, differently written', { name: 'Søren Kjær', company: 'Brandstätter GmbH' }, { name: 'KJÆR, Soren', company: 'Brandstatter GmbH & Co. KG' }, 'maybe name-company'],
    ['K5 name and mail of the company', { name: 'Kari Nordmann', company: 'Fjordvolt Systems AS' }, { name: 'Nordmann Kari', mail: 'kari@fjordvolt.example' }, 'maybe name-mail-domain'],
    ['K5 name and one mail domain', { name: 'Kari Nordmann', mail: 'kari@b.example' }, { name: 'Kari Nordmann', mail: 'k.n@b.example' }, 'maybe name-mail-domain'],
  ])('%s', (_rule, a, b, expected) => {
    const found = relation(person(a), person(b))
    expect(found && `${found.kind} ${found.reason}`).toBe(expected)
  }) // oxfmt-ignore

  test.each<[string, Said, Said]>([
    ['an equal name alone', { name: 'Kari Nordmann' }, { name: 'Kari Nordmann' }],
    ['an equal name at two companies', { name: 'Kari Nordmann', company: 'A AS' }, { name: 'Kari Nordmann', company: 'B AS' }],
    ['one word as a name', { name: 'Kari', company: 'Fjordvolt' }, { name: 'Kari', company: 'Fjordvolt' }],
    ['a name and one free-mail service', { name: 'Kari Nordmann', mail: 'kari@web.de' }, { name: 'Kari Nordmann', mail: 'k.n@web.de' }],
    ['K5 a namesake with another profile', { name: 'Kari Nordmann', company: 'A', slug: 'kari' }, { name: 'Kari Nordmann', company: 'A', slug: 'kari-2' }],
    ['dots outside Gmail', { mail: 'k.n@b.example' }, { mail: 'kn@b.example' }],
    ['K6 practice and real', { slug: 'kari', practice: true }, { slug: 'kari' }],
  ])('have nothing to do with each other for %s', (_rule, a, b) => {
    expect(relation(person(a), person(b))).toBeNull()
  }) // oxfmt-ignore
})

test('it does not matter who is named first', () => {
  const small = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const said = fc.record({
    name: small('Kari Nordmann', 'Nordmann Kari', 'Ola Hansen', 'Kari'),
    company: small('Fjordvolt AS', 'Fjordvolt', 'Other'),
    slug: small('kari', 'ola'),
    memberId: small('77', '78'),
    mail: small('kari@fjordvolt.example', 'kari+x@fjordvolt.example', 'k.n@gmail.com', 'kn@gmail.com'),
    phone: small('+4722550142', '+4722550143'),
    practice: fc.constantFrom(true, false, false),
  })
  const withoutAbsent = (one: object): Said =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined))
  fc.assert(
    fc.property(said, said, (a, b) => {
      const [one, other] = [person(withoutAbsent(a)), person(withoutAbsent(b))]
      expect(relation(one, other)).toEqual(relation(other, one))
    }),
  )
})

test('everybody who can be found by an exact key is the same as themselves', () => {
  expect(relation(kari(), kari())).toEqual({ kind: 'same', reason: 'same-profile' })
})
