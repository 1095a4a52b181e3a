import { describe, expect, test } from 'vitest'
import { openStore } from '#lib/store/open.ts'
import { DAY_CONTRACT } from '#tests/support/day-contract.ts'
import { STORE_CONTRACT } from '#tests/support/store-contract.ts'
import { createProfile, type Profile } from '#tests/support/store-env.ts'

describe('store contract on fake-indexeddb', () => {
  test.each([...STORE_CONTRACT, ...DAY_CONTRACT])('$name', async ({ run }) => {
    const profiles = new Map<string, Profile>()
    const running = run((database) => {
      const profile = profiles.get(database) ?? createProfile({ name: database })
      profiles.set(database, profile)
      return openStore(profile.env())
    })
    await expect(running).resolves.toBeUndefined()
  })
})
