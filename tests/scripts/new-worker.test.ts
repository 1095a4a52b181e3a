import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bringNewWorker } from '#scripts/new-worker.ts'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'baton-test-'))
}

function built(worker: string): string {
  const dir = folder()
  mkdirSync(join(dir, 'chunks'))
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ name: 'Baton', version: '0.1.0' }))
  writeFileSync(join(dir, 'chunks', 'worker.js'), worker)
  return dir
}

function versionOf(dir: string, profileDir = folder()): string {
  bringNewWorker(dir, profileDir)
  return (JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { version: string }).version
}

test('another script makes another version, the same scripts the same one, as often as it is stamped', () => {
  const dir = built('one()')
  const first = versionOf(dir)
  expect(first).toMatch(/^0\.1\.0\.\d{1,5}$/)
  expect(Number(first.split('.')[3])).toBeLessThanOrEqual(65_535)
  expect(versionOf(dir)).toBe(first)
  const copy = folder()
  cpSync(dir, copy, { recursive: true })
  expect(versionOf(copy)).toBe(first)
  expect(versionOf(built('two()'))).not.toBe(first)
})

test('a kept profile forgets the worker of another build, and of no other reason', () => {
  const profileDir = folder()
  const cached = join(profileDir, 'Default', 'Service Worker')
  versionOf(built('one()'), profileDir)
  mkdirSync(cached, { recursive: true })
  versionOf(built('one()'), profileDir)
  expect(existsSync(cached)).toBe(true)
  versionOf(built('two()'), profileDir)
  expect(existsSync(cached)).toBe(false)
})
