import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { historyCampaign } from '#tests/support/reminder-history.ts'
import { killCampaign } from '#tests/support/reminder-kills.ts'

/**
 * A thousand random histories, then a hundred real Chromium restarts and kills at random moments: every due touch is reminded once, none twice, none
 * lost. `BATON_SEED` for another run, `BATON_EXTENSION_DIR` for a build that stands already.
 */
const seed = Number(process.env['BATON_SEED'] ?? 1)
const rounds = Number(process.env['BATON_ROUNDS'] ?? 100)
const histories = await historyCampaign({ seed, count: Number(process.env['BATON_HISTORIES'] ?? 1_000) })
console.log(`reminders, histories: ${JSON.stringify(histories)}`)
if (histories.wrong.length > 0 || histories.due === 0) process.exitCode = 1
const folder = mkdtempSync(join(tmpdir(), 'baton-soak-reminders-'))
try {
  const extensionDir = process.env['BATON_EXTENSION_DIR'] ?? built(folder)
  const report = await killCampaign({ extensionDir, seed, rounds })
  console.log(`reminders, kills: ${JSON.stringify(report)}`)
  if (report.wrong.length > 0 || report.due === 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function built(outDir: string): string {
  execFileSync(process.execPath, [join(import.meta.dirname, '../build-extension.ts'), outDir], {
    stdio: 'ignore',
  })
  return join(outDir, 'extension')
}
