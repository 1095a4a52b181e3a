import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { holidaysOf } from '#lib/domain/cadence/holidays.ts'
import { planAnswer } from '#lib/domain/cadence/plan-answer.ts'
import { SCHEMAS, schemaText } from './write-schema.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('the worked examples of docs/plan.md come out as they are printed there', () => {
  const blocks = [...read('docs/plan.md').matchAll(/```json\n([^`]+)```/g)].map((found): unknown =>
    JSON.parse(found[1] ?? ''),
  )
  expect(blocks).toHaveLength(6)
  for (let place = 0; place < blocks.length; place += 2)
    expect(planAnswer(blocks[place], holidaysOf)).toEqual(blocks[place + 1])
})

test.each(SCHEMAS)(
  '$file is what is parsed with (write it with tests/domain/cadence/write-schema.ts)',
  (one) => {
    const written: unknown = JSON.parse(read(one.file))
    expect(written).toEqual(JSON.parse(schemaText(one)))
  },
)
