import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBaton } from '../launch.ts'
import { bundled, spread, todayMeasure, type Measured } from './in-page.ts'

/**
 * Baton with 100,000 active enrollments, 300 of them due and reminded: the view of Today in ms, and of the worker the
 * processor time of its own thread in ms for a wake at which nothing is new and for one after a record has changed,
 * and what the heap grows by over a hundred wakes. Runs the built `worker-acts.js` in a page of the extension, where
 * Chromium tells the time of the thread. People who are not due have no contact here: nothing reads them.
 */
const enrollments = Number(process.env['BATON_BENCH_ENROLLMENTS'] ?? 100_000)
const due = 300
const wakes = 100
const changes = 20
const extensionDir =
  process.env['BATON_EXTENSION_DIR'] ?? join(import.meta.dirname, '../../.output/chrome-mv3')
/** Those that are due come through the store; the others are copies of one row, as the store wrote it. */
const filling = `
  import { openDeps } from '#lib/wiring/deps.ts'
  import { sampleContact, sampleEnrollment } from '#tests/support/sample-records.ts'
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const at = (ahead) => new Date(Date.now() + ahead).toISOString()
  globalThis.fillForHeartbeat = async (n, due) => {
    const { store, ids } = await openDeps()
    const [cadence] = await store.cadences()
    const enrollment = (contactId, dueAt) =>
      sampleEnrollment({ contactId, cadenceId: cadence.id, dueAt, dueStepId: cadence.steps[0].id })
    for (let from = 0; from < due; from += 100) {
      const changes = Array.from({ length: 100 }, (_, k) => {
        const contactId = ids.next()
        return [
          { t: 'contact', id: contactId, k: 'put', f: sampleContact({}) },
          { t: 'enrollment', id: ids.next(), k: 'put', f: enrollment(contactId, at(-60_000 * (from + k + 1))) },
        ]
      }).flat()
      await store.commit(async () => ({ changes, result: null }))
    }
    const model = ids.next()
    const changes = [{ t: 'enrollment', id: model, k: 'put', f: enrollment(ids.next(), at(3 * 86_400_000)) }]
    await store.commit(async () => ({ changes, result: null }))
    const [{ name }] = await indexedDB.databases()
    const db = await asked(indexedDB.open(name))
    const row = await asked(db.transaction('enrollment').objectStore('enrollment').get(model))
    for (let from = due + 1; from < n; from += 5_000) {
      const tx = db.transaction('enrollment', 'readwrite')
      for (let k = from; k < Math.min(n, from + 5_000); k++) {
        const f = { ...row.f, contactId: ids.next(), dueAt: at(3 * 86_400_000 + k * 60_000) }
        tx.objectStore('enrollment').put({ ...row, id: ids.next(), f })
      }
      await new Promise((resolve, reject) => { tx.oncomplete = resolve; tx.onabort = () => reject(tx.error) })
    }
    db.close()
  }
  globalThis.changeOne = async () => {
    const { store } = await openDeps()
    const [one] = await store.dueEnrollments(at(0), 1)
    const dueAt = new Date(Date.parse(one.dueAt) - 1).toISOString()
    await store.commit(async () => ({ changes: [{ t: 'enrollment', id: one.id, k: 'patch', f: { dueAt } }], result: null }))
  }`

/** Put there by the scripts of this file and by `worker-acts.js`. */
interface Page {
  fillForHeartbeat(n: number, due: number): Promise<void>
  changeOne(): Promise<void>
  measureToday(runs: number): Promise<Measured>
  batonActs: { wake(): Promise<void> }
}

const folder = mkdtempSync(join(tmpdir(), 'baton-heartbeat-'))
const baton = await launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
try {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  await page.evaluate(await bundled(filling))
  const begun = performance.now()
  await page.evaluate(([n, those]) => (globalThis as unknown as Page).fillForHeartbeat(n, those), [
    enrollments,
    due,
  ] as const)
  console.error(`filled in ${String(Math.round((performance.now() - begun) / 1000))} s`)
  await page.evaluate(await bundled(todayMeasure))
  const today = await page.evaluate(() => (globalThis as unknown as Page).measureToday(50))
  await page.addScriptTag({ url: baton.address('worker-acts.js') })
  const session = await baton.context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN
  }
  const change = (): Promise<void> => page.evaluate(() => (globalThis as unknown as Page).changeOne())
  const wake = (times: number): Promise<void> =>
    page.evaluate(async (n) => {
      for (let run = 0; run < n; run++) await (globalThis as unknown as Page).batonActs.wake()
    }, times)
  const cpuOf = async (work: () => Promise<void>): Promise<number> => {
    const before = await metric('TaskDuration')
    await work()
    return ((await metric('TaskDuration')) - before) * 1000
  }
  await wake(10)
  await session.send('HeapProfiler.collectGarbage')
  const heap = await metric('JSHeapUsedSize')
  const wall = performance.now()
  const quiet = (await cpuOf(() => wake(wakes))) / wakes
  const wallMs = (performance.now() - wall) / wakes
  await session.send('HeapProfiler.collectGarbage')
  const grownKb = ((await metric('JSHeapUsedSize')) - heap) / 1024
  const news: number[] = []
  for (let run = 0; run < changes; run++) {
    await change()
    news.push(await cpuOf(() => wake(1)))
  }
  const round = (value: number): number => Math.round(value * 10) / 10
  console.log(
    JSON.stringify({
      enrollments,
      due,
      todayMs: { ...spread(today.ms), rows: today.rows },
      wakes,
      cpuMs: round(quiet),
      wallMs: round(wallMs),
      heapGrownKb: round(grownKb),
      cpuMsAfterChange: spread(news),
    }),
  )
} finally {
  await baton.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
