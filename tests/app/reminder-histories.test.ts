import { expect, test } from 'vitest'
import { historyCampaign } from '#tests/support/reminder-history.ts'

/** Another beginning for one run: `BATON_SEED`. All 1,000 of them: `npm run soak reminders`. */
const SEED = Number(process.env['BATON_SEED'] ?? 1)
const HISTORIES = 200

test('random histories: every due touch is reminded once, none twice, none lost', async () => {
  const report = await historyCampaign({ seed: SEED, count: HISTORIES })
  console.log(`reminders: ${JSON.stringify(report)}`)
  expect(report.wrong).toEqual([])
  // Otherwise nothing was looked at.
  expect(report.due).toBeGreaterThan(HISTORIES)
}, 120_000)
