import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { practiceResponse } from '#lib/practice/routes.ts'
import { startServer } from '#server/start.ts'
import { launchBaton } from '../launch.ts'
import { seedServer } from '../seed-server.ts'
import { bundled, spread, todayMeasure, type Measured } from './in-page.ts'

/**
 * Baton in Chromium with 10,000 people in it, who came from a server as they would on a second browser.
 * All figures in ms; p50 and p95 of the runs named beside them.
 */
/** Longer than any panel takes to open. */
const UNTOUCHED_MS = 1_500
const people = Number(process.env.BATON_BENCH_PEOPLE ?? 10_000)
const longestPullMs = 600_000
/** Runs in one of Baton's pages: a hundred rows of a list into a cadence, and all of them back. */
const bulkMeasure = `
  import { addMany } from '#lib/app/add-many.ts'
  import { undoBatch } from '#lib/app/batch.ts'
  import { extensionKv } from '#lib/platform/store-env.ts'
  import { openDeps } from '#lib/wiring/deps.ts'
  globalThis.measureBulk = async () => {
    const deps = await openDeps()
    const ports = { kv: extensionKv, locks: navigator.locks }
    const [cadence] = await deps.store.cadences()
    const first = 'Ada Bruno Carla Dario Elif Femi Greta Hugo Ines Jonas'.split(' ')
    const last = 'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper'.split(' ')
    const url = 'https://www.linkedin.com/search/results/people/?keywords=bench'
    const at = deps.clock.now()
    const people = Array.from({ length: 100 }, (_, n) => ({
      from: 'row', url, at, practice: true,
      row: {
        // As on a page of results: everybody has a name of their own.
        name: first[n % 10] + ' ' + last[Math.floor(n / 10)], slug: 'bench-' + at + '-' + n, memberId: null,
        headline: 'Buyer at Placeholder Parts', location: 'Porto', degree: '3rd', anonymous: false,
      },
    }))
    let begun = performance.now()
    const done = await addMany(deps, ports, { people, cadenceId: cadence.id })
    const add = performance.now() - begun
    const added = done.rows.filter((row) => row.kind === 'done' && row.result.kind === 'added').length
    if (added !== 100) throw new Error('only ' + added + ' of 100 were added')
    begun = performance.now()
    await undoBatch(deps, ports, { id: done.id })
    const undo = performance.now() - begun
    deps.store.close()
    return { add, undo }
  }`
const profile = 'https://www.linkedin.com/in/robin-practice/'
const extensionDir = process.env.BATON_EXTENSION_DIR ?? join(import.meta.dirname, '../../.output/chrome-mv3')
if (!existsSync(join(extensionDir, 'manifest.json')))
  throw new Error(`nothing built in ${extensionDir}: npm run build`)

const measures: [string, () => Promise<unknown>][] = [
  ['pull', pull],
  ['todayQuery', () => todayQuery(50)],
  ['workerWake', () => workerWake(10)],
  ['panelFromClick', () => panelFromClick(10)],
  ['bulkAdd100', () => bulkAdd(5)],
]
const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'))
const server = await startServer({ dataDir: join(folder, 'server'), practice: true, log: () => {} })
const baton = await launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
try {
  await seedServer(server, people)
  const figures: Record<string, unknown> = { people }
  for (const [name, measure] of measures) {
    figures[name] = await measure()
    await quiet() // The worker sends and joins what the last one has left.
    console.error(name, JSON.stringify(figures[name]))
  }
  console.log(JSON.stringify(figures))
} finally {
  await baton.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Pairs and waits until everybody is here. */
async function pull(): Promise<{ ms: number }> {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  const words = new URLSearchParams({ pair: server.url, code: await server.pairingCode() })
  const begun = performance.now()
  await page.goto(baton.address(`welcome.html#${words.toString()}`))
  for (;;) {
    const found = await page.evaluate(countOf, 'enrollment')
    if (found >= people) return { ms: Math.round(performance.now() - begun) }
    if (performance.now() - begun > longestPullMs) throw new Error(`only ${found} of ${people} people came`)
    await sleep(1000)
  }
}

/** Waits until the store has not been written to for some seconds. */
async function quiet(): Promise<void> {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  let last = ''
  for (let same = 0, waited = 0; same < 6 && waited < 120; waited += 1) {
    const now = await page.evaluate(metaOf)
    same = now === last ? same + 1 : 0
    last = now
    await sleep(1_000)
  }
}

/** The store's counters. Runs in one of Baton's pages. */
async function metaOf(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
    })
  const [first] = await indexedDB.databases()
  if (first?.name === undefined) return ''
  const db = await asked(indexedDB.open(first.name))
  const meta: unknown = await asked(db.transaction('meta').objectStore('meta').get('meta'))
  db.close()
  return JSON.stringify(meta)
}

/** Runs in one of Baton's pages. */
async function countOf(table: string): Promise<number> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
    })
  const [first] = await indexedDB.databases()
  if (first?.name === undefined) return 0
  const db = await asked(indexedDB.open(first.name))
  const found = await asked(db.transaction(table).objectStore(table).count())
  db.close()
  return found
}

/** From the press, with a profile in the tab, to the panel's largest text painted. */
async function panelFromClick(runs: number) {
  const opener = baton.context.pages()[0] ?? (await baton.context.newPage())
  const page = await baton.context.newPage()
  await baton.context.route('https://www.linkedin.com/**', async (route) => {
    const answer = practiceResponse(route.request().url())
    await (answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: '' }))
  })
  await page.goto(profile)
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await page.bringToFront()
    const pressed = await opener.evaluate(async () => {
      const at = performance.timeOrigin + performance.now()
      await chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT })
      return at
    })
    await sleep(UNTOUCHED_MS) // Looking at it from outside would slow it down: it keeps its own time.
    const panel = await baton.panel(page)
    await panel.getByRole('heading', { name: 'Robin Practice' }).first().waitFor()
    took.push((await lastPaint(panel)) - pressed)
    await panel.close()
    await sleep(300)
  }
  return spread(took)
}

/** When the largest text came to stand, in ms since the epoch. */
function lastPaint(panel: Page): Promise<number> {
  return panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const times = list.getEntries().map((entry) => entry.startTime)
          resolve(performance.timeOrigin + Math.max(...times))
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
}

/** The view of Today as the panel asks for it, in one of Baton's own pages, from the query to the rows. */
async function todayQuery(runs: number) {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  await quiet() // A page that has just opened is busy with itself, and wakes the worker.
  await page.evaluate(await bundled(todayMeasure))
  const took = await page.evaluate((count) => {
    // Put there by the line before.
    const { measureToday } = globalThis as unknown as { measureToday(runs: number): Promise<Measured> }
    return measureToday(count)
  }, runs)
  return { ...spread(took.ms), rows: took.rows }
}

/** A hundred people ticked in a list, in one of Baton's own pages, from the press to the last one saved; then Undo. */
async function bulkAdd(runs: number) {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  await page.evaluate(await bundled(bulkMeasure))
  const [add, undo]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const took = await page.evaluate(() =>
      // Put there before the loop.
      (globalThis as unknown as { measureBulk(): Promise<{ add: number; undo: number }> }).measureBulk(),
    )
    add.push(took.add)
    undo.push(took.undo)
    await quiet() // What follows upon a hundred people, as the zones of their places, is over before the next hundred.
  }
  return { ...spread(add), undo: spread(undo) }
}

/** From the start of a stopped worker to its last listener: the mark that `entrypoints/background.ts` sets. */
async function workerWake(runs: number) {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const worker = await baton.worker()
    await baton.killWorker()
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'panel→worker changed' }))
    took.push(
      await worker.evaluate(
        () => performance.getEntriesByName('baton listeners')[0]?.startTime ?? Number.NaN,
      ),
    )
  }
  return spread(took)
}
