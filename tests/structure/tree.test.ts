import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeLock } from '#scripts/complete-lock.ts'
import { codeOf, filesUnder, root, type SourceFile } from './source.ts'

const texts = ['.ts', '.tsx', '.mjs', '.css', '.html', '.json', '.md', '.yml', '.sql']
const folders = ['entrypoints', 'components', 'lib', 'server', 'scripts', 'tests', 'docs', 'locales']
const topFiles = [
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'package-lock.json',
  'wxt.config.ts',
  '.npmrc',
  '.ci/run',
]

const tree: SourceFile[] = [
  ...filesUnder(folders, texts),
  ...topFiles.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
]

test('nothing names a machine or a registry', () => {
  const found = tree
    .filter((file) => file.path !== 'tests/structure/tree.test.ts')
    .flatMap((file) => machineWords(file))
  expect(found).toEqual([])
})

test('the extension writes nothing to the console but through its log', () => {
  const logging = filesUnder(['entrypoints', 'components', 'lib'], ['.ts', '.tsx']).filter(logs)
  expect(
    logging.map(
      (file) => `${file.path}: logs carry no names, addresses or texts; tell the code of the error`,
    ),
  ).toEqual([])
})

test('no test is skipped or stands alone', () => {
  const skipped = filesUnder(['tests'], ['.ts', '.tsx']).filter((file) => isSkipping(file.text))
  expect(skipped.map((file) => file.path)).toEqual([])
})

test('every TODO has a date', () => {
  const open = tree.filter(
    (file) => file.path !== 'tests/structure/tree.test.ts' && hasUndatedTodo(file.text),
  )
  expect(open.map((file) => file.path)).toEqual([])
})

test('the lock names the packages of every platform, so that npm ci takes it anywhere', () => {
  expect(completeLock(readFileSync(join(root, 'package-lock.json'), 'utf8')).added).toEqual([])
})

test('every dependency is pinned', () => {
  // Our own file, of npm's shape.
  const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const loose = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  )
  expect(loose).toEqual([])
})

describe('a planted breach is found', () => {
  test.each([
    'const x = "/home/kari/baton"',
    'see /Users/kari/baton',
    '"resolved": "https://registry.npmjs.org/x/-/x-1.0.0.tgz"',
    'http://10.1.2.3:4873/',
  ])('%s', (text) => {
    expect(machineWords({ path: 'x', text })).not.toEqual([])
  })

  test('a line to the console', () => {
    expect(logs({ path: 'lib/x.ts', text: 'console.log(contact.name)' })).toBe(true)
    expect(logs({ path: 'lib/x.ts', text: '// console.log' })).toBe(false)
  })

  test('a skipped test and an undated TODO', () => {
    expect(isSkipping(['test', 'skip(x)'].join('.'))).toBe(true)
    expect(isSkipping(['describe', 'only(x)'].join('.'))).toBe(true)
    expect(hasUndatedTodo('// TODO later')).toBe(true)
    expect(hasUndatedTodo('// TODO 2026-12-01 later')).toBe(false)
  })

  test('a lock that lacks a package of another platform', () => {
    const lock = {
      packages: { '': {}, 'node_modules/a': { optionalDependencies: { 'a-darwin-arm64': '1.0.0' } } },
    }
    const { text, added } = completeLock(JSON.stringify(lock))
    expect(added).toEqual(['a-darwin-arm64'])
    expect(completeLock(text).added).toEqual([])
  })
})

function machineWords({ path, text }: SourceFile): string[] {
  return machinePatterns.flatMap((pattern) => [...text.matchAll(pattern)].map((one) => `${path}: ${one[0]}`))
}

function logs(file: SourceFile): boolean {
  return /\bconsole\.\w+\(/.test(codeOf(file.text))
}

function isSkipping(text: string): boolean {
  return /\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/.test(text)
}

function hasUndatedTodo(text: string): boolean {
  return /\b(?:TODO|FIXME|XXX)\b(?! \d{4}-\d{2}-\d{2})/.test(text)
}

const machinePatterns = [
  /\/(?:home|Users)\/[a-z][\w-]*\//gi,
  /\/(?:work|root)\/[a-z.][\w.-]*/g,
  /registry\.[\w.-]+\//g,
  /"resolved":/g,
  /\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+(?:\.\d+)?(?=[:/])/g,
]
