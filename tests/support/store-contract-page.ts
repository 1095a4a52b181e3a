import { storeEnv } from '#lib/platform/store-env.ts'
import { openStore } from '#lib/store/open.ts'
import { DAY_CONTRACT } from './day-contract.ts'
import { fillStore } from './fill-store.ts'
import { STORE_CONTRACT } from './store-contract.ts'

/**
 * The store's contract inside a page of the extension, on the browser's own IndexedDB, storage, locks and channel.
 * Bundled and put into the page by who runs it; gives results instead of throwing.
 */
export interface PageResult {
  name: string
  error: string | null
}

async function runStoreContract(): Promise<PageResult[]> {
  const results: PageResult[] = []
  for (const [index, { name, run }] of [...STORE_CONTRACT, ...DAY_CONTRACT].entries()) {
    const opened: { close(): void }[] = []
    const error = await run(async (database) => {
      const store = await openStore(storeEnv(`contract-${index}-${database}`))
      opened.push(store)
      return store
    }).then(
      () => null,
      (problem: unknown) => String(problem),
    )
    for (const store of opened) store.close()
    results.push({ name, error })
  }
  return results
}

/** Figures in ms with `people` people stored: p50 and p95 of 50 reads each, and the time the filling took. */
async function runStoreBench(people: number): Promise<Record<string, number>> {
  const store = await openStore(storeEnv(`bench-${people}`))
  const begun = performance.now()
  await fillStore(store, people)
  const filled = performance.now() - begun
  const figures: Record<string, number> = { people, fill: Math.round(filled) }
  const measured: [string, () => Promise<unknown>][] = [
    ['due', () => store.dueEnrollments('2026-01-06T00:00:00.000Z', 200)],
    ['nextDue', () => store.nextDueAfter('2026-01-20T00:00:00.000Z')],
    ['search', () => store.searchContacts('ada sam', { limit: 50 })],
    ['searchOneLetter', () => store.searchContacts('p', { limit: 50 })],
    ['newest', () => store.searchContacts('', { limit: 50 })],
    ['byKeys', () => store.contactsByKeys(['li:person-77'])],
  ]
  for (const [name, read] of measured) {
    const times: number[] = []
    for (let run = 0; run < 50; run++) {
      const from = performance.now()
      await read()
      times.push(performance.now() - from)
    }
    times.sort((a, b) => a - b)
    figures[`${name}P50`] = rounded(times[25] ?? 0)
    figures[`${name}P95`] = rounded(times[47] ?? 0)
  }
  const reopened = performance.now()
  store.close()
  const again = await openStore(storeEnv(`bench-${people}`))
  figures['open'] = rounded(performance.now() - reopened)
  again.close()
  return figures
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100

declare global {
  // Called from outside the page, by name.
  var storeContract: { run: typeof runStoreContract; bench: typeof runStoreBench }
}
globalThis.storeContract = { run: runStoreContract, bench: runStoreBench }
