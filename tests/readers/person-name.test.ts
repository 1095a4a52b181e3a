import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '#lib/domain/name/plain.ts'
import { splitName } from '#lib/readers/person-name.ts'

describe('first and last name', () => {
  test.each([
    ['Ana Lima', [], 'Ana', 'Lima'],
    ['Dr. Ana Lima, PhD', [], 'Ana', 'Lima'],
    ['Prof. Ana Lima MBA', [], 'Ana', 'Lima'],
    ['Ana (Nina) Lima', [], 'Ana', 'Lima'],
    ['Ana Lima 🚀', [], 'Ana', 'Lima'],
    ['Ana Lima ⭐I’m Hiring⭐', [], 'Ana', 'Lima'],
    ['Ana Lima | Sales coach', [], 'Ana', 'Lima'],
    ['Maren Sofie Okwuosa', ['View Maren Sofie’s verifications'], 'Maren Sofie', 'Okwuosa'],
    [
      'Maren Sofie Okwuosa',
      ['Follow Maren Sofie Okwuosa', 'Maren is a Premium member'],
      'Maren',
      'Sofie Okwuosa',
    ],
    ['桐島 葵', ['葵さんの認証を表示'], '葵', '桐島'],
    ['ליאור בן-דוד', [], 'ליאור', 'בן-דוד'],
    ['桐島 葵', [], '葵', '桐島'],
    ['Nagy Péter', ['Üzenet Péter részére'], 'Péter', 'Nagy'],
    ['Madonna', [], 'Madonna', null],
    ['Madonna', ['Follow Madonna'], 'Madonna', null],
  ])('%s', (name, labels, first, last) => {
    expect(splitName(name, labels)).toEqual({ first, last })
  })

  test.each([
    ['three words and nobody tells', 'Maren Sofie Okwuosa', []],
    ['an order that only the words hint at', 'Nagy Péter', []],
    ['characters that are in no table of family names', '龘 葵', []],
    ['labels that contradict each other', 'Ana Rita Lima', ['Ana’s posts', 'Ana Rita’s posts']],
    ['nothing but pictures', '🚀 🚀', []],
  ])('says nothing: %s', (_why, name, labels) => {
    expect(splitName(name, labels)).toBeNull()
  })

  test('a label of another word that begins alike does not count', () => {
    expect(splitName('Jan Maria Kowalski', ['Zobacz profil Jana Marii Kowalskiego'])).toBeNull()
  })

  test('never throws, and never invents a word', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }),
        (name, labels) => {
          const split = splitName(name, labels)
          const words = [split?.first ?? '', split?.last ?? ''].flatMap((half) => half.split(' '))
          for (const word of words) expect(plainText(name)).toContain(word)
        },
      ),
    )
  })
})
