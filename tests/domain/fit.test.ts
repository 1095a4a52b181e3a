import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fit, headcountRange, type FitFacts } from '#lib/domain/fit.ts'
import { countriesOfRegion, countryOfLocation } from '#lib/domain/places.ts'
import { seniorityOf } from '#lib/domain/seniority.ts'
import { DEFAULT_SETTINGS, type Icp } from '#lib/domain/settings.ts'

const NOTHING: FitFacts = { title: null, headline: null, headcount: null, location: null }
const KARI: FitFacts = {
  title: 'Leder for innkjøp',
  headline: 'Procurement lead at Fjordvolt',
  headcount: '51-200',
  location: 'Oslo, Norway',
}
const ICP: Icp = {
  titleWords: ['procurement', 'innkjøp'],
  seniorities: ['head', 'vp'],
  headcount: { min: 50, max: 500 },
  regions: ['Nordics'],
}
const icp = (patch: Partial<Icp> = {}): Icp => ({ ...ICP, ...patch })
const results = (given: Icp, facts: FitFacts) =>
  Object.fromEntries(fit(given, facts).reasons.map(({ id, result }) => [id, result]))

describe('the fit', () => {
  test('of a person who fits in everything is 100, with the text of each reason', () => {
    expect(fit(ICP, KARI)).toEqual({
      score: 100, grade: 'A', low: 100, high: 100,
      reasons: [
        { id: 'title', result: 'for', points: 30, of: 30, evidence: 'Leder for innkjøp' },
        { id: 'headcount', result: 'for', points: 25, of: 25, evidence: '51-200' },
        { id: 'seniority', result: 'for', points: 25, of: 25, evidence: 'Leder for innkjøp' },
        { id: 'region', result: 'for', points: 20, of: 20, evidence: 'Oslo, Norway' },
      ],
    }) // oxfmt-ignore
  })

  test('an empty profile of the ideal customer gives no score', () => {
    expect(fit(DEFAULT_SETTINGS.icp, KARI)).toEqual({
      score: null,
      grade: null,
      low: 0,
      high: 0,
      reasons: [],
    })
  })

  test('what is not known is unknown: neither for nor against, and the range says how much', () => {
    const partly = fit(ICP, { ...KARI, headcount: null })
    expect(partly).toMatchObject({ score: 75, low: 75, high: 100, grade: 'B' })
    expect(fit(ICP, NOTHING)).toMatchObject({ score: null, grade: null, low: 0, high: 100 })
    expect(fit(ICP, { ...NOTHING, location: 'Oslo, Norway' })).toMatchObject({ score: 20, grade: null })
  })

  test('only what is asked for counts, and it adds up to 100', () => {
    expect(fit(icp({ titleWords: [], regions: [] }), KARI)).toMatchObject({
      score: 100,
      reasons: [
        { id: 'headcount', of: 50 },
        { id: 'seniority', of: 50 },
      ],
    })
  })

  test('a title word begins a word of title or headline, in any case and with or without accents', () => {
    const words = (titleWords: string[], title: string) =>
      results(icp({ titleWords }), { ...KARI, title, headline: null }).title
    expect(words(['procure'], 'Head of PROCUREMENT')).toBe('for')
    expect(words(['supply chain'], 'VP Global Supply-Chain')).toBe('for')
    expect(words(['acheteur'], 'Achéteuse')).toBe('against')
    expect(words(['cure'], 'Procurement')).toBe('against')
    expect(words(['購買'], '購買部長')).toBe('for')
    expect(words(['...'], 'x')).toBe('against')
  })

  test('a headcount range across the border is unknown', () => {
    const size = (headcount: string, limits: Icp['headcount']) =>
      results(icp({ headcount: limits }), { ...KARI, headcount }).headcount
    expect(size('51-200', { min: 100, max: null })).toBe('unknown')
    expect(size('51-200', { min: 201, max: null })).toBe('against')
    expect(size('51-200', { min: null, max: 200 })).toBe('for')
    expect(size('10,001+', { min: 500, max: null })).toBe('for')
    expect(size('10,001+', { min: 500, max: 50_000 })).toBe('unknown')
    expect(size('many', { min: 1, max: null })).toBe('unknown')
  })

  test('a region is found by country in many languages, and a city alone decides nothing', () => {
    const place = (regions: string[], location: string) =>
      results(icp({ regions }), { ...KARI, location }).region
    expect(place(['Nordics'], 'Oslo, Norge')).toBe('for')
    expect(place(['Norway'], 'Oslo, Norwegen')).toBe('for')
    expect(place(['DACH'], 'Greater Zurich Area, Switzerland')).toBe('for')
    expect(place(['Bavaria'], 'Munich, Bavaria, Germany')).toBe('for')
    expect(place(['DACH'], 'Lyon, France')).toBe('against')
    expect(place(['DACH'], 'Greater Munich Metropolitan Area')).toBe('unknown')
    expect(place(['Bavaria'], 'Hamburg, Germany')).toBe('unknown')
  })

  it('always lies between its bounds, adds up, and learning a fact never widens the range', () => {
    const facts = fc.record({
      title: fc.option(fc.constantFrom('VP Procurement', 'Intern', '購買部長', 'Whatever')), headline: fc.option(fc.string()),
      headcount: fc.option(fc.constantFrom('1-10', '51-200', '10,001+', 'x')), location: fc.option(fc.constantFrom('Oslo, Norway', 'Paris, France', 'Somewhere')),
    }) // oxfmt-ignore
    const icps = fc.record({
      titleWords: fc.subarray(['procurement', 'buyer']), seniorities: fc.subarray(['vp', 'head', 'other'] as Icp['seniorities']),
      headcount: fc.record({ min: fc.option(fc.integer({ min: 0, max: 300 })), max: fc.option(fc.integer({ min: 300, max: 9_999 })) }), regions: fc.subarray(['Nordics', 'Atlantis']),
    }) // oxfmt-ignore
    fc.assert(
      fc.property(icps, facts, (given, known) => {
        const { score, low, high, reasons } = fit(given, known)
        if (reasons.length > 0) expect(reasons.reduce((sum, { of }) => sum + of, 0)).toBe(100)
        expect(low <= high && low >= 0 && high <= 100 && (score === null || score === low)).toBe(true)
        const less = fit(given, { ...known, location: null })
        expect(less.low <= low && high <= less.high).toBe(true)
      }),
    )
  })
})

describe('seniority', () => {
  test.each([
    ['Global Vice President Procurement', 'vp'], ['CEO & Founder', 'owner'], ['Inhaberin', 'owner'], ['Geschäftsführer', 'c_level'], ['代表取締役社長', 'c_level'],
    ['Managing Director', 'c_level'], ['Head of Supply Chain', 'head'], ['Leder for innkjøp', 'head'], ['Einkaufsleiterin', 'head'], ['Kierownik zakupów', 'head'], ['Responsable achats indirects', 'head'],
    ['Diretora de Suprimentos', 'director'], ['Finansdirektør', 'director'], ['Directeur des achats', 'director'], ['Purchasing Manager', 'manager'], ['Senior Engineer', 'senior'], ['Assistant to the CEO', 'other'], ['Product Owner', 'other'], ['Supply planner', 'other'],
    ['Zauberin', null], ['', null],
  ] as const)('%s is %s', (title, rank) => {
    expect(seniorityOf(title)).toBe(rank)
  }) // oxfmt-ignore
})

test.each([
  ['51-200', 51, 200], ['11–50 employees', 11, 50], ['1.001-5.000 Mitarbeiter', 1_001, 5_000], ['10 001+', 10_001, Number.POSITIVE_INFINITY],
  ['5K-10K', 5_000, 10_000], ['200', 200, 200],
] as const)('headcount %s is %i to %d', (text, from, to) => {
  expect(headcountRange(text)).toEqual({ from, to })
}) // oxfmt-ignore

test.each(['', 'many', '200-51', '1-2-3'])('headcount %j is none', (text) => {
  expect(headcountRange(text)).toBeNull()
})

test('a place names its country or none, a region its countries or none', () => {
  expect(countryOfLocation('Seoul, South Korea')).toBe('KR')
  expect(countryOfLocation('東京都, 日本')).toBe('JP')
  expect(countryOfLocation('Remote')).toBeNull()
  expect([...(countriesOfRegion('uk&i') ?? [])]).toEqual(['GB', 'IE'])
  expect([...(countriesOfRegion('no') ?? [])]).toEqual(['NO'])
  expect(countriesOfRegion('Bavaria')).toBeNull()
  expect(countriesOfRegion('constructor')).toBeNull()
})
