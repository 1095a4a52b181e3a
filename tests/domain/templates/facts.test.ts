import { describe, expect, test } from 'vitest'
import type { Capture } from '#lib/domain/records.ts'
import { factsOf } from '#lib/domain/templates/facts.ts'
import { kari } from '../samples.ts'

const contact = { title: null, company: null, headline: null, about: null, school: null }
const field = (value: string, confidence: 'sure' | 'guess' = 'sure') => ({ value, confidence, strategy: 'x' })
const page = (at: string, rest: Partial<Capture>) => ({
  url: 'https://www.linkedin.com/in/kari/',
  at: `${at}T09:00:00.000Z`,
  fields: {},
  ...rest,
})
const position = (title: string, company: string, end: string | null = 'Present') => ({
  title, company, start: 'Mar 2026', end, location: null,
}) // oxfmt-ignore
const typed = (value: string) => ({ ...kari().name, value, by: 'rep' as const })
const read = (value: string) => ({ ...typed(value), by: 'page' as const })
const quotes = (captures: ReturnType<typeof page>[], known: Partial<typeof contact> | object = {}) =>
  factsOf(captures, { ...contact, ...known }).map(({ quote }) => quote)

describe('facts', () => {
  test('of one page: the job that lasts, the first sentence about themselves, the headline, the school', () => {
    const fields = {
      headline: field('Leder for innkjøp'),
      about: field('I buy steel. And more than that.'),
      school: field('NTNU'),
    }
    const experience = [position('Buyer', 'Old', '2025'), position('Head of Purchasing', 'Fjordvolt', null)]
    expect(quotes([page('2026-11-20', { fields, experience })])).toEqual([
      'Head of Purchasing, Fjordvolt',
      'I buy steel.',
      'Leder for innkjøp',
      'NTNU',
    ])
  })

  test('what stood later for the first time comes first, with the site and the day it was read', () => {
    const old = page('2026-10-01', { fields: { headline: field('Buyer'), school: field('NTNU') } })
    const again = page('2026-11-01', { fields: { headline: field('Head of buying'), school: field('NTNU') } })
    expect(factsOf([again, old], { ...contact, headline: read('Head of buying') })).toEqual([
      { quote: 'Head of buying', source: 'linkedin.com', at: again.at },
      { quote: 'NTNU', source: 'linkedin.com', at: old.at },
    ])
  })

  test('a job that is over by now, or that the rep has typed over, is none', () => {
    const captures = [page('2026-10-01', { experience: [position('Buyer', 'Old')] })]
    expect(quotes(captures)).toEqual(['Buyer, Old'])
    expect(quotes(captures, { company: read('New') })).toEqual([])
    expect(quotes(captures, { title: typed('Engineer') })).toEqual([])
    expect(quotes(captures, { title: read('Buyer of steel') })).toEqual(['Buyer, Old'])
  })

  test('a guess, a file and a merge tell none', () => {
    const fields = { headline: field('Buyer', 'guess') }
    expect(quotes([page('2026-10-01', { fields })])).toEqual([])
    expect(quotes([{ ...page('2026-10-01', { fields: { headline: field('Buyer') } }), url: '' }])).toEqual([])
  })
})
