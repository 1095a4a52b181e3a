import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { employerInHeadline } from '#lib/domain/headline.ts'

describe('the employer in a headline', () => {
  test.each([
    ['Head of Sales at Kestrel', 'Kestrel'],
    ['Head of Sales at Kestrel | mother of two', 'Kestrel'],
    ['Mother of two | Head of Sales @ Kestrel', 'Kestrel'],
    ['CEO @Kestrel', 'Kestrel'],
    ['VP Marketing at Kestrel & Sons', 'Kestrel & Sons'],
    ['Co-Founder and CEO at Kestrel Systems', 'Kestrel Systems'],
    ['Senior Software Engineer at Kestrel, Inc.', 'Kestrel, Inc.'],
    ['Account Manager at Kestrel (YC S21) - we are growing', 'Kestrel'],
    ['Vertriebsleiterin bei Fjordvolt GmbH', 'Fjordvolt GmbH'],
    ['Directrice commerciale chez Atelier du Phare', 'Atelier du Phare'],
    ['Direttore vendite presso Officine Lago', 'Officine Lago'],
    ['Daglig leder hos Fjordvolt', 'Fjordvolt'],
    ['Sales manager bij Grachtenwerk', 'Grachtenwerk'],
  ])('%s', (headline, company) => {
    expect(employerInHeadline(headline)).toBe(company)
  })

  test.each([
    '', 'Kestrel', 'Head of Sales', 'Head of Sales | Kestrel', 'Head of Sales, Kestrel', 'CEO at Kestrel | Board member at Osprey',
    'CEO at Kestrel and founder at Osprey', 'Ex-Kestrel manager at Osprey', 'Former Head of Sales at Kestrel', 'Student at University of Oslo',
    'Aspiring manager at Kestrel', 'Manager at the intersection of art and tech', 'Engineer at heart', 'Helping teams at Kestrel',
    'Manager at a Fortune 500 company', 'CEO at Stealth Startup', 'Vendedora en Madrid', 'Manager at scale', 'Director at 10', 'CEO @',
    'Head of Sales at Kestrel at Osprey', 'Looking for a manager role at Kestrel', 'Manager at Confidential', 'Retired director at Kestrel',
    'Investor at Large', 'Head of Sales at Kestrel, formerly at Osprey', 'Manager at work',
  ])('none beyond doubt: %j', (headline) => {
    expect(employerInHeadline(headline)).toBeNull()
  }) // oxfmt-ignore

  test('is always a piece of the headline, whatever is given', () => {
    const piece = fc.constantFrom(
      'CEO',
      ' at ',
      '@',
      ' ',
      'Kestrel',
      ',',
      'Inc.',
      '|',
      ' - ',
      '(',
      'bei',
      'ex',
      'é',
      '王',
      'and',
      '/',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 14 }), (parts) => {
        const headline = parts.join('')
        const found = employerInHeadline(headline)
        if (found !== null) expect(headline.replace(/\s+/g, ' ').replace(/\s*,\s*/g, ', ')).toContain(found)
      }),
    )
  })
})
