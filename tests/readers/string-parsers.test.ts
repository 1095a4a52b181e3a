import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SEEDS, STRING_PARSERS } from './support/string-parsers.ts'

/** With the guidance of what is covered, and for as long as wanted: `npm run soak parsers`. */
const RUNS = 600
const LIMIT_MS = 60

const piece = fc.oneof(
  fc.constantFrom(...SEEDS, ...SEEDS.flatMap((seed) => seed.split(/(?<=[\s/.,-])/))),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '\n',
    ' ',
    ',',
    '(',
    '"',
    '%',
    '·',
    ' - ',
    '\u200d',
    '\ud800',
    '\u0000',
    '🏴',
    '２０１９',
    '٣',
  ),
)
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

describe.each(Object.entries(STRING_PARSERS))('the parser of a text: %s', (_name, parse) => {
  test(`any text of ${RUNS} gives a well-formed answer`, () => {
    fc.assert(fc.property(text, parse), { numRuns: RUNS })
  })

  test('10 kB of whatever repeats is answered at once', () => {
    const slowest = { text: '', ms: 0 }
    const bits = new Set(SEEDS.flatMap((seed) => [seed, ...seed.split(/(?<=[\s/.,-])/)]))
    for (const bit of [
      ...bits,
      'a',
      ' ',
      '1',
      '.',
      '-',
      ',',
      '%',
      'é',
      '王',
      '\u0301',
      'a ',
      '1 ',
      '1,',
      '. ',
      'A.',
      '(',
      '@',
      'a@',
      '·',
      '+',
      '🚀',
    ])
      for (const long of [bit.repeat(10_000 / bit.length), `x${bit.repeat(10_000 / bit.length)}!`]) {
        const ms = Math.min(timeOf(parse, long), timeOf(parse, long))
        if (ms > slowest.ms) Object.assign(slowest, { text: bit, ms })
      }
    expect(slowest.ms, `a run of ${JSON.stringify(slowest.text)}`).toBeLessThan(LIMIT_MS)
  })
})

function timeOf(parse: (text: string) => void, long: string): number {
  const begun = performance.now()
  parse(long)
  return performance.now() - begun
}
