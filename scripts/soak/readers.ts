import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { findBrowser } from '#scripts/browser.ts'
import { BROWSER_FLAGS } from '#scripts/read/in-browser.ts'
import type { Told } from '#tests/readers/support/campaign-in-page.ts'
import { ownTexts, savedTexts } from '#tests/readers/support/campaign-pages.ts'
import { emptyTally, told, type PageText, type Tally } from '#tests/readers/support/campaign.ts'

/**
 * Every change of `tests/readers/campaigns.test.ts` on the own pages and on the saved real ones beside the project,
 * with many seeds where chance takes part (`BATON_SEEDS`, 10). In Chromium, where a large page is changed and read in
 * a moment, a tab for each page, so that nothing piles up. Prints a line for each change; anything wrong fails.
 */
const SEEDS = Number(process.env['BATON_SEEDS'] ?? 10)
const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1)

const { outputFiles } = await build({
  entryPoints: [new URL('../../tests/readers/support/campaign-in-page.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'campaign',
  target: 'chrome144',
})
const script = outputFiles[0]?.text ?? ''

const found = await findBrowser({ install: false })
if (found.kind === 'none') throw new Error(found.sentence)
const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_FLAGS })

const tallies = new Map<string, Tally>()
async function take(text: PageText): Promise<void> {
  const tab = await browser.newPage()
  try {
    await tab.evaluate(script.replace('var campaign =', 'globalThis.campaign ='))
    const all = await tab.evaluate<[string, Told][]>(
      `campaign.tallied(${JSON.stringify(text)}, ${JSON.stringify(seeds)})`,
    )
    for (const [name, one] of all) add(name, one)
  } finally {
    await tab.close()
  }
}

function add(name: string, { pages, kept, lost, wrong }: Told): void {
  const tally = tallies.get(name) ?? emptyTally()
  tallies.set(name, tally)
  tally.pages += pages
  tally.kept += kept
  for (const [field, times] of lost) tally.lost.set(field, (tally.lost.get(field) ?? 0) + times)
  tally.wrong.push(...wrong)
}

try {
  for (const text of ownTexts()) await take(text)
  let saved = 0
  for (const text of savedTexts()) {
    await take(text)
    saved += 1
    if (saved % 20 === 0) process.stderr.write(`saved pages: ${saved}\n`)
  }
  if (saved === 0) console.log('saved pages: the folder ../shared/corpus is not here, own pages only')
} finally {
  await browser.close()
}
for (const [name, tally] of tallies) {
  console.log(told(name, tally))
  for (const line of tally.wrong.slice(0, 20)) console.log(`  ${line}`)
  if (tally.wrong.length > 0) process.exitCode = 1
}
