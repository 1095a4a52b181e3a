import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact, Stored } from '#lib/domain/records.ts'
import { areTwins, joinChanges, joinedIdOf } from '#lib/sync/join.ts'
import {
  AT,
  contactIdOf,
  enrollmentIdOf,
  idOf,
  sampleContact,
  sampleEnrollment,
  sourced,
} from '#tests/support/sample-records.ts'

const sourcedOr = fc.option(
  fc.record({
    value: fc.constantFrom('a', 'b', 'c'),
    by: fc.constantFrom('page', 'rep', 'import'),
    confidence: fc.constantFrom('sure', 'likely', 'guess'),
    at: fc.constantFrom(AT, '2026-02-01T00:00:00.000Z'),
  }),
  { nil: null },
)
const contacts = fc
  .record({
    headline: sourcedOr,
    title: sourcedOr,
    location: sourcedOr,
    zone: fc.option(fc.constantFrom('UTC', 'Asia/Tokyo'), { nil: null }),
    doNotContact: fc.boolean(),
    status: fc.constantFrom('new', 'working', 'engaged', 'qualified'),
  })
  .map((over) => sampleContact(over as Partial<Contact>)) // values of their enums

describe('joining', () => {
  test('nothing the rep typed and no «do not contact» is lost, and every field of one of the two stays', () => {
    fc.assert(
      fc.property(contacts, contacts, (a, b) => {
        const [stays, goes] = [stored(1, a), stored(2, b)]
        const joined = joinedOf(stays, goes)
        expect(joined.doNotContact).toBe(a.doNotContact || b.doNotContact)
        for (const name of ['headline', 'title', 'location'] as const) {
          const [one, other] = [a[name], b[name]]
          expect([one, other]).toContainEqual(joined[name])
          if (one || other) expect(joined[name]).not.toBeNull()
          if (one?.by === 'rep' && other?.by !== 'rep') expect(joined[name]).toEqual(one)
          if (other?.by === 'rep' && one?.by !== 'rep') expect(joined[name]).toEqual(other)
        }
      }),
    )
  })

  test('joining again changes nothing: two devices that do it one after the other agree', () => {
    fc.assert(
      fc.property(contacts, contacts, (a, b) => {
        const [stays, goes] = [stored(1, a), stored(2, b)]
        const once = { ...stays, ...joinedOf(stays, goes) }
        expect({ ...once, ...joinedOf(once, goes) }).toEqual(once)
      }),
    )
  })

  test('of two that run in one cadence the further one goes on; in different cadences both do', () => {
    const [stays, goes] = [stored(1, sampleContact()), stored(2, sampleContact())]
    const one = { ...sampleEnrollment(), id: enrollmentIdOf(1), touched: 1 }
    const further = { ...sampleEnrollment({ contactId: contactIdOf(2) }), id: enrollmentIdOf(2), touched: 3 }
    const elsewhere = {
      ...further,
      id: enrollmentIdOf(3),
      cadenceId: idOf(9, 3) as typeof one.cadenceId,
      touched: 0,
    }
    const changes = joinChanges(
      { stays, goes, enrollments: [one, further, elsewhere], belongings: [] },
      AT,
      idOf(1, 9),
    )
    const ended = changes.filter(
      (change) => change.t === 'enrollment' && 'f' in change && 'state' in change.f,
    )
    expect(ended.map(({ id }) => id)).toEqual([enrollmentIdOf(1)])
    expect(changes.at(-1)).toMatchObject({
      t: 'activity',
      id: joinedIdOf(contactIdOf(2)),
      f: { kind: 'joined' },
    })
  })

  test.each([
    ['the same profile', {}, {}, true],
    [
      'the same mail address',
      { slug: null, emails: [sourced('A@x.test')] },
      { slug: null, emails: [sourced('a@x.test')] },
      true,
    ],
    [
      'one mail address, two profiles',
      { emails: [sourced('a@x.test')] },
      { slug: sourced('other'), emails: [sourced('a@x.test')] },
      false,
    ],
    [
      'one telephone number',
      { slug: null, phones: [sourced('+14155552671')] },
      { slug: null, phones: [sourced('+14155552671')] },
      false,
    ],
    ['a practice person', { practice: true }, {}, false],
    ['two member numbers', { memberId: sourced('17') }, { memberId: sourced('18') }, false],
  ] as const)('%s', (_what, a, b, expected) => {
    const of = (over: object): Contact => sampleContact(over)
    expect(areTwins(of(a), of(b))).toBe(expected)
    expect(areTwins(of(b), of(a))).toBe(expected)
  })
})

const stored = (n: number, contact: Contact): Stored<'contact'> => ({ ...contact, id: contactIdOf(n) })

function joinedOf(stays: Stored<'contact'>, goes: Stored<'contact'>): Contact {
  const changes = joinChanges({ stays, goes, enrollments: [], belongings: [] }, AT, idOf(1, 9))
  const patch = changes.find((change) => change.t === 'contact' && change.k === 'patch')
  return { ...stays, ...(patch && 'f' in patch ? patch.f : {}) }
}
