import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser } from '#scripts/browser.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-browser-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** A program that says it is this browser. */
function fake(version: string): string {
  const path = join(folder, 'chrome')
  writeFileSync(path, `#!/bin/sh\necho "${version}"\n`)
  chmodSync(path, 0o755)
  return path
}

test.each([
  ['Chromium 156.0.8078.73 built on Debian', 'chromium'],
  ['Google Chrome for Testing 150.0.7000.0', 'chrome-for-testing'],
])('CHROME_PATH with %s is taken', async (version, kind) => {
  vi.stubEnv('CHROME_PATH', fake(version))
  expect(await findBrowser({ install: false })).toMatchObject({ kind, path: join(folder, 'chrome') })
})

test('branded Chrome is refused with the way to load the folder by hand', async () => {
  vi.stubEnv('CHROME_PATH', fake('Google Chrome 156.0.8078.73'))
  const found = await findBrowser({ install: false })
  expect(found).toMatchObject({ kind: 'none', sentence: expect.stringContaining('Load unpacked') })
})

test('a browser older than the manifest asks for is refused', async () => {
  vi.stubEnv('CHROME_PATH', fake('Chromium 143.0.1.1'))
  const found = await findBrowser({ install: false })
  expect(found).toMatchObject({ kind: 'none', sentence: expect.stringContaining('144 or newer') })
})

test('a path that is no browser is named', async () => {
  vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
  const found = await findBrowser({ install: false })
  expect(found).toMatchObject({ kind: 'none', sentence: expect.stringContaining(join(folder, 'nothing')) })
})
