import fc from 'fast-check'
import { epochDay } from '#lib/domain/cadence/calendar.ts'
import { planAnswer } from '#lib/domain/cadence/plan-answer.ts'
import { oracleAnswer } from '#tests/domain/cadence/case-oracle.ts'
import { planCases } from '#tests/domain/cadence/cases.ts'

interface SoakResult {
  cases: number
  seed: number
  touches: number
  failures: string[]
}

/**
 * Planning cases beside the oracle, drawn anew from a seed that counts up; a case that differs is shrunk and printed.
 * About 30 cases a second: the oracle asks Temporal everything again.
 */
function soakPlan(options: { cases?: number; seed?: number; say?: (line: string) => void } = {}): SoakResult {
  const { cases = 20_000, seed = 1, say = () => undefined } = options
  const result: SoakResult = { cases: 0, seed, touches: 0, failures: [] }
  for (let turn = 0; result.cases < cases; turn++) {
    const numRuns = Math.min(BATCH, cases - result.cases)
    const details = fc.check(
      fc.property(planCases(), ({ given, holidays }) => {
        const [days, dates] = [new Set(holidays.map((day) => epochDay(day) ?? 0)), new Set(holidays)]
        const found = planAnswer({ ...given, contact: { ...given.contact, region: 'XX' } }, () => days)
        const expected = oracleAnswer(given, (date) => dates.has(date.toString()))
        if ('touches' in found) result.touches += found.touches.length
        return JSON.stringify(found) === JSON.stringify(ordered(expected))
      }),
      { numRuns, seed: seed + turn },
    )
    if (details.failed) result.failures.push(`seed ${seed + turn}: ${JSON.stringify(details.counterexample)}`)
    result.cases += numRuns
    say(`plan soak: ${result.cases} of ${cases}, ${result.failures.length} batches failed`)
  }
  return result
}

/** Fields in the order in which the planner writes them. */
function ordered({ id, state, touches }: ReturnType<typeof oracleAnswer>) {
  return { id, state, touches: touches.map(({ step, at, zone }) => ({ step, at, zone })) }
}

const BATCH = 500

if (import.meta.main) {
  const result = soakPlan({ say: (line) => process.stderr.write(`${line}\n`) })
  process.stdout.write(`${JSON.stringify(result)}\n`)
  if (result.failures.length > 0) process.exitCode = 1
}
