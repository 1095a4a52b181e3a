import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeSlot } from '#scripts/slot.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baton-slot-'))
})
afterEach(() => rmSync(base, { recursive: true }))

test('two starts in one clone have folders of their own, and the first is there again afterwards', () => {
  const first = takeSlot(base)
  const second = takeSlot(base)
  expect([first.number, second.number]).toEqual([1, 2])
  expect(first.dir).not.toBe(second.dir)
  first.release()
  expect(takeSlot(base).dir).toBe(first.dir)
})

test('a folder whose process was killed is taken over', () => {
  writeFileSync(join(base, '1.pid'), '4194999')
  expect(takeSlot(base).number).toBe(1)
})
