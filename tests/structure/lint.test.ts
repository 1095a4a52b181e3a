import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './source.ts'

/** The linter's own law for the domain, held against planted files: the compiler knows `Date` and would let it pass. */
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-lint-'))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(path: string, text: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'unix', path], {
    cwd: folder,
    encoding: 'utf8',
  })
  return stdout
}

test.each([
  ['new Date()', 'The domain has no clock'],
  ['Math.random()', "'Math.random' is restricted"],
  ['Temporal.Now.instant()', "'Temporal.Now' is restricted"],
  ['document.title', 'The domain has no page'],
  ['fetch("/")', 'The domain has no network'],
])('in the domain %s is refused', (code, message) => {
  expect(lint('lib/domain/planted.ts', `export const planted = ${code}\n`)).toContain(message)
})

test('outside the domain a clock is no breach', () => {
  expect(lint('lib/platform/planted.ts', 'export const planted = new Date()\n')).not.toMatch(
    /The domain|restricted/,
  )
})
