import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { holidaysOf } from '#lib/domain/cadence/holidays.ts'
import { planAnswer, type PlanAnswer } from '#lib/domain/cadence/plan-answer.ts'
import type { DaySet } from '#lib/domain/cadence/calendar.ts'

/**
 * `npm run --silent plan -- <cases.jsonl>`: plans every line (`docs/plan.md`) and prints one answer a line, in the
 * same order. A line that cannot be understood is answered with the place and the reason; the others are not touched
 * by it. Exit code 0 when the file was read, 2 when there is none.
 */
const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('usage: npm run --silent plan -- <cases.jsonl>\n')
  process.exit(2)
}

/** The holidays of a region are looked up once for all lines. */
const regions = new Map<string, DaySet | null>()
function holidays(region: string): DaySet | null {
  const known = regions.get(region)
  if (known !== undefined) return known
  const found = holidaysOf(region)
  regions.set(region, found)
  return found
}

function answerTo(line: string): PlanAnswer {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { id: null, error: { at: 'case', reason: 'the line is no JSON' } }
  }
  try {
    return planAnswer(given, holidays)
  } catch (error) {
    // A case nobody thought of must not cost the answers to the others.
    const why = error instanceof Error ? error.message : String(error)
    return { id: null, error: { at: 'case', reason: `it could not be planned: ${why}` } }
  }
}

async function* answers(path: string): AsyncGenerator<string> {
  const opened = await open(path)
  for await (const line of opened.readLines({ encoding: 'utf8' })) {
    const text = line.replace(/^\uFEFF/, '')
    if (text.trim() !== '') yield `${JSON.stringify(answerTo(text))}\n`
  }
}

try {
  await pipeline(answers(file), process.stdout, { end: false })
} catch (error) {
  // Whoever reads the answers has had enough of them.
  const isClosed = error instanceof Error && 'code' in error && error.code === 'EPIPE'
  if (!isClosed) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
