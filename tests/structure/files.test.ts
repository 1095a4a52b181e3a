import { describe, expect, test } from 'vitest'
import { filesUnder, type SourceFile } from './source.ts'

const code = ['.ts', '.tsx', '.mjs']
const folders = ['entrypoints', 'components', 'lib', 'server', 'scripts', 'tests']
const wall = 400

test('no file is longer than 400 lines, data tables and tests apart', () => {
  const long = filesUnder(folders, code).filter(isTooLong)
  expect(long.map((file) => `${file.path}: split it by subject, one main export for each file`)).toEqual([])
})

test('file and folder names are kebab-case', () => {
  const odd = filesUnder(folders, [...code, '.css', '.html', '.json']).filter((file) => !isKebab(file.path))
  expect(odd.map((file) => `${file.path}: small letters and hyphens, named like its main export`)).toEqual([])
})

test('there is no drawer and no barrel', () => {
  const drawers = filesUnder(folders, code).filter(isDrawerOrBarrel)
  expect(
    drawers.map((file) => `${file.path}: a helper lives with its user, an import names its file`),
  ).toEqual([])
})

describe('a planted breach is found', () => {
  const planted = (path: string, lines = 1): SourceFile => ({ path, text: 'const x = 1\n'.repeat(lines) })

  test('a long file', () => {
    expect(isTooLong(planted('lib/app/x.ts', wall + 1))).toBe(true)
    expect(isTooLong(planted('lib/app/x.ts', wall))).toBe(false)
    expect(isTooLong(planted('tests/app/x.test.ts', wall + 1))).toBe(false)
  })

  test.each(['lib/app/MyThing.ts', 'lib/my_app/x.ts', 'components/Now/x.tsx'])('a name: %s', (path) => {
    expect(isKebab(path)).toBe(false)
  })

  test.each(['lib/utils/text.ts', 'lib/app/helpers.ts'])('a drawer: %s', (path) => {
    expect(isDrawerOrBarrel(planted(path))).toBe(true)
  })

  test('a barrel', () => {
    expect(isDrawerOrBarrel({ path: 'lib/app/all.ts', text: `export * from './a.ts'\n` })).toBe(true)
  })
})

function isTooLong(file: SourceFile): boolean {
  const mayBeLong =
    file.path.startsWith('tests/') || file.path.includes('/data/') || file.path.endsWith('-data.ts')
  return !mayBeLong && file.text.trimEnd().split('\n').length > wall
}

function isKebab(path: string): boolean {
  return path
    .split('/')
    .every((part) => /^[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/.test(part) || part === 'README.md')
}

function isDrawerOrBarrel(file: SourceFile): boolean {
  if (/(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.tsx?$)/.test(file.path)) return true
  return /^export \* from /m.test(file.text)
}
