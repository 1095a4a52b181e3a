import { chromium } from 'playwright-core'
import { findBrowser } from '#scripts/browser.ts'
import { BROWSER_FLAGS, readerScript, SCRIPTS } from '#scripts/read/in-browser.ts'
import { judged } from '#lib/readers/judge.ts'
import type { Seen } from '#lib/readers/seen.ts'
import { poisonPage, wrongIn } from '#tests/readers/support/poison.ts'

/**
 * Ten thousand hostile pages in Chromium (`BATON_PAGES` for another number, `BATON_SEED` for the first): parsed there,
 * read by the scripts that are injected, judged here. No exception, no wrong person, the document unchanged, each read
 * within 50 ms; a slow one is read twice more, since a machine has other things to do.
 */
const PAGES = Number(process.env['BATON_PAGES'] ?? 10_000)
const FIRST = Number(process.env['BATON_SEED'] ?? 1)
const LIMIT_MS = 50
const BATCH = 50

type Outcome = { seen?: Seen; error?: string; ms: number; isChanged: boolean }

const names = Object.keys(SCRIPTS)
const code = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await readerScript(name as keyof typeof SCRIPTS)])), // a key of it
)

const found = await findBrowser({ install: false })
if (found.kind === 'none') throw new Error(found.sentence)
const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_FLAGS })

/** Runs in the browser: reads one text as a document, as the extension does it. */
const READ = `(pages) => {
  const code = ${JSON.stringify(code)}
  const scripts = globalThis.scripts ??= Object.fromEntries(Object.entries(code).map(([name, text]) => [name, new Function(text + ';return batonReader')()]))
  const readOnce = (doc, url) => {
    const begun = performance.now()
    let answer = scripts['/reader.js'].read(doc, url)
    let isNext = false
    if (answer.next) { isNext = true; const later = scripts[answer.next].read(doc, url); if (answer.seen.kind !== 'sdui' || !/unread|notThisPage/i.test(later.seen.kind)) answer = later }
    return { seen: answer.seen, ms: performance.now() - begun }
  }
  return pages.map(({ html, url }) => {
    const doc = new DOMParser().parseFromString(html, 'text/html')
    const before = doc.documentElement.outerHTML
    let best
    try {
      for (let n = 0; n < 3 && (!best || best.ms > ${LIMIT_MS}); n++) {
        const one = readOnce(doc, url)
        if (!best || one.ms < best.ms) best = one
      }
    } catch (error) {
      return { error: String(error?.stack ?? error).slice(0, 600), ms: 0, isChanged: false }
    }
    return { ...best, isChanged: doc.documentElement.outerHTML !== before }
  })
}`

const times: number[] = []
const kinds = new Map<string, number>()
const faults: string[] = []
try {
  const tab = await browser.newPage()
  for (let from = FIRST; from < FIRST + PAGES; from += BATCH) {
    const pages = Array.from({ length: Math.min(BATCH, FIRST + PAGES - from) }, (_, i) =>
      poisonPage(from + i),
    )
    const outcomes = await tab.evaluate<Outcome[]>(
      `(${READ})(${JSON.stringify(pages.map(({ html, url }) => ({ html, url })))})`,
    )
    outcomes.forEach((outcome, i) => {
      const page = pages[i]
      if (page) weigh(page, outcome)
    })
    if ((from - FIRST) % 1_000 < BATCH)
      process.stderr.write(`poison: ${from - FIRST + pages.length}, ${faults.length} faults\n`)
  }
} finally {
  await browser.close()
}

function weigh(page: ReturnType<typeof poisonPage>, { seen, error, ms, isChanged }: Outcome): void {
  const say = (fault: string): number => faults.push(`${page.seed} (${page.name}): ${fault}`)
  times.push(ms)
  if (error !== undefined) say(error)
  if (isChanged) say('the page was changed')
  if (ms > LIMIT_MS) say(`${ms.toFixed(1)} ms`)
  if (!seen) return
  try {
    const begun = performance.now()
    const result = judged(seen)
    const judging = performance.now() - begun
    if (judging > LIMIT_MS && judgedIn(seen) > LIMIT_MS) say(`judged in ${judging.toFixed(1)} ms`)
    kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1)
    for (const fault of wrongIn(page, result)) say(fault)
  } catch (thrown) {
    say(`judging: ${String(thrown)}`)
  }
}

/** Once more, since a machine has other things to do. */
function judgedIn(seen: Seen): number {
  const begun = performance.now()
  judged(seen)
  return performance.now() - begun
}

times.sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2)
console.log(
  `poison: ${times.length} pages, ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}; ` +
    `reading ${at(0.5)} ms in the middle, ${at(0.99)} ms at 99 %, ${at(1)} ms at most; ${faults.length} faults`,
)
for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`)
if (faults.length > 0) process.exitCode = 1
