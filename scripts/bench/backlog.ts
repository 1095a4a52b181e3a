import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from '#server/start.ts'
import { launchBaton } from '../launch.ts'
import { bundled } from './in-page.ts'

/**
 * A backlog of 5,000 overdue touches (`BATON_BENCH_OVERDUE` for others) in one of Baton's own pages, over the real
 * store: read, previewed, shifted and taken back. Wall time in ms, processor time of the page's own thread as `cpuMs`;
 * the storage and database processes come on top of that. `BATON_BENCH_PAIRED=1` pairs with a server of its own first,
 * which is told of every change; `BATON_BENCH_PROFILE=<file>` writes a CPU profile.
 */
const overdue = Number(process.env['BATON_BENCH_OVERDUE'] ?? 5_000)
const isPaired = process.env['BATON_BENCH_PAIRED'] === '1'
const profileFile = process.env['BATON_BENCH_PROFILE']
const extensionDir =
  process.env['BATON_EXTENSION_DIR'] ?? join(import.meta.dirname, '../../.output/chrome-mv3')
const measure = `
  import { planCleanUp, readBacklog } from '#lib/app/backlog.ts'
  import { undoBatch } from '#lib/app/batch.ts'
  import { cleanUp } from '#lib/app/clean-up.ts'
  import { touchIdOf } from '#lib/domain/identity.ts'
  import { extensionKv } from '#lib/platform/store-env.ts'
  import { newRow, withState } from '#lib/store/rows.ts'
  import { openDeps } from '#lib/wiring/deps.ts'
  import { sampleContact, sampleEnrollment, sampleTouch, sourced } from '#tests/support/sample-records.ts'
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const bench = (globalThis.backlogBench = {
    /** Whether a server is known: what is written from then on waits for it. */
    async paired() {
      const { store } = await openDeps()
      const { binding } = await store.sync.counters()
      store.close()
      return binding === null ? 0 : 1
    },
    /** People whose second touch was due some days ago, as the store writes them without a server. */
    async fill(n) {
      bench.deps = await openDeps()
      bench.ports = { kv: extensionKv, locks: navigator.locks }
      const { store, ids } = bench.deps
      const cadence = (await store.cadences()).find(({ steps }) => steps.length > 3)
      const now = Date.now()
      const day = 86_400_000
      const rows = []
      const add = (t, id, f) => rows.push([t, withState(t, { ...newRow(id), kept: 1 }, { f, del: false }, now)])
      for (let k = 0; k < n; k++) {
        const contactId = ids.next()
        const id = ids.next()
        const [first, second] = cadence.steps
        const at = new Date(now - 20 * day + k * 1000).toISOString()
        const dueAt = new Date(now - 4 * day - (k % 9) * day).toISOString()
        const given = { contactId, cadenceId: cadence.id, startedAt: at, dueAt, dueStepId: second.id }
        const zone = [null, 'Europe/Lisbon', 'America/New_York'][k % 3]
        add('contact', contactId, sampleContact({ slug: sourced('person-' + k), zone }))
        add('enrollment', id, sampleEnrollment(given))
        const touch = { enrollmentId: id, contactId, stepId: first.id, at, state: 'done' }
        add('touch', touchIdOf(id, first.id, 0), sampleTouch(touch))
      }
      const db = await asked(indexedDB.open((await indexedDB.databases())[0].name))
      const tx = db.transaction(['contact', 'enrollment', 'touch', 'dayMarks'], 'readwrite')
      for (const [t, row] of rows) tx.objectStore(t).put(row)
      tx.objectStore('dayMarks').add('all')
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve
        tx.onabort = () => reject(tx.error)
      })
      db.close()
    },
    /** Until everybody has been sent and nothing has been written for some seconds. */
    async settled() {
      const { store } = bench.deps
      const state = async () => JSON.stringify([await store.sync.counters(), await store.pendingCount()])
      let last = ''
      for (let same = 0; same < 6; ) {
        const now = await state()
        same = now === last ? same + 1 : 0
        last = now
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
      return store.pendingCount()
    },
    async read() {
      bench.backlog = await readBacklog(bench.deps)
      return bench.backlog.items.length
    },
    async preview() {
      const choices = bench.backlog.items.map((item) => ({ item, how: 'shift' }))
      bench.plan = await planCleanUp(bench.deps, { backlog: bench.backlog, choices, perDay: 200, courses: new Map() })
      return bench.plan.rows.length
    },
    async shift() {
      const seen = []
      const run = await cleanUp(bench.deps, bench.ports, {
        rows: bench.plan.rows,
        onProgress: () => seen.push(performance.now()),
      })
      bench.id = run.id
      const gaps = seen.map((at, n) => at - (seen[n - 1] ?? at))
      bench.longestGap = Math.max(...gaps)
      return run.rows.filter((row) => row.kind === 'done' && row.result === 'cleaned').length
    },
    async undo() {
      return (await undoBatch(bench.deps, bench.ports, { id: bench.id })).undone
    },
  })`
const parts = ['read', 'preview', 'shift', 'undo'] as const
const folder = mkdtempSync(join(tmpdir(), 'baton-backlog-'))
const server = isPaired
  ? await startServer({ dataDir: join(folder, 'server'), practice: true, log: () => {} })
  : null
const baton = await launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
try {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  const pair = server && new URLSearchParams({ pair: server.url, code: await server.pairingCode() })
  await page.goto(baton.address(`welcome.html${pair ? `#${pair.toString()}` : ''}`))
  await page.evaluate(await bundled(measure))
  const run = (name: string, n = 0): Promise<number> =>
    page.evaluate(
      ([part, count]) => {
        // Put there by the line before.
        const { backlogBench } = globalThis as unknown as {
          backlogBench: Record<string, (n: number) => Promise<number>>
        }
        return backlogBench[part]?.(count) ?? Promise.resolve(0)
      },
      [name, n] as const,
    )
  while (isPaired && (await run('paired')) === 0) await sleep(200)
  await run('fill', overdue)
  if (isPaired) await run('settled')
  const session = await baton.context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpu = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  if (profileFile !== undefined) {
    await session.send('Profiler.enable')
    await session.send('Profiler.start')
  }
  const round = (value: number): number => Math.round(value * 100) / 100
  const figures: Record<string, unknown> = { overdue, isPaired }
  for (const name of parts) {
    const [begun, cpuBefore] = [performance.now(), await cpu()]
    const count = await run(name)
    const ms = performance.now() - begun
    if (count !== overdue) throw new Error(`${name}: ${count} of ${overdue}`)
    const cpuMs = Math.round((await cpu()) - cpuBefore)
    figures[name] = { ms: Math.round(ms), msPerTouch: round(ms / overdue), cpuMs }
    console.error(name, JSON.stringify(figures[name]))
  }
  if (profileFile !== undefined)
    await writeFile(profileFile, JSON.stringify((await session.send('Profiler.stop')).profile))
  console.log(JSON.stringify(figures))
} finally {
  await baton.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
