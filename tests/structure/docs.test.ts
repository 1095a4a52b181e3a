import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesUnder, root } from './source.ts'

const documents = [
  ...filesUnder(['.'], ['README.md', 'CHANGELOG.md']).filter((file) => !file.path.startsWith('.')),
  ...filesUnder(['docs', 'lib'], ['.md']),
].filter((file, index, all) => all.findIndex((one) => one.path === file.path) === index)

test('every path that the documents name is there', () => {
  const missing = documents.flatMap((file) =>
    pathsIn(file.text)
      .filter((path) => !isThere(path, file.path))
      .map((path) => `${file.path} names ${path}`),
  )
  expect(missing).toEqual([])
})

test('every command that the documents name is in package.json', async () => {
  const { default: pkg } = await import('../../package.json', { with: { type: 'json' } })
  const named = documents.flatMap((file) =>
    [...file.text.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map((m) => m[1]),
  )
  expect(named.filter((name) => !Object.hasOwn(pkg.scripts, name ?? ''))).toEqual([])
})

test('decisions are numbered without a gap', () => {
  const numbers = filesUnder(['docs/decisions'], ['.md'])
    .map((file) => file.path.replace('docs/decisions/', ''))
    .filter((name) => name !== 'README.md')
    .sort()
  expect(numbers.map((name) => name.slice(0, 5))).toEqual(
    numbers.map((_, i) => `${String(i + 1).padStart(4, '0')}-`),
  )
})

describe('a planted breach is found', () => {
  test.each([
    ['see `lib/nowhere/x.ts`', 'lib/nowhere/x.ts'],
    ['![panel](docs/images/nowhere.png)', 'docs/images/nowhere.png'],
    ['in `server/nowhere/`', 'server/nowhere/'],
  ])('%s', (text, path) => {
    expect(pathsIn(text)).toEqual([path])
    expect(isThere(path, 'README.md')).toBe(false)
  })
})

/** Paths in backticks that begin with one of our folders, and targets of links that are no address. */
function pathsIn(text: string): string[] {
  const quoted = [
    ...text.matchAll(
      /`((?:entrypoints|components|lib|server|scripts|tests|docs|locales|public)\/[^`\s*<>{}…]*)`/g,
    ),
  ]
  const linked = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
  return [...quoted, ...linked].map((one) => one[1] ?? '')
}

function isThere(path: string, from: string): boolean {
  return existsSync(join(root, path)) || existsSync(join(root, dirname(from), path))
}
