import { describe, expect, test } from 'vitest'
import { brokenRules, rooms } from './rooms.ts'
import { filesUnder } from './source.ts'

const folders = ['lib', 'components', 'server', 'entrypoints']

test.each(folders)('every file of %s keeps the law of its room', (folder) => {
  const broken = filesUnder([folder], ['.ts', '.tsx']).flatMap(brokenRules)
  expect(broken.map((one) => `${one.path} ${one.what}. ${one.instead}`)).toEqual([])
})

test('every room of the law is there', () => {
  for (const room of rooms) expect(filesUnder([room.folder], ['.ts', '.tsx']), room.folder).not.toEqual([])
})

describe('a planted breach is found', () => {
  test.each([
    ['lib/domain/x.ts', `import { x } from '#lib/store/store.ts'`, 'imports #lib/store/store.ts'],
    ['lib/domain/x.ts', `import { x } from '../store/store.ts'`, 'imports #lib/store/store.ts'],
    ['lib/domain/x.ts', `export { x } from 'react'`, 'imports react'],
    ['lib/domain/x.ts', `const x = await import('node:fs')`, 'imports node:fs'],
    ['lib/domain/x.ts', `const t = Date.now()`, 'uses Date.now'],
    ['lib/domain/x.ts', `const t = new Date('2026-01-01')`, 'uses Date('],
    ['lib/domain/x.ts', `const t = Temporal.Now.instant()`, 'uses Temporal.Now'],
    ['lib/domain/x.ts', `const t = Math.random()`, 'uses Math.random'],
    ['lib/domain/x.ts', `const t = crypto.randomUUID()`, 'uses randomUUID'],
    ['lib/domain/x.ts', `document.title`, 'uses document.'],
    ['lib/domain/x.ts', `fetch('x')`, 'uses fetch('],
    ['lib/domain/x.ts', 'const a = `x ${Date.now()} y`', 'uses Date.now'],
    ['lib/readers/x.ts', `node.setAttribute('a', 'b')`, 'uses .setAttribute('],
    ['lib/readers/x.ts', `node.textContent = ''`, 'uses .textContent = '],
    ['lib/readers/x.ts', `node.innerText`, 'uses .innerText'],
    ['lib/readers/x.ts', `import { browser } from 'wxt/browser'`, 'imports wxt/browser'],
    ['lib/store/x.ts', `chrome.storage.local.get()`, 'uses chrome.s'],
    ['lib/sync/x.ts', `import { useState } from 'react'`, 'imports react'],
    ['lib/app/x.ts', `browser.tabs.query({})`, 'uses browser.t'],
    ['lib/platform/x.ts', `import { useState } from 'react'`, 'imports react'],
    ['lib/queries/x.ts', `chrome.tabs.query({})`, 'uses chrome.t'],
    ['components/x.tsx', `import { openStore } from '#lib/store/open.ts'`, 'imports #lib/store/open.ts'],
    [
      'components/x.tsx',
      `import { x } from '../entrypoints/background.ts'`,
      'imports ../entrypoints/background.ts',
    ],
    ['server/x.ts', `import { x } from '#lib/app/deps.ts'`, 'imports #lib/app/deps.ts'],
  ])('%s: %s', (path, text, what) => {
    expect(brokenRules({ path, text }).map((one) => one.what)).toContain(what)
  })
})

describe('what only looks like a breach is none', () => {
  test.each([
    ['lib/domain/x.ts', `// Date.now() would be wrong here`],
    ['lib/domain/x.ts', `/** never Math.random */ const x = 'Temporal.Now'`],
    ['lib/domain/x.ts', `const day = Temporal.PlainDate.from(text)`],
    ['lib/readers/x.ts', `const text = node.textContent === 'x'`],
    ['lib/app/x.ts', `import { a } from '#lib/domain/values.ts'`],
  ])('%s: %s', (path, text) => {
    expect(brokenRules({ path, text })).toEqual([])
  })
})
