import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#tests/structure/source.ts'

/** The bootstrap in a small clone of its own: same packages, but a command that tells what it was given. */
let clone = ''

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'baton-bootstrap-'))
  mkdirSync(join(clone, 'scripts'))
  for (const name of ['package.json', 'package-lock.json', 'scripts/bootstrap.mjs']) {
    cpSync(join(root, name), join(clone, name))
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  writeFileSync(
    join(clone, 'scripts/start.ts'),
    `const words: string[] = process.argv.slice(2)
     if (words[0] === 'wait') {
       process.on('SIGTERM', () => { console.log('ended properly'); process.exit(143) })
       setTimeout(() => {}, 60_000)
     }
     console.log(JSON.stringify({ node: process.version, words, path: process.env.PATH?.split(':')[0] }))
     if (words[0] === 'exit') process.exit(Number(words[1]))`,
  )
})

afterAll(() => rmSync(clone, { recursive: true, force: true }))

function bootstrap(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...words], { cwd: clone, encoding: 'utf8' })
}

test('a command runs under the pinned Node, which also comes first in PATH', () => {
  const { stdout, status } = bootstrap('start', 'a', '--fresh')
  expect(JSON.parse(stdout)).toMatchObject({ words: ['a', '--fresh'], node: expect.stringMatching(/^v26\./) })
  expect(stdout).toContain(join('node_modules', 'node', 'bin'))
  expect(status).toBe(0)
})

test('nothing but the command writes to stdout', () => {
  const { stdout } = bootstrap('start')
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

test('the exit code is that of the command', () => {
  expect(bootstrap('start', 'exit', '7').status).toBe(7)
})

test('an unknown command is named, with those there are', () => {
  const { stderr, status } = bootstrap('strat')
  expect(stderr).toContain('«strat»')
  expect(stderr).toContain('start, test')
  expect(status).toBe(2)
})

test('a request to end reaches the command, whose end is waited for', async () => {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'start', 'wait'], { cwd: clone })
  let said = ''
  child.stdout.on('data', (data) => {
    said += String(data)
    if (said.includes('"wait"') && !said.includes('ended')) child.kill('SIGTERM')
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(said).toContain('ended properly')
  expect(code).toBe(143)
})

test('a package that the lock names and node_modules lacks is found', () => {
  const other = mkdtempSync(join(tmpdir(), 'baton-bootstrap-'))
  mkdirSync(join(other, 'scripts'))
  cpSync(join(root, 'scripts/bootstrap.mjs'), join(other, 'scripts/bootstrap.mjs'))
  writeFileSync(join(other, 'package.json'), '{"name":"x","version":"1.0.0"}')
  const lock = {
    packages: { '': {}, 'node_modules/baton-nowhere': { version: '1.0.0' } },
    lockfileVersion: 3,
  }
  writeFileSync(join(other, 'package-lock.json'), JSON.stringify(lock))
  const { stderr, status } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'start'], {
    cwd: other,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: '', PATH: other }, // no npm here: the failure must be told, not passed over
  })
  expect(stderr).toContain('Installing what Baton needs')
  expect(stderr).toContain('could not be installed')
  expect(status).toBe(1)
  expect(existsSync(join(other, '.install.lock'))).toBe(false)
  rmSync(other, { recursive: true })
})
