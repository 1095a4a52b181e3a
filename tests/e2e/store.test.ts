import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBaton, type Session } from '#tests/support/browser.ts'
import { loadStoreContract } from '#tests/support/store-page.ts'

let session: Session
beforeAll(async () => {
  session = await startBaton()
})
afterAll(() => session.end())

test('the store keeps its contract on the IndexedDB, storage and locks of Chromium', async () => {
  const { page } = session
  await page.goto(session.address('welcome.html'))
  await loadStoreContract(page)
  const results = await page.evaluate(() => globalThis.storeContract.run())
  expect(results.length).toBeGreaterThan(10)
  expect(results.filter(({ error }) => error !== null)).toEqual([])
})
