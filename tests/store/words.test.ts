import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, queryWords, wordsOf } from '#lib/store/words.ts'

describe('search words', () => {
  test.each([
    ['Zoë', 'zoe'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ÆØÅ', 'aeoa'],
    ['ﬁ', 'fi'],
    ['Ｆｕｌｌ', 'full'],
    ['İstanbul', 'istanbul'],
  ])('%s folds to %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('text is cut at everything that is neither letter nor digit, each word once', () => {
    expect(wordsOf(['Ada M. Sample-Muster', 'ada@sample.test'])).toEqual([
      'ada',
      'm',
      'sample',
      'muster',
      'test',
    ])
    expect(wordsOf(['', '…', '山田 太郎'])).toEqual(['山田', '太郎'])
  })

  test('a query asks for its longest word first; a profile address counts as its slug', () => {
    expect(queryWords('a sample')).toEqual(['sample', 'a'])
    expect(queryWords('https://de.linkedin.com/in/ada-sample/')).toEqual(['sample', 'ada'])
  })

  test('folding again changes nothing, and every beginning of a word is found as one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        for (const word of wordsOf([text])) expect(wordsOf([word])).toEqual([word])
      }),
    )
  })
})
