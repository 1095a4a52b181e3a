import { describe, expect, test } from 'vitest'
import type { Step } from '#lib/domain/cadence/step.ts'
import { countVariants, nextVariantId, variantIds, variantOf, withVariant } from '#lib/domain/variant.ts'
import { step as plainStep, uuid } from './samples.ts'

const text = (id: string) => ({ id, subject: `Subject ${id}`, body: `Body ${id}` })
const step = (...ids: string[]): Step => ({
  ...plainStep('mail'),
  subject: 'Subject A',
  body: 'Body A',
  variants: ids.map(text),
})
const people = Array.from({ length: 3_000 }, (_, n) => uuid(n))
const shares = (one: Step) => Map.groupBy(people, (id) => variantOf(one, id) ?? '-')

describe('V1 who gets which', () => {
  test('the same person always gets the same text, whatever is edited in it', () => {
    const edited = { ...step('B'), body: 'other', variants: [{ ...text('B'), body: 'other' }] }
    for (const id of people.slice(0, 200)) expect(variantOf(edited, id)).toBe(variantOf(step('B'), id))
    // Written down: another device, or a later version, must come to the same.
    expect([1, 2, 3, 4, 5, 6].map((n) => variantOf(step('B'), uuid(n))).join('')).toBe('AAABBA')
  })

  test('two steps draw apart from each other', () => {
    const other = { ...step('B'), id: 'second' }
    const same = people.filter((id) => variantOf(other, id) === variantOf(step('B'), id))
    expect(same.length / people.length).toBeCloseTo(0.5, 1)
  })

  test('the text is that of the variant, and the step’s own without any', () => {
    for (const id of people.slice(0, 20)) {
      const { subject, body } = withVariant(step('B', 'C'), id)
      const chosen = variantOf(step('B', 'C'), id) ?? ''
      expect([subject, body]).toEqual([`Subject ${chosen}`, `Body ${chosen}`])
    }
    expect(variantOf(step(), uuid(1))).toBeNull()
    expect(withVariant(plainStep('mail'), uuid(1))).toEqual(plainStep('mail'))
  })
})

describe('V2 shares', () => {
  test.each([[['B']], [['B', 'C']], [['B', 'C', 'D']]])('%j have equal shares', (ids) => {
    const counts = shares(step(...ids))
    for (const id of variantIds(step(...ids)))
      expect((counts.get(id)?.length ?? 0) / people.length).toBeCloseTo(1 / (ids.length + 1), 1)
  })

  test('one more text takes only its own share from the others', () => {
    const moved = people.filter((id) => variantOf(step('B', 'C'), id) !== variantOf(step('B'), id))
    expect(moved.every((id) => variantOf(step('B', 'C'), id) === 'C')).toBe(true)
  })
})

test('V3: touches are counted by the text they were made with, replies by the run', () => {
  const run = (n: number, variant?: string, signal?: 'positive' | 'negative') => [
    { enrollmentId: uuid(n) as never, stepId: 'mail', cycle: 0, state: 'done' as const, ...(variant !== undefined && { variant }) },
    ...(signal ? [{ enrollmentId: uuid(n) as never, stepId: 'call', cycle: 0, state: 'done' as const, signal }] : []),
  ] // oxfmt-ignore
  const touches = [
    ...run(1, 'A', 'positive'),
    ...run(2, 'A', 'negative'),
    ...run(3, 'B'),
    ...run(4, 'B', 'positive'),
    ...run(5),
  ]
  expect(countVariants(step('B'), touches)).toEqual([
    { id: 'A', done: 2, replied: 1 },
    { id: 'B', done: 2, replied: 1 },
  ])
})

test('texts are lettered; there are five at most', () => {
  expect(nextVariantId({})).toBe('B')
  expect(nextVariantId(step('C'))).toBe('B')
  expect(nextVariantId(step('B', 'C', 'D', 'E'))).toBeNull()
})
