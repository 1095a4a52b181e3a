import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStoreContract } from '#tests/support/store-page.ts'
import { launchBaton } from '../launch.ts'

/** The store alone, inside a page of the built extension: reads with 10,000 people and enrollments. All in ms. */
const people = 10_000
const extensionDir =
  process.env['BATON_EXTENSION_DIR'] ?? join(import.meta.dirname, '../../.output/chrome-mv3')
const folder = mkdtempSync(join(tmpdir(), 'baton-store-bench-'))
const baton = await launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
try {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  await loadStoreContract(page)
  console.log(JSON.stringify(await page.evaluate((n) => globalThis.storeContract.bench(n), people)))
} finally {
  await baton.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
