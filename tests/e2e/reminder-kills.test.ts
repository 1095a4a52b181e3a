import { expect, test } from 'vitest'
import { extensionDir } from '#tests/support/extension.ts'
import { killCampaign } from '#tests/support/reminder-kills.ts'

test('20 restarts and kills of the browser: every due touch is reminded once, none twice, none lost', async () => {
  const report = await killCampaign({
    extensionDir: extensionDir(),
    seed: Number(process.env['BATON_SEED'] ?? 1),
    rounds: 20,
  })
  console.log(`reminders: ${JSON.stringify(report)}`)
  expect(report.wrong).toEqual([])
  expect(report.due).toBeGreaterThan(0)
}, 240_000)
