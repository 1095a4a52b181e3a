import { runSchedule, type ScheduleResult } from '#tests/support/simulation.ts'

export interface SoakResult {
  schedules: number
  firstSeed: number
  edits: number
  exchanges: number
  restarts: number
  lostDatabases: number
  failures: { seed: number; error: string }[]
}

/**
 * Many seeded schedules of devices with faults (`tests/support/simulation.ts`). A failure names its seed, which gives
 * the same schedule again: `BATON_SEED=<seed> npx vitest run tests/sync/simulation.test.ts`.
 */
export async function soakSync(
  options: { schedules?: number; firstSeed?: number; say?: (line: string) => void } = {},
): Promise<SoakResult> {
  const { schedules = 2_000, firstSeed = 100_000, say = () => undefined } = options
  const total: SoakResult = {
    schedules: 0, firstSeed, edits: 0, exchanges: 0, restarts: 0, lostDatabases: 0, failures: [],
  } // oxfmt-ignore
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    const outcome = await runSchedule(seed).catch((error: unknown) => String(error))
    if (typeof outcome === 'string') total.failures.push({ seed, error: outcome })
    else add(total, outcome)
    total.schedules += 1
    if (total.schedules % 100 === 0)
      say(`sync soak: ${total.schedules} of ${schedules}, ${total.failures.length} failed`)
  }
  return total
}

function add(total: SoakResult, one: ScheduleResult): void {
  total.edits += one.edits
  total.exchanges += one.exchanges
  total.restarts += one.kills
  total.lostDatabases += one.losses
}

if (import.meta.main) {
  const result = await soakSync({ say: (line) => process.stderr.write(`${line}\n`) })
  process.stdout.write(`${JSON.stringify(result)}\n`)
  if (result.failures.length > 0) process.exitCode = 1
}
