import { expect, test } from 'vitest'
import { liveHistory } from '#tests/support/reminder-history.ts'

/** Another beginning for one run: `BATON_SEED`. */
const SEED = Number(process.env['BATON_SEED'] ?? 1)
const HISTORIES = 1_000
const STEPS = 10
const AT_ONCE = 8

test('1,000 random histories: every due touch is reminded once, none twice, none lost', async () => {
  const sum = { wakes: 0, kills: 0, restarts: 0, due: 0 }
  const wrong: string[] = []
  const seeds = Array.from({ length: HISTORIES }, (_, n) => SEED + n)
  // A few at a time: each waits for its own storage.
  for (let from = 0; from < HISTORIES; from += AT_ONCE) {
    const some = seeds.slice(from, from + AT_ONCE)
    for (const report of await Promise.all(some.map((seed) => liveHistory(seed, STEPS)))) {
      for (const name of ['wakes', 'kills', 'restarts', 'due'] as const) sum[name] += report[name]
      wrong.push(...report.wrong.map((what) => `seed ${String(report.seed)}: ${what}`))
    }
  }
  console.log(`reminders: seeds ${String(SEED)} to ${String(SEED + HISTORIES - 1)}, ${JSON.stringify(sum)}`)
  expect(wrong).toEqual([])
  // Otherwise nothing was looked at.
  expect(sum.due).toBeGreaterThan(HISTORIES)
}, 240_000)
