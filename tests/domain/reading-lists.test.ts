import { describe, expect, test } from 'vitest'
import {
  believe,
  joined,
  LIST_STABLE_MS,
  listAddress,
  printOf,
  STABLE_MS,
  type AddressSince,
} from '#lib/domain/reading.ts'
import type { AnyRead, CompanyRead, DetailsRead, Field } from '#lib/domain/capture.ts'
import { KARI_URL, listRead, pageRead, personRead } from './samples.ts'

const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=boats'
const SECOND = `${SEARCH}&page=2`
const FEED = 'https://www.linkedin.com/feed/'
const common = { generation: 'sdui', reader: 'test' } as const

const at = (result: AnyRead, url: string, since: AddressSince, loadedAt = FEED) =>
  believe({ read: pageRead(result, url, loadedAt), address: url, addressSince: since })

describe('a list of people', () => {
  const first = listRead(['ada', 'ben', 'cleo'])
  const after = (result: AnyRead, sameForMs = 0): AddressSince => ({
    topCardBefore: printOf(result),
    sameForMs,
  })

  test('is believed when the document was loaded at its address', () => {
    expect(at(listRead(['ada'], false), SEARCH, { topCardBefore: null }, `${SEARCH}&origin=X`)).toBe(
      'believed',
    )
    expect(at(first, SECOND, { topCardBefore: null, inFlux: true }, SEARCH)).toBe('believed')
    expect(at(listRead(['ada'], false), SECOND, { topCardBefore: null }, SEARCH)).toBe('not-yet')
  })

  test('of the page before is not shown under the next page, however long LinkedIn takes up to 10 s', () => {
    for (const ms of [0, 3_000, STABLE_MS, LIST_STABLE_MS - 1])
      expect(at(first, SECOND, after(first, ms))).toBe('not-yet')
    expect(at(listRead(['dan', 'eve']), SECOND, after(first))).toBe('believed')
    expect(at(first, SECOND, after(first, LIST_STABLE_MS))).toBe('believed')
  })

  test('that merely grew at its end is still the one before', () => {
    expect(at(listRead(['ada', 'ben', 'cleo', 'dan']), SECOND, after(first))).toBe('not-yet')
  })

  test('after a page of another kind counts only when it says itself what it is', () => {
    const person = after(personRead({ name: 'Ole' }))
    const refused = after({ kind: 'notThisPage', reason: 'not-a-prospect-page' })
    for (const since of [person, refused]) {
      expect(at(first, SEARCH, since)).toBe('believed')
      expect(at(listRead(['ada'], false), SEARCH, since)).toBe('not-yet')
    }
  })

  test('that changed while the address before was never believed may be of that one', () => {
    expect(at(listRead(['dan']), SECOND, { ...after(first), inFlux: true })).toBe('not-yet')
  })

  test('of another address never counts', () => {
    const read = pageRead(first, SEARCH, SEARCH)
    expect(believe({ read, address: SECOND, addressSince: { topCardBefore: null } })).toBe('not-yet')
  })
})

test('the address of a list keeps what tells pages apart and nothing LinkedIn adds for counting', () => {
  expect(listAddress(`${SEARCH}&origin=FACETED&sid=x1`)).toBe(listAddress(SEARCH))
  expect(listAddress(`${SEARCH}&page=1#top`)).toBe(listAddress(SEARCH))
  expect(listAddress('https://www.linkedin.com/search/results/people?page=2&keywords=boats')).toBe(
    listAddress(SECOND),
  )
  expect(listAddress(SECOND)).not.toBe(listAddress(SEARCH))
  expect(listAddress(KARI_URL)).toBe(null)
})

describe('a company', () => {
  const url = 'https://www.linkedin.com/company/tidewheel/'
  const field = (value: string, more: Partial<Field> = {}): Field => ({
    value,
    strategy: 'test',
    confidence: 'likely',
    ...more,
  })
  const company = (name: string, slug: Field): CompanyRead => ({
    kind: 'company',
    ...common,
    fields: { name: field(name), slug },
  })
  const tidewheel = company('Tidewheel', field('tidewheel'))
  const before = { topCardBefore: printOf(company('Rival', field('rival'))) }

  test('that names its slug itself is believed, one that names another never', () => {
    expect(at(company('Tidewheel', field('tidewheel', { confidence: 'sure' })), url, before)).toBe('believed')
    const other = field('tidewheel', {
      confidence: 'guess',
      others: [{ value: 'rival', strategy: 'company-nav' }],
    })
    expect(at(company('Rival', other), url, { ...before, sameForMs: 60_000 }, url)).toBe('not-yet')
  })

  test('that names none is believed when loaded here or when it is another than before', () => {
    expect(at(tidewheel, url, { topCardBefore: null }, url)).toBe('believed')
    expect(at(tidewheel, url, before)).toBe('believed')
    expect(at(tidewheel, url, { topCardBefore: printOf(tidewheel) })).toBe('not-yet')
    expect(at(tidewheel, url, { topCardBefore: printOf(personRead({ name: 'Ole' })) })).toBe('not-yet')
  })
})

describe('a contact dialog over a profile', () => {
  const contact = { emails: ['kari@fjordvolt.example'], phones: [], websites: [] }
  const dialog = (slug: Field): DetailsRead => ({
    kind: 'details',
    ...common,
    page: 'contact',
    fields: { slug },
    contact,
  })
  const person = pageRead(personRead({ name: 'Kari Nordmann' }))
  const said: Field = { value: 'kari-nordmann', strategy: 'address', confidence: 'sure' }

  test('completes the profile', () => {
    const both = joined(person, pageRead(dialog(said)))
    expect(both.result).toMatchObject({ kind: 'person', contact })
  })

  test('that does not name its person leaves the profile as it is', () => {
    expect(joined(person, pageRead(dialog({ ...said, confidence: 'likely' })))).toEqual(person)
    expect(joined(person, pageRead({ kind: 'notThisPage', reason: 'unsupported-page' }))).toEqual(person)
  })

  test('stands alone where the profile below cannot be read', () => {
    const blank = pageRead({ kind: 'notThisPage', reason: 'blank' })
    expect(joined(blank, pageRead(dialog(said))).result.kind).toBe('details')
  })
})
