import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameKey, settle, weigh } from '#lib/readers/evidence.ts'

const claims = (...values: string[]): { value: string; strategy: string }[] =>
  values.map((value, i) => ({ value, strategy: `way-${i}` }))

describe('weighing what the ways say', () => {
  test('two that agree are sure, and dress does not count', () => {
    expect(weigh(claims('Ana Lima 🚀', 'ana  lima'))).toMatchObject({
      value: 'Ana Lima 🚀',
      confidence: 'sure',
    })
  })

  test('one alone is likely', () => {
    expect(weigh(claims('Ana Lima'))).toEqual({ value: 'Ana Lima', strategy: 'way-0', confidence: 'likely' })
  })

  test('a majority wins, loses confidence and shows the dissent', () => {
    const field = weigh(claims('Ana Lima', 'Rui Sá', 'Rui Sá'))
    expect(field).toMatchObject({ value: 'Rui Sá', confidence: 'likely' })
    expect(field?.others).toEqual([{ value: 'Ana Lima', strategy: 'way-0' }])
  })

  test('an even disagreement is a guess of the earliest', () => {
    expect(weigh(claims('Ana', 'Rui'))).toMatchObject({ value: 'Ana', confidence: 'guess' })
  })

  test('nothing said is nothing', () => {
    expect(weigh([])).toBeNull()
    expect(
      settle(
        [
          ['stars', () => '*** ****'],
          ['dash', () => ' -- '],
          ['none', () => null],
        ],
        null,
      ),
    ).toBeNull()
  })

  test('whatever is claimed, the answer is one of the claims and the rest is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (values) => {
        const field = weigh(claims(...values))
        expect(values).toContain(field?.value)
        const dissent = values.filter((value) => sameKey(value) !== sameKey(field?.value ?? ''))
        expect(field?.others?.length ?? 0).toBe(Math.min(8, dissent.length))
      }),
    )
  })
})
