import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer, type RunningServer } from '#server/start.ts'
import { hasDisplay, openBrowser } from './attended-browser.ts'
import { findBrowser } from './browser.ts'
import { createChildren, onStop } from './children.ts'
import { runDemo } from './demo.ts'
import { takeSlot, type Slot } from './slot.ts'
import { bringNewWorker } from './new-worker.ts'

/**
 * `npm start`: builds Baton, starts its server with a database of its own, and opens a browser with both paired.
 * Without a display it runs the main job by itself instead. `--fresh` forgets profile and database first,
 * `--headless` takes the second way although there is a display.
 */

const children = createChildren()
/** Set as soon as it begins, so that a Ctrl-C in between ends its database, too. */
let server: Promise<RunningServer> | undefined

onStop(async () => {
  await children.stopAll()
  await (await server)?.stop()
})
process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, headless: { type: 'boolean' } } })
  const slot = takeSlot()
  if (slot.number > 1)
    say(`Baton already runs from this folder: this one keeps its own things in ${slot.dir}.`)
  if (values.fresh) forget(slot)
  const browser = await findBrowser({ install: true, say })
  if (browser.kind === 'none') {
    say(browser.sentence)
    return 1
  }
  say(`Browser   ${browser.version} (${browser.path})`)
  const extensionDir = await build(slot.dir)
  if (extensionDir === undefined) return 1
  const profileDir = join(slot.dir, 'profile')
  bringNewWorker(extensionDir, profileDir)
  if (values.headless || !hasDisplay()) {
    say('Display   none: Baton does its main job by itself, on the practice range.')
    process.env.CHROME_PATH = browser.path
    return runDemo({ extensionDir, slot, say, onServer: keepServer })
  }
  server = serve(slot)
  const running = await server
  say(`Server    ${running.url}, with a database of its own`)
  const opened = openBrowser({ path: browser.path, extensionDir, profileDir, children })
  await opened.open(await welcomePage(running))
  say(
    'Baton is open on its welcome page. Close the browser or press Ctrl-C to end; the next start goes on from there.',
  )
  await opened.closed
  say('The browser was closed: ending the server …')
  await running.stop()
  return 0
}

function keepServer(starting: Promise<RunningServer>): void {
  server = starting
}

async function build(dir: string): Promise<string | undefined> {
  say('Building  …')
  const script = join(import.meta.dirname, 'build-extension.ts')
  const { code, output } = await children.run(process.execPath, [script, dir], { output: 'keep' })
  if (code === 0) return join(dir, 'extension')
  say(output)
  say('Baton could not be built; WXT says why above.')
  return undefined
}

/**
 * The welcome page, told how to pair with the server begun here. It trades the code, which works once and not for
 * long, only with a server on this very machine (127.0.0.1).
 */
async function welcomePage(running: RunningServer): Promise<string> {
  const pairing = new URLSearchParams({ pair: running.url, code: await running.pairingCode() })
  return `welcome.html#${pairing.toString()}`
}

/** On the same port at every start, so that a browser paired yesterday finds its server. */
async function serve(slot: Slot): Promise<RunningServer> {
  const start = (port: number) =>
    startServer({ dataDir: join(slot.dir, 'server'), port, practice: true, log: say })
  const last = existsSync(portFile(slot)) ? Number(readFileSync(portFile(slot), 'utf8')) : 0
  const running = await start(last).catch((error: unknown) => {
    if (last === 0 || !isTaken(error)) throw error
    return start(0)
  })
  writeFileSync(portFile(slot), String(running.port))
  return running
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function portFile(slot: Slot): string {
  return join(slot.dir, 'port')
}

function forget(slot: Slot): void {
  rmSync(slot.dir, { recursive: true, force: true, maxRetries: 5 })
  mkdirSync(slot.dir, { recursive: true })
  say('Fresh     profile and database of earlier starts are gone.')
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
