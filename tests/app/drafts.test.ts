import { describe, expect, test } from 'vitest'
import { openDrafts } from '#lib/app/drafts.ts'
import { createFakeHub } from '#tests/support/fake-channel.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

function profile() {
  const kv = createFakeStorage()
  const hub = createFakeHub()
  return { kv, open: () => openDrafts(kv, hub.connect()) }
}

describe('drafts', () => {
  test('what was kept is there for the next page, what was dropped is not', async () => {
    const { open } = profile()
    const page = await open()
    await page.keep('note.c1', 'First line\nsecond')
    await page.keep('note.c2', 'Stored since')
    page.drop('note.c2')
    const next = await open()
    expect(next.get('note.c1')).toBe('First line\nsecond')
    expect(next.get('note.c2')).toBeNull()
  })

  test('a page that is already open knows what another one kept and dropped', async () => {
    const { open } = profile()
    const [one, other] = [await open(), await open()]
    await one.keep('note.c1', 'Half')
    expect(other.get('note.c1')).toBe('Half')
    other.drop('note.c1')
    expect(one.get('note.c1')).toBeNull()
  })

  test('what another page keeps while this one opens is not overwritten by what was read before', async () => {
    const { kv, open } = profile()
    const one = await open()
    await one.keep('note.c1', 'old')
    const read = kv.get.bind(kv)
    let meanwhile = Promise.resolve()
    kv.get = async (keys) => {
      const answer = await read(keys)
      meanwhile = one.keep('note.c1', 'new')
      return answer
    }
    const late = await open()
    await meanwhile
    expect(late.get('note.c1')).toBe('new')
  })

  test('without room it says so, and the page still has the text', async () => {
    const { kv, open } = profile()
    const page = await open()
    kv.before = (operation) => {
      if (operation === 'set') throw new Error('QUOTA_BYTES quota exceeded')
    }
    await expect(page.keep('note.c1', 'long')).rejects.toThrow('QUOTA_BYTES')
    expect(page.get('note.c1')).toBe('long')
  })

  test('nothing but drafts is read', async () => {
    const { kv, open } = profile()
    await kv.set({ settings: { tone: 'x' } })
    expect((await open()).get('settings')).toBeNull()
  })
})
