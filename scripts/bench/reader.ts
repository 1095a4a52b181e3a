import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '#scripts/browser.ts'
import { BROWSER_FLAGS, readerScript, SCRIPTS } from '#scripts/read/in-browser.ts'
import { emberHtml } from '#tests/readers/support/ember-html.ts'
import { mustGetPerson } from '#tests/readers/support/cases.ts'
import { profileUrl } from '#tests/readers/support/invented.ts'
import { sduiHtml } from '#tests/readers/support/sdui-html.ts'

/** Size of the page a read is measured on, as the real ones have it. */
const PAGE_BYTES = 1_200_000
const FRESH_LOADS = 9
const REPEATS = 50

/**
 * Reads a 1.2 MB profile in Chromium, again and again. Milliseconds, medians: `first` is the first read after
 * loading, which is the one a user has; `warm` the median of repeated reads. Sizes in bytes, minified.
 */
export async function benchReader(): Promise<Record<string, number>> {
  const found = await findBrowser({ install: false })
  if (found.kind === 'none') throw new Error(found.sentence)
  const names = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[] // keys of the constant
  const code = new Map(
    await Promise.all(names.map(async (name) => [name, await readerScript(name)] as const)),
  )
  const figures: Record<string, number> = {}
  for (const name of names) figures[`${name.slice(1)} bytes`] = Buffer.byteLength(code.get(name) ?? '')
  const maren = mustGetPerson('maren')
  const cases = [
    ['sdui profile', sduiHtml(maren, { extra: ballast() }), '/reader.js'],
    ['ember profile', emberHtml(maren).replace('</body>', `${ballast()}</body>`), '/reader-ember.js'],
  ] as const
  const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_FLAGS })
  try {
    const page = await browser.newPage()
    for (const [name, html, script] of cases) {
      const { first, warm } = await measure(page, html, profileUrl(maren), code.get(script) ?? '')
      figures[`${name} page bytes`] = Buffer.byteLength(html)
      figures[`${name} first read ms`] = first
      figures[`${name} warm read ms`] = warm
    }
  } finally {
    await browser.close()
  }
  return figures
}

async function measure(
  page: Page,
  html: string,
  url: string,
  code: string,
): Promise<{ first: number; warm: number }> {
  await page.unrouteAll()
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  )
  const firsts: number[] = []
  let warms: number[] = []
  for (let i = 0; i < FRESH_LOADS; i++) {
    await page.goto(url)
    const times = await page.evaluate<number[]>(
      `${code};(() => { const times = []; for (let i = 0; i <= ${REPEATS}; i++) { const at = performance.now(); const { result } = batonReader.read(document, location.href); times.push(performance.now() - at); if (result.kind !== 'person') throw new Error(result.kind) } return times })()`,
    )
    firsts.push(times[0] ?? NaN)
    warms = times.slice(1)
  }
  return { first: median(firsts), warm: median(warms) }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? NaN) * 100) / 100
}

/** Posts, side lists and embedded data of other people, as they make up most of a real page. */
function ballast(): string {
  const post = `<div componentkey="x"><ul><li><a href="/in/wilbur-stranger/"><span aria-hidden="true">Wilbur Stranger</span></a><p>· 3rd</p><p><span data-testid="expandable-text-box">${'A post about boats, tides and quotas. '.repeat(12)}</span></p></li></ul></div>`
  const data = `<code id="bpr-guid-77" style="display: none">${'{"entityUrn":"urn:li:activity:1","text":"boats"},'.repeat(8_000)}</code>`
  const posts = Math.ceil((PAGE_BYTES - data.length - 12_000) / post.length)
  return `<div>${post.repeat(posts)}</div>${data}`
}
