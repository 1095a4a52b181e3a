import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { READ_FIELDS, type ContactInput, type ImportedFields } from '#lib/domain/found.ts'
import { compared, joinedFields, lostFields, type Choices } from '#lib/domain/join-fields.ts'
import { mergeInput, newContact } from '#lib/domain/merge.ts'
import { contact as contactSchema, type Contact } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import { KARI_URL, personRead } from './samples.ts'

/** All the ways in, mixed: pages, rows, mails, files, the rep's hand. */

const TEXTS = ['Kari Nordmann', 'Nordmann', 'Fjordvolt AS', 'Leder', 'Oslo', '  ', 'kari@fjordvolt.example']
const text = fc.constantFrom(...TEXTS)
const orNull = fc.option(text, { nil: null })
const confidence = fc.constantFrom('sure', 'likely', 'guess')
const instants = fc
  .integer({ min: 0, max: 1_000 })
  .map((days): Instant => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString())
const said = fc.tuple(text, confidence)

const reads: fc.Arbitrary<ContactInput> = fc
  .record({ name: said, headline: said, currentTitle: said, currentCompany: said, location: said })
  .map((values) => ({ from: 'read', read: personRead(values), url: KARI_URL, practice: false }))
const rows: fc.Arbitrary<ContactInput> = fc
  .record({ name: orNull, headline: orNull, location: orNull })
  .map((row) => ({
    from: 'row',
    row: { ...row, slug: 'kari-nordmann', memberId: null, degree: '2nd', anonymous: false },
    url: 'https://www.linkedin.com/search/results/people/',
    practice: false,
  }))
const mails: fc.Arbitrary<ContactInput> = orNull.map((name) => ({
  from: 'participant',
  participant: { address: 'kari@fjordvolt.example', name },
  url: 'https://mail.google.com/mail/u/0/#inbox/x',
  practice: false,
}))
const NOTHING: ImportedFields = {
  name: null, firstName: null, lastName: null, title: null, company: null, companyDomain: null, headline: null,
  email: null, phone: null, linkedin: null, location: null,
} // oxfmt-ignore
const lines: fc.Arbitrary<ContactInput> = fc
  .record({ name: orNull, title: orNull, company: orNull, location: orNull, email: orNull })
  .map((fields) => ({
    from: 'import',
    fields: { ...NOTHING, ...fields },
    source: 'leads.csv',
    practice: false,
  }))
const hands: fc.Arbitrary<ContactInput> = fc
  .record({ name: text, company: orNull, email: orNull })
  .map((typed) => ({ from: 'hand', ...typed, linkedin: null, practice: false }))
const seen = fc.oneof(reads, rows, mails, lines)
const any = fc.oneof(reads, rows, mails, lines, hands)
const people = fc.tuple(any, instants).map(([input, at]) => newContact(input, at))

const after = (contact: Contact, input: ContactInput, at: Instant): Contact => ({
  ...contact,
  ...mergeInput(contact, input, at).patch,
})

describe('whatever comes in', () => {
  test('never touches what the rep typed', () => {
    fc.assert(
      fc.property(
        hands,
        instants,
        fc.array(fc.tuple(seen, instants), { maxLength: 6 }),
        (typed, at, later) => {
          const begun = newContact(typed, at)
          const now = later.reduce((contact, [input, when]) => after(contact, input, when), begun)
          for (const field of READ_FIELDS) {
            if (begun[field]?.by === 'rep' && begun[field].confidence === 'sure')
              expect(now[field]).toEqual(begun[field])
          }
          for (const email of begun.emails) expect(now.emails).toContainEqual(email)
        },
      ),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(people, any, instants, (contact, input, at) => {
        const once = after(contact, input, at)
        expect(mergeInput(once, input, at)).toEqual({ patch: {}, changed: [] })
      }),
    )
  })

  // Of more than two it depends: the same value seen again keeps the date of its first sight (M4).
  test('of two sources gives the same values in both orders', () => {
    const bare = newContact(
      { from: 'hand', name: '', company: null, email: null, linkedin: null, practice: false },
      '2000-01-01T00:00:00.000Z',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(any, instants), { minLength: 2, maxLength: 2 }), (inputs) => {
        const all = (order: typeof inputs) => {
          const now = order.reduce((contact, [input, at]) => after(contact, input, at), bare)
          const fields = READ_FIELDS.filter((field) => field !== 'firstName' && field !== 'lastName')
          return [fields.map((field) => now[field]?.value), now.emails.map(({ value }) => value).sort()]
        }
        expect(all(inputs.toReversed())).toEqual(all(inputs))
      }),
    )
  })

  test('always leaves a record, and a new one as well', () => {
    fc.assert(
      fc.property(people, any, instants, (contact, input, at) => {
        expect(contactSchema.safeParse(newContact(input, at)).success).toBe(true)
        expect(contactSchema.safeParse(after(contact, input, at)).success).toBe(true)
      }),
    )
  })
})

describe('of two contacts that become one', () => {
  const pairs = fc.tuple(people, people)

  test('the values are the same whichever stays, as long as nobody chooses', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [one, other] = [
          { ...a, ...joinedFields(a, b) },
          { ...b, ...joinedFields(b, a) },
        ]
        for (const field of READ_FIELDS) {
          if (field === 'firstName' || field === 'lastName') continue
          expect(one[field]?.value, field).toEqual(other[field]?.value)
        }
        expect(one.emails.map(({ value }) => value).sort()).toEqual(
          other.emails.map(({ value }) => value).sort(),
        )
      }),
    )
  })

  test('every value of either is kept or goes into the history', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom<Choices>({}, { name: 'goes' }, { company: 'stays', title: 'goes' }),
        ([a, b], choices) => {
          const patch = joinedFields(a, b, choices)
          const kept = { ...a, ...patch }
          const history = new Set(Object.values(lostFields(a, b, patch)).map(({ value }) => value))
          for (const field of ['name', 'title', 'company', 'headline', 'location'] as const) {
            for (const value of [a[field]?.value, b[field]?.value]) {
              if (value)
                expect(value === kept[field]?.value || history.has(value), `${field} ${value}`).toBe(true)
            }
          }
        },
      ),
    )
  })

  test('what is proposed is what happens', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const joined = { ...a, ...joinedFields(a, b) }
        for (const { field, proposed, stays, goes } of compared(a, b)) {
          if (field === 'zone' || field === 'status') continue
          expect(joined[field]?.value, field).toBe((proposed === 'stays' ? stays : goes)?.value)
        }
      }),
    )
  })
})
