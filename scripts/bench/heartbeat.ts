import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { launchBaton } from '../launch.ts'

/**
 * The worker's heartbeat with 100,000 active enrollments, forty of them due and reminded: processor time of its own
 * thread for one wake in ms, and what the heap grows by over a hundred of them. Runs the built `worker-acts.js` in a
 * page of the extension, where Chromium tells the time of the thread.
 */
const enrollments = Number(process.env['BATON_BENCH_ENROLLMENTS'] ?? 100_000)
const wakes = 100
const extensionDir =
  process.env['BATON_EXTENSION_DIR'] ?? join(import.meta.dirname, '../../.output/chrome-mv3')
const filling = `
  import { openDeps } from '#lib/wiring/deps.ts'
  import { sampleContact, sampleEnrollment } from '#tests/support/sample-records.ts'
  globalThis.fillForHeartbeat = async (n) => {
    const { store, ids } = await openDeps()
    const [cadence] = await store.cadences()
    for (let from = 0; from < n; from += 400) {
      const changes = []
      for (let k = from; k < Math.min(n, from + 400); k++) {
        const contactId = ids.next()
        const ahead = k < 40 ? -60_000 : 86_400_000 * 3 + k * 60_000
        const dueAt = new Date(Date.now() + ahead).toISOString()
        const enrollment = sampleEnrollment({ contactId, cadenceId: cadence.id, dueAt, dueStepId: cadence.steps[0].id })
        if (k < 40) changes.push({ t: 'contact', id: contactId, k: 'put', f: sampleContact({}) })
        changes.push({ t: 'enrollment', id: ids.next(), k: 'put', f: enrollment })
      }
      await store.commit(async () => ({ changes, result: null }))
    }
  }`
const folder = mkdtempSync(join(tmpdir(), 'baton-heartbeat-'))
const baton = await launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
try {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  const { outputFiles } = await build({
    stdin: { contents: filling, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
  })
  await page.evaluate(outputFiles[0]?.text ?? '')
  const begun = performance.now()
  // Put there by the line before.
  await page.evaluate((n) => (globalThis as unknown as { fillForHeartbeat(n: number): Promise<void> }).fillForHeartbeat(n), enrollments) // prettier-ignore
  console.error(`filled in ${String(Math.round((performance.now() - begun) / 1000))} s`)
  await page.addScriptTag({ url: baton.address('worker-acts.js') })
  const session = await baton.context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN
  }
  const wake = (times: number): Promise<number> =>
    page.evaluate(async (n) => {
      const { batonActs } = globalThis as unknown as { batonActs: { wake(): Promise<void> } } // set by worker-acts.js
      const start = performance.now()
      for (let run = 0; run < n; run++) await batonActs.wake()
      return (performance.now() - start) / n
    }, times)
  await wake(10)
  await session.send('HeapProfiler.collectGarbage')
  const [heap, cpu] = [await metric('JSHeapUsedSize'), await metric('TaskDuration')]
  const wall = await wake(wakes)
  const cpuMs = (((await metric('TaskDuration')) - cpu) * 1000) / wakes
  await session.send('HeapProfiler.collectGarbage')
  const grownKb = ((await metric('JSHeapUsedSize')) - heap) / 1024
  const round = (value: number): number => Math.round(value * 10) / 10
  console.log(
    JSON.stringify({
      enrollments,
      due: 40,
      wakes,
      cpuMs: round(cpuMs),
      wallMs: round(wall),
      heapGrownKb: round(grownKb),
    }),
  )
} finally {
  await baton.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
