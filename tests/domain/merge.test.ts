import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { editContact, EDITABLE_FIELDS } from '#lib/domain/edit.ts'
import { accountFor } from '#lib/domain/company.ts'
import { READ_FIELDS, type ContactInput, type ReadField } from '#lib/domain/found.ts'
import { mergeInput, newContact } from '#lib/domain/merge.ts'
import { normalPhone } from '#lib/domain/phone.ts'
import { contact as contactSchema, type Contact } from '#lib/domain/records.ts'
import type { Confidence, Instant } from '#lib/domain/values.ts'
import { kari, KARI_URL, NOW, personRead } from './samples.ts'

const LATER: Instant = '2026-12-24T10:00:00.000Z'
const MUCH_LATER: Instant = '2027-06-01T10:00:00.000Z'
/** Without the parts that every page of these tests shares. */
const mergeRead = (
  contact: Contact,
  given: Omit<Extract<ContactInput, { from: 'read' }>, 'from' | 'practice'>,
  at: Instant,
) => mergeInput(contact, { from: 'read', practice: false, ...given }, at)
const mergeParticipant = (
  contact: Contact,
  given: Omit<Extract<ContactInput, { from: 'participant' }>, 'from' | 'practice'>,
  at: Instant,
) => mergeInput(contact, { from: 'participant', practice: false, ...given }, at)
const page = (values: Parameters<typeof personRead>[0], url = KARI_URL) => ({ read: personRead(values), url })

describe('a new contact', () => {
  test('from a page carries each value with its evidence, and fits the record', () => {
    const contact = newContact(
      {
        from: 'read',
        ...page({ name: 'Kari  Nordmann', currentTitle: ['Leder', 'likely'] }),
        practice: false,
      },
      NOW,
    )
    expect(contactSchema.safeParse(contact).success).toBe(true)
    expect(contact.title).toEqual({
      value: 'Leder',
      by: 'page',
      strategy: 'test',
      confidence: 'likely',
      url: KARI_URL,
      at: NOW,
    })
    expect(contact).toMatchObject({
      name: { value: 'Kari Nordmann' },
      slug: { value: 'kari-nordmann', strategy: 'address' },
      status: 'new',
      leadSource: 'outbound',
      practice: false,
    })
    expect(contact).toMatchObject({
      firstName: { value: 'Kari', confidence: 'guess' },
      lastName: { value: 'Nordmann', confidence: 'guess' },
    })
    expect(contact.headline).toBeNull()
  })

  test('keeps the first and last name the page gives, and splits nothing then', () => {
    const contact = newContact(
      {
        from: 'read',
        ...page({ name: 'Mary Ann Smith', firstName: 'Mary Ann', lastName: 'Smith' }),
        practice: false,
      },
      NOW,
    )
    expect(contact).toMatchObject({
      firstName: { value: 'Mary Ann', confidence: 'sure' },
      lastName: { value: 'Smith' },
    })
  })

  test('keeps the line breaks of About', () => {
    const contact = newContact(
      { from: 'read', ...page({ name: 'Kari', about: 'One\n\nTwo ' }), practice: false },
      NOW,
    )
    expect(contact.about?.value).toBe('One\n\nTwo')
  })

  test('from a mail head has name and address, or the address as its name', () => {
    const url = 'https://mail.google.com/mail/u/0/#inbox/x'
    const named = newContact(
      {
        from: 'participant',
        participant: { address: 'Kari@Fjordvolt.example', name: "'Kari Nordmann'" },
        url,
        practice: true,
      },
      NOW,
    )
    expect(named).toMatchObject({
      name: { value: 'Kari Nordmann' },
      firstName: { value: 'Kari' },
      emails: [{ value: 'kari@fjordvolt.example' }],
      practice: true,
    })
    const bare = newContact(
      {
        from: 'participant',
        participant: { address: 'kari@fjordvolt.example', name: 'kari@fjordvolt.example' },
        url,
        practice: false,
      },
      NOW,
    )
    expect(bare).toMatchObject({
      name: { value: 'kari@fjordvolt.example', confidence: 'guess' },
      firstName: null,
    })
    expect(contactSchema.safeParse(bare).success).toBe(true)
  })

  test('by hand is the rep’s word', () => {
    const contact = newContact(
      {
        from: 'hand',
        name: ' Kari Nordmann ',
        company: 'Fjordvolt',
        email: 'KARI@fjordvolt.example',
        linkedin: 'no.linkedin.com/in/Kari-Nordmann?x',
        practice: false,
      },
      NOW,
    )
    expect(contact).toMatchObject({
      name: { value: 'Kari Nordmann', by: 'rep' },
      company: { by: 'rep' },
      emails: [{ value: 'kari@fjordvolt.example', by: 'rep' }],
      slug: { value: 'kari-nordmann' },
    })
    expect(
      newContact(
        {
          from: 'hand',
          name: 'Kari',
          company: null,
          email: null,
          linkedin: 'https://evil.example/in/kari',
          practice: false,
        },
        NOW,
      ).slug,
    ).toBeNull()
  })

  test('without any name has an empty one, which the caller refuses', () => {
    expect(
      newContact(
        { from: 'hand', name: '  ', company: 'X', email: null, linkedin: null, practice: false },
        NOW,
      ).name.value,
    ).toBe('')
    expect(
      newContact({ from: 'read', ...page({ headline: 'Leder' }), practice: false }, NOW).name,
    ).toMatchObject({ value: 'kari-nordmann', confidence: 'guess' })
  })
})

describe('merging a page', () => {
  test('M1 leaves what the rep typed, also against a sure newer value', () => {
    const typed = kari({ headline: { value: 'Innkjøpssjef', by: 'rep', confidence: 'sure', at: NOW } })
    const merge = mergeRead(typed, page({ name: 'Kari Nordmann', headline: 'Leder for innkjøp' }), MUCH_LATER)
    expect(merge.patch.headline).toBeUndefined()
  })

  test('M2 a guess does not replace a sure or likely value, however new it is', () => {
    const merge = mergeRead(kari(), page({ location: ['Bergen', 'guess'] }), MUCH_LATER)
    expect(merge).toEqual({ patch: {}, changed: [] })
  })

  test('M3 a newer value replaces an older one of equal evidence and says what it was', () => {
    const merge = mergeRead(kari(), page({ headline: 'Innkjøpsdirektør' }), LATER)
    expect(merge.patch.headline).toMatchObject({ value: 'Innkjøpsdirektør', at: LATER })
    expect(merge.changed).toEqual([
      { field: 'headline', before: 'Leder for innkjøp', after: 'Innkjøpsdirektør' },
    ])
  })

  test('M3 two values of the same moment give the same one in both orders', () => {
    const bare = kari({ headline: null })
    const after = (first: string, second: string) => {
      const once = { ...bare, ...mergeRead(bare, page({ headline: first }), LATER).patch }
      return { ...once, ...mergeRead(once, page({ headline: second }), LATER).patch }.headline?.value
    }
    expect(after('Alfa', 'Beta')).toBe(after('Beta', 'Alfa'))
  })

  test('M3 a likely value replaces a sure one only when it is 90 days newer', () => {
    const likely = page({ headline: ['Innkjøpsdirektør', 'likely'] })
    expect(mergeRead(kari(), likely, LATER).changed).toEqual([])
    expect(mergeRead(kari(), likely, MUCH_LATER).changed).toHaveLength(1)
  })

  test('M4 the same value renews its evidence only when it is surer now', () => {
    const guess = newContact(
      { from: 'read', ...page({ name: ['Kari Nordmann', 'likely'] }), practice: false },
      NOW,
    )
    const surer = mergeRead(guess, page({ name: 'Kari Nordmann' }), LATER)
    expect(surer.patch.name).toMatchObject({ confidence: 'sure', at: LATER })
    expect(surer.changed).toEqual([])
    expect(
      mergeRead(kari(), page({ name: ['Kari Nordmann', 'likely'], headline: 'Leder for innkjøp' }), LATER),
    ).toEqual({ patch: {}, changed: [] })
  })

  test('M5 a page whose member id is another person’s changes nothing', () => {
    const known = kari({ memberId: { value: '111', by: 'page', confidence: 'sure', at: NOW } })
    const read = personRead({ name: 'Ole Hansen', memberId: '222' })
    expect(mergeRead(known, { read, url: KARI_URL }, LATER)).toEqual({ patch: {}, changed: [] })
    expect(mergeRead(known, page({ name: 'Kari', memberId: '111' }), LATER).changed).not.toEqual([])
  })

  test('first and last name that were only split off follow a new name; a read one stays', () => {
    const merge = mergeRead(kari(), page({ name: 'Kari Hansen' }), LATER)
    expect(merge.patch).toMatchObject({ firstName: { value: 'Kari' }, lastName: { value: 'Hansen' } })
    const unsure = mergeRead(kari(), page({ name: 'Kari Marie Hansen' }), LATER)
    expect(unsure.patch).toMatchObject({
      firstName: { value: 'Kari Marie', confidence: 'guess' },
      lastName: { value: 'Hansen', confidence: 'guess' },
    })
    const nobody = mergeRead(kari(), page({ name: 'Fjordvolt Support' }), LATER)
    expect(nobody.patch).toMatchObject({ firstName: null, lastName: null })
    const read = kari({
      lastName: { value: 'Nordmann', by: 'page', strategy: 'meta', confidence: 'sure', at: NOW },
    })
    expect(mergeRead(read, page({ name: 'Kari Hansen' }), LATER).patch.lastName).toBeUndefined()
  })

  it('is idempotent: the same page again changes nothing', () => {
    fc.assert(
      fc.property(contacts(), reads(), instants(), (contact, read, at) => {
        const once = { ...contact, ...mergeRead(contact, { read, url: KARI_URL }, at).patch }
        return Object.keys(mergeRead(once, { read, url: KARI_URL }, at).patch).length === 0
      }),
    )
  })

  it('never touches what the rep typed, whatever pages come in whatever order', () => {
    fc.assert(
      fc.property(
        contacts(),
        fc.constantFrom(...READ_FIELDS),
        fc.array(fc.tuple(reads(), instants()), { maxLength: 5 }),
        (contact, field, pages) => {
          const typed = { value: 'Typed by the rep', by: 'rep', confidence: 'sure', at: NOW } as const
          let now: Contact = { ...contact, [field]: typed }
          for (const [read, at] of pages)
            now = { ...now, ...mergeRead(now, { read, url: KARI_URL }, at).patch }
          return now[field]?.value === typed.value && now[field]?.by === 'rep'
        },
      ),
    )
  })

  it('of two pages with equal evidence gives the same values in both orders', () => {
    fc.assert(
      fc.property(values(), values(), instants(), instants(), (one, two, atOne, atTwo) => {
        const bare = {
          ...newContact(
            { from: 'read', ...page({ name: 'Kari' }), practice: false },
            '2000-01-01T00:00:00.000Z',
          ),
        }
        const merged = (order: [Record<string, string>, Instant][]) => {
          let now = bare
          for (const [given, at] of order) now = { ...now, ...mergeRead(now, page(given), at).patch }
          return READ_FIELDS.map((field) => now[field]?.value ?? null)
        }
        expect(merged([[one, atOne], [two, atTwo]])).toEqual(merged([[two, atTwo], [one, atOne]])) // oxfmt-ignore
      }),
    )
  })

  it('always leaves a record', () => {
    fc.assert(
      fc.property(
        contacts(),
        reads(),
        instants(),
        (contact, read, at) =>
          contactSchema.safeParse({ ...contact, ...mergeRead(contact, { read, url: KARI_URL }, at).patch })
            .success,
      ),
    )
  })
})

describe('merging a participant', () => {
  const url = 'https://mail.google.com/mail/u/0/#inbox/x'
  test('adds an address behind the known ones, once', () => {
    const first = mergeParticipant(
      kari(),
      { participant: { address: 'Kari@fjordvolt.example', name: null }, url },
      LATER,
    )
    expect(first.patch.emails).toMatchObject([{ value: 'kari@fjordvolt.example' }])
    const known = kari(first.patch)
    expect(
      mergeParticipant(known, { participant: { address: 'KARI@fjordvolt.example', name: null }, url }, LATER)
        .patch,
    ).toEqual({})
    expect(
      mergeParticipant(known, { participant: { address: 'k@other.example', name: 'K' }, url }, LATER).patch
        .emails,
    ).toMatchObject([{ value: 'kari@fjordvolt.example' }, { value: 'k@other.example' }])
  })
})

describe('what the rep types', () => {
  test('is sure, by the rep, and says what it replaced', () => {
    const edit = editContact(kari(), 'headline', '  Innkjøpssjef ', LATER)
    expect(edit).toEqual({
      kind: 'ok',
      patch: { headline: { value: 'Innkjøpssjef', by: 'rep', confidence: 'sure', at: LATER } },
      changed: [{ field: 'headline', before: 'Leder for innkjøp', after: 'Innkjøpssjef' }],
    })
  })

  test('as nothing takes the value away, save the name', () => {
    expect(editContact(kari(), 'headline', ' ', LATER)).toMatchObject({ patch: { headline: null } })
    expect(editContact(kari(), 'name', ' ', LATER)).toEqual({ kind: 'refused', code: 'name-needed' })
  })

  test('as mail, phone, profile or zone is brought to its form or refused', () => {
    expect(editContact(kari(), 'email', 'Kari@Fjordvolt.example', LATER)).toMatchObject({
      patch: { emails: [{ value: 'kari@fjordvolt.example' }] },
    })
    expect(editContact(kari(), 'email', 'kari', LATER)).toEqual({ kind: 'refused', code: 'no-mail-address' })
    expect(
      editContact(kari(), 'phone', '22 55 01 42', LATER, (text) => normalPhone(text, 'NO')),
    ).toMatchObject({
      patch: { phones: [{ value: '+4722550142' }] },
    })
    expect(editContact(kari(), 'phone', 'call me', LATER)).toEqual({
      kind: 'refused',
      code: 'no-phone-number',
    })
    expect(editContact(kari(), 'slug', 'https://no.linkedin.com/in/Kari-N/', LATER)).toMatchObject({
      patch: { slug: { value: 'kari-n' } },
    })
    expect(editContact(kari(), 'slug', 'https://evil.example/in/kari', LATER)).toEqual({
      kind: 'refused',
      code: 'no-profile',
    })
    expect(editContact(kari(), 'zone', 'Europe/Oslo', LATER)).toMatchObject({
      patch: { zone: 'Europe/Oslo' },
    })
    expect(editContact(kari(), 'zone', 'Europe/Atlantis', LATER)).toEqual({
      kind: 'refused',
      code: 'no-zone',
    })
  })

  test('as name takes the split halves along', () => {
    expect(editContact(kari(), 'name', 'Kari Hansen', LATER)).toMatchObject({
      patch: { name: { by: 'rep' }, lastName: { value: 'Hansen' } },
    })
  })

  it('survives every later page, in every field that a page fills', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EDITABLE_FIELDS), reads(), (field, read) => {
        const edit = editContact(
          kari(),
          field,
          field === 'email'
            ? 'a@b.example'
            : field === 'phone'
              ? '+4722550142'
              : field === 'zone'
                ? 'Europe/Oslo'
                : 'typed-by-rep',
          LATER,
        )
        if (edit.kind !== 'ok') return false
        const typed = kari(edit.patch)
        const merged = { ...typed, ...mergeRead(typed, { read, url: KARI_URL }, MUCH_LATER).patch }
        const key = field === 'email' ? 'emails' : field === 'phone' ? 'phones' : field
        return JSON.stringify(merged[key]) === JSON.stringify(typed[key])
      }),
    )
  })
})

describe('the company of a person', () => {
  test('is named by the page and known by name, mail domain and LinkedIn number', () => {
    const contact = kari({ emails: [{ value: 'kari@fjordvolt.no', by: 'rep', confidence: 'sure', at: NOW }] })
    expect(accountFor(contact, NOW, { linkedinId: '77' })).toMatchObject({
      keys: ['cid:77', 'dom:fjordvolt.no', 'cname:fjordvolt systems'],
      account: { domain: 'fjordvolt.no', linkedinId: '77' },
    })
  })

  test('is guessed from the mail domain when nothing names it, and not from a free-mail one', () => {
    const bare = { company: null, practice: false }
    const mail = (value: string) => [{ value, by: 'page' as const, confidence: 'likely' as const, at: NOW }]
    expect(accountFor({ ...bare, emails: mail('kari@fjordvolt.no') }, NOW)?.account.name).toMatchObject({
      value: 'fjordvolt.no',
      confidence: 'guess',
    })
    expect(accountFor({ ...bare, emails: mail('kari@gmail.com') }, NOW)).toBeNull()
  })
})

const READABLE: Partial<Record<ReadField, string>> = {
  name: 'name', firstName: 'firstName', lastName: 'lastName', headline: 'headline', title: 'currentTitle',
  company: 'currentCompany', location: 'location', school: 'school', about: 'about',
} // oxfmt-ignore

function values() {
  const value = fc.constantFrom('Alfa Beta', 'Gamma Delta', 'Epsilon', 'Zeta Eta Theta')
  return fc.record(Object.fromEntries(Object.values(READABLE).map((name) => [name, value])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, string>>
}

function reads() {
  const field = fc.tuple(
    fc.constantFrom('Alfa Beta', 'Gamma Delta', ' Epsilon ', '\u0000', '<b>x</b>'),
    fc.constantFrom<Confidence>('sure', 'likely', 'guess'),
  )
  const given = fc.record(Object.fromEntries(Object.values(READABLE).map((name) => [name, field])), {
    requiredKeys: [],
  })
  return given.map((fields) => personRead(fields as Record<string, [string, Confidence]>))
}

function contacts() {
  return fc
    .tuple(reads(), instants())
    .map(([read, at]) => newContact({ from: 'read', read, url: KARI_URL, practice: false }, at))
}

function instants(): fc.Arbitrary<Instant> {
  return fc
    .integer({ min: 1_700_000_000, max: 1_900_000_000 })
    .map((seconds) =>
      Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString({ smallestUnit: 'millisecond' }),
    )
}
