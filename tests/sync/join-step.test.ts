import { expect, test } from 'vitest'
import { joinTwins } from '#lib/sync/join-step.ts'
import { appWorld } from '#tests/support/app-world.ts'
import { contactIdOf, sampleContact, sourced } from '#tests/support/sample-records.ts'

const PEOPLE = 450

test('of a first pull only those who share a key are looked at one by one, and they are joined', async () => {
  const { store } = await appWorld()
  const pulled = Array.from({ length: PEOPLE }, (_, n) => ({ t: 'contact', id: contactIdOf(n + 1) }) as const)
  const slugOf = (n: number): string => (n === PEOPLE - 1 ? 'person-3' : `person-${n}`)
  const changes = pulled.map(({ t, id }, n) => {
    const f = sampleContact({ slug: sourced(slugOf(n)), name: sourced(`Person ${slugOf(n)}`) })
    return { t, id, k: 'put' as const, f }
  })
  await store.commit(() => Promise.resolve({ changes, result: null }))
  let asked = 0
  const counting: typeof store = {
    ...store,
    get: (t, id) => {
      asked += 1
      return store.get(t, id)
    },
  }
  expect(await joinTwins(counting, pulled, Date.now())).toBe(1)
  expect(asked).toBeLessThan(PEOPLE)
  const found = await store.getMany('contact', [contactIdOf(4), contactIdOf(PEOPLE)])
  expect(found.map((one) => one?.id)).toEqual([contactIdOf(4), undefined])
})
