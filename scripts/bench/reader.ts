import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '#scripts/browser.ts'
import { BROWSER_FLAGS, readerScript, SCRIPTS } from '#scripts/read/in-browser.ts'
import { besideMetascraper, type NodeTimes } from '#scripts/read/peer-in-node.ts'
import { mustGetPerson } from '#tests/readers/support/cases.ts'
import { emberHtml } from '#tests/readers/support/ember-html.ts'
import { guestHtml } from '#tests/readers/support/guest-html.ts'
import { PEOPLE, profileUrl } from '#tests/readers/support/invented.ts'
import { sduiSearchHtml } from '#tests/readers/support/more-html.ts'
import { sduiHtml } from '#tests/readers/support/sdui-html.ts'
import { bundled } from './in-page.ts'

/** Size of the page a read is measured on, as the real ones have it. */
const PAGE_BYTES = 1_200_000
const FRESH_LOADS = 7
const REPEATS = 30
/** Peers take a hundred times as long; their medians need no more. */
const PEER_LOADS = 3
const PEER_REPEATS = 3

interface Case {
  readonly name: string
  readonly html: string
  readonly url: string
  readonly scripts: readonly (keyof typeof SCRIPTS)[]
}

const maren = mustGetPerson('maren')
const everybody = Object.values(PEOPLE)
const ten = [...everybody, ...everybody].slice(0, 10)
const cases: readonly Case[] = [
  {
    name: 'sdui profile',
    html: sduiHtml(maren, { extra: ballast() }),
    url: profileUrl(maren),
    scripts: ['/reader.js'],
  },
  { name: 'top card alone', html: sduiHtml(maren), url: profileUrl(maren), scripts: ['/reader.js'] },
  {
    name: 'ember profile',
    html: emberHtml(maren).replace('</body>', `${ballast()}</body>`),
    url: profileUrl(maren),
    scripts: ['/reader.js', '/reader-ember.js'],
  },
  {
    name: 'guest profile',
    html: guestHtml(maren).replace('</body>', `${ballast()}</body>`),
    url: profileUrl(maren),
    scripts: ['/reader.js', '/reader-guest.js'],
  },
  {
    name: 'ten rows',
    html: sduiSearchHtml(ten),
    url: 'https://www.linkedin.com/search/results/people/?keywords=boats',
    scripts: ['/reader.js', '/reader-list.js'],
  },
]

/** Others, over the same document: what they call the name, the headline and the description. */
const PEERS = {
  defuddle: `import Defuddle from 'defuddle'
    globalThis.peer = () => { const r = new Defuddle(document, { url: location.href }).parse(); return [r.title, r.author, r.description] }`,
  // it takes its document apart, so it gets a copy, as its own manual says
  readability: `import { Readability } from '@mozilla/readability'
    globalThis.peer = () => { const r = new Readability(document.cloneNode(true)).parse(); return [r?.title, r?.byline, r?.excerpt] }`,
}

/**
 * Reads pages of 1.2 MB in Chromium, again and again, beside others in the same run. Milliseconds, medians: `first` is
 * the first read after loading, which is the one a user has; `warm` the median of repeated reads; `judge` what the
 * extension makes of it afterwards, outside the page. Sizes in bytes, minified. `right` counts name, headline and
 * description found on the three profiles, of nine.
 */
export async function benchReader(): Promise<Record<string, unknown>> {
  const found = await findBrowser({ install: false })
  if (found.kind === 'none') throw new Error(found.sentence)
  const names = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[] // keys of the constant
  const code = new Map(
    await Promise.all(names.map(async (name) => [name, await readerScript(name)] as const)),
  )
  const judge = await bundled(
    `import { judged } from '#lib/readers/judge.ts'; globalThis.batonJudge = judged`,
  )
  const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_FLAGS })
  try {
    const page = await browser.newPage()
    const baton: Record<string, Measured> = {}
    for (const one of cases) {
      const scripts = one.scripts.map((name) => code.get(name) ?? '')
      baton[one.name] = await measure(page, one, ours(scripts, judge), FRESH_LOADS, REPEATS)
    }
    const figures: Record<string, unknown> = { bytes: bytesOf(code), baton: withoutValues(baton) }
    for (const [peer, source] of Object.entries(PEERS)) {
      const script = await bundled(source)
      const measured: Record<string, Measured> = {}
      for (const one of cases)
        measured[one.name] = await measure(page, one, theirs(script), PEER_LOADS, PEER_REPEATS)
      figures[peer] = {
        bytes: Buffer.byteLength(script),
        ...withoutValues(measured),
        right: rightOf(measured),
        timesBaton: ratio(measured, baton),
      }
    }
    return { ...figures, right: rightOf(baton), metascraper: await inNode() }
  } finally {
    await browser.close()
  }
}

/** metascraper beside Baton in Node, which has no document of its own: milliseconds there compare with each other only. */
async function inNode(): Promise<Record<string, unknown>> {
  const measured: Record<string, NodeTimes> = {}
  for (const { name, html, url } of cases) measured[name] = await besideMetascraper(html, url)
  const figures = Object.entries(measured).map(([name, { whole, read }]) => [name, { whole, read }] as const)
  return { ...Object.fromEntries(figures), right: rightOf(measured) }
}

interface Measured {
  first: number
  warm: number
  judge?: number
  values: (string | null | undefined)[]
}

/** Defines `run`, which gives the values found and what judging took, in ms. */
function ours(scripts: readonly string[], judge: string): string {
  const reads = scripts.map((script, i) => `${script};const read${String(i)} = batonReader.read;`).join('')
  const last = `read${String(scripts.length - 1)}`
  const before = scripts.length > 1 ? 'read0(document, location.href);' : ''
  return `${judge};${reads}const run = () => { ${before}const { seen } = ${last}(document, location.href); const at = performance.now(); return { at, after: () => { const began = performance.now(); const r = batonJudge(seen); const f = r.fields ?? {}; return { judge: performance.now() - began, values: r.rows ? [String(r.rows.length)] : [f.name?.value, f.headline?.value, f.about?.value] } } } }`
}

const theirs = (script: string): string =>
  `${script};const run = () => { const values = peer(); return { at: performance.now(), after: () => ({ values }) } }`

async function measure(page: Page, one: Case, script: string, loads: number, repeats: number) {
  await page.unrouteAll()
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: one.html })
      : route.abort(),
  )
  const firsts: number[] = []
  const warms: number[] = []
  const judges: number[] = []
  let values: Measured['values'] = []
  for (let i = 0; i < loads; i++) {
    await page.goto(one.url)
    const told = await page.evaluate<{ took: number[]; judge?: number; values: Measured['values'] }>(
      `(() => { ${script}; const took = []; let last; for (let i = 0; i <= ${String(repeats)}; i++) { const began = performance.now(); const { at, after } = run(); took.push(at - began); last = after() } return { took, ...last } })()`,
    )
    firsts.push(told.took[0] ?? Number.NaN)
    warms.push(...told.took.slice(1))
    if (told.judge !== undefined) judges.push(told.judge)
    values = told.values
  }
  return {
    first: median(firsts),
    warm: median(warms),
    ...(judges.length > 0 && { judge: median(judges) }),
    values,
  }
}

function bytesOf(code: ReadonlyMap<string, string>): Record<string, number> {
  const bytes = [...code].map(([name, text]) => [name.slice(1), Buffer.byteLength(text)] as const)
  const sum = (of: (name: string) => boolean): number =>
    bytes.filter(([name]) => of(name)).reduce((all, [, size]) => all + size, 0)
  return {
    ...Object.fromEntries(bytes),
    'all of LinkedIn': sum((name) => name !== 'reader-mail.js'),
    'all of mail': sum((name) => name === 'reader.js' || name === 'reader-mail.js'),
  }
}

/** How many of name, headline and description of the profiles are, or hold, the person's own. */
function rightOf(measured: Readonly<Record<string, Pick<Measured | NodeTimes, 'values'>>>): number {
  const truths = [maren.name, maren.headline, maren.about].map((text) => text?.replace(/\s+/g, ' ').trim())
  const profiles = ['sdui profile', 'ember profile', 'guest profile'].map(
    (name) => measured[name]?.values ?? [],
  )
  return profiles.reduce(
    (sum, values) =>
      sum +
      truths.filter((truth, i) => truth !== undefined && values[i]?.replace(/\s+/g, ' ').includes(truth))
        .length,
    0,
  )
}

/** How many times as long a first read takes as Baton's. */
const ratio = (theirs: Record<string, Measured>, ours: Record<string, Measured>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(theirs).map(([name, { first }]) => [
      name,
      Math.round((first / (ours[name]?.first ?? Number.NaN)) * 10) / 10,
    ]),
  )

const withoutValues = (measured: Record<string, Measured>): Record<string, Omit<Measured, 'values'>> =>
  Object.fromEntries(
    Object.entries(measured).map(([name, { first, warm, judge }]) => [
      name,
      { first, warm, ...(judge !== undefined && { judge }) },
    ]),
  )

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) * 100) / 100
}

/** Posts, side lists and embedded data of other people, as they make up most of a real page. */
function ballast(): string {
  const post = `<div componentkey="x"><ul><li><a href="/in/wilbur-stranger/"><span aria-hidden="true">Wilbur Stranger</span></a><p>· 3rd</p><p><span data-testid="expandable-text-box">${'A post about boats, tides and quotas. '.repeat(12)}</span></p></li></ul></div>`
  const data = `<code id="bpr-guid-77" style="display: none">${'{"entityUrn":"urn:li:activity:1","text":"boats"},'.repeat(8_000)}</code>`
  const posts = Math.ceil((PAGE_BYTES - data.length - 12_000) / post.length)
  return `<div>${post.repeat(posts)}</div>${data}`
}

if (import.meta.main) console.log(JSON.stringify(await benchReader()))
