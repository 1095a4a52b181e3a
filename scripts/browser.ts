import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Browser = { kind: 'chrome-for-testing' | 'chromium'; path: string; version: string }
export type NoBrowser = { kind: 'none'; sentence: string }

/**
 * A browser that loads an unpacked extension from the command line: `CHROME_PATH`, then Chrome for Testing, then
 * Chromium. Branded Chrome ignores `--load-extension` and is passed over. With `install`, one is fetched where none
 * is found. `say` gets the sentences a person should read meanwhile.
 */
export async function findBrowser(options: {
  install: boolean
  say?: (sentence: string) => void
}): Promise<Browser | NoBrowser> {
  const say = options.say ?? (() => {})
  const asked = process.env.CHROME_PATH
  if (asked) return askedFor(asked)
  const found = look(say)
  if (found) return found
  if (options.install) {
    await fetchBrowser(say)
    const fetched = look(() => {})
    if (fetched) return fetched
  }
  return { kind: 'none', sentence: noneSentence }
}

function askedFor(path: string): Browser | NoBrowser {
  const told = identify(path)
  if (told === undefined) {
    return {
      kind: 'none',
      sentence: `CHROME_PATH names ${path}, which is not a Chrome or Chromium that starts.`,
    }
  }
  if (told.kind === 'branded')
    return { kind: 'none', sentence: `CHROME_PATH names ${told.version}. ${brandedSentence}` }
  if (isTooOld(told.version))
    return { kind: 'none', sentence: `CHROME_PATH names ${told.version}. ${oldSentence}` }
  return { kind: told.kind, path, version: told.version }
}

function look(say: (sentence: string) => void): Browser | undefined {
  let passedOver: string | undefined
  for (const path of candidates()) {
    const told = identify(path)
    if (told === undefined) continue
    if (told.kind === 'branded') passedOver = `${told.version} is passed over. ${brandedSentence}`
    else if (isTooOld(told.version)) passedOver = `${told.version} is passed over. ${oldSentence}`
    else return { kind: told.kind, path, version: told.version }
  }
  if (passedOver) say(passedOver)
  return undefined
}

/** Asks the program itself, because a path tells little: `chromium-browser` may be anything. */
function identify(path: string): { kind: Browser['kind'] | 'branded'; version: string } | undefined {
  if (!existsSync(path)) return undefined
  if (process.platform === 'win32') {
    // chrome.exe opens a window instead of printing its version.
    return { kind: /chrome-win/.test(path) ? 'chrome-for-testing' : 'chromium', version: 'Chromium' }
  }
  const { stdout, status } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  if (status !== 0) return undefined
  const version = stdout.trim().split('\n')[0] ?? ''
  if (version.startsWith('Google Chrome for Testing')) return { kind: 'chrome-for-testing', version }
  if (version.startsWith('Chromium')) return { kind: 'chromium', version }
  if (version.startsWith('Google Chrome')) return { kind: 'branded', version }
  return undefined
}

/** The manifest asks for 144: the first with everything the side panel and its store use. */
function isTooOld(version: string): boolean {
  const major = /(\d+)\./.exec(version)?.[1]
  return major !== undefined && Number(major) < oldestMajor
}

function candidates(): string[] {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((dir) => dir !== '')
    .flatMap((dir) => programNames.map((name) => join(dir, name)))
  return [...downloaded(), ...usual(), ...onPath]
}

/** What Playwright and Puppeteer downloaded, newest first. */
function downloaded(): string[] {
  const home = homedir()
  const caches = {
    linux: [join(home, '.cache/ms-playwright'), join(home, '.cache/puppeteer/chrome')],
    darwin: [join(home, 'Library/Caches/ms-playwright'), join(home, '.cache/puppeteer/chrome')],
    win32: [join(home, 'AppData/Local/ms-playwright'), join(home, '.cache/puppeteer/chrome')],
  }
  const folders = caches[process.platform as keyof typeof caches] ?? []
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) folders.unshift(process.env.PLAYWRIGHT_BROWSERS_PATH)
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !/^(firefox|webkit|ffmpeg|chromium_headless_shell|\.)/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((name) => programsIn(join(folder, name))),
  )
}

function programsIn(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return inner.flatMap((entry) => downloadedPrograms.map((program) => join(folder, entry.name, program)))
}

function usual(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ]
  }
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA ?? ''
    return [join(local, 'Chromium/Application/chrome.exe')]
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
  ]
}

async function fetchBrowser(say: (sentence: string) => void): Promise<void> {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing it with apt-get (about a minute) …')
    const apt = ['-o', 'DPkg::Lock::Timeout=180', '-y', '-qq']
    await run('apt-get', [...apt, 'update'], say)
    if ((await run('apt-get', [...apt, 'install', 'chromium'], say)) === 0) return
  }
  say('No Chromium here: fetching one with Playwright (about 170 MB) …')
  const cli = fileURLToPath(import.meta.resolve('playwright-core/cli.js'))
  await run(process.execPath, [cli, 'install', 'chromium'], say)
}

/** Runs an installer; its output is shown only when it fails. */
function run(file: string, args: string[], say: (sentence: string) => void): Promise<number> {
  return new Promise((resolve) => {
    const begun = Date.now()
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const clock = setInterval(() => say(`  … ${Math.round((Date.now() - begun) / 1000)} s`), 15_000)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
    const done = (code: number) => {
      clearInterval(clock)
      if (code !== 0) say(output.trim().split('\n').slice(-8).join('\n'))
      resolve(code)
    }
    child.on('error', (error) => {
      output += error.message
      done(1)
    })
    child.on('close', (code) => done(code ?? 1))
  })
}

const oldestMajor = 144
const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'google-chrome-stable',
  'google-chrome',
]
const downloadedPrograms = [
  'chrome',
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome.exe',
]
const brandedSentence =
  'Branded Chrome ignores extensions given at its start. To use Baton in it by hand: npm run build, then open ' +
  'chrome://extensions, switch on Developer mode, press «Load unpacked» and choose the folder .output/chrome-mv3.'
const oldSentence = `Baton needs Chrome or Chromium ${oldestMajor} or newer.`
const noneSentence =
  'No Chromium was found and none could be installed. Install Chromium or Chrome for Testing, or name one: ' +
  'CHROME_PATH=/path/to/chromium npm start'
