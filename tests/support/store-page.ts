import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'

/** Puts `store-contract-page.ts` into a page of the extension. */
export async function loadStoreContract(page: Page): Promise<void> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'store-contract-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome144',
    logLevel: 'silent',
  })
  // The page's own policy forbids added scripts; this way asks no policy.
  await page.evaluate(bundle.outputFiles[0]?.text ?? '')
}
