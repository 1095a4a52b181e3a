import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import type { ReminderMarks } from '#lib/domain/reminder-keys.ts'
import { diceOf, type Dice } from '#tests/readers/support/dice.ts'
import { launchBaton, type LaunchedBaton } from '#scripts/launch.ts'
import type { DueKey } from './reminder-kills-page.ts'
import { ALWAYS_ON, changeSettings } from './worker.ts'

/**
 * A real Chromium that is restarted and killed at random moments while touches become due, are done, snoozed and
 * undone. The extension is a copy whose worker reports every `notifications.create` that returned, before it goes on.
 */
export interface KillReport {
  seed: number
  rounds: number
  ends: Record<End, number>
  seconds: number
  people: number
  /** Due at the last look. */
  due: number
  /** `create` calls that returned, and the notifications they made. */
  created: number
  notifications: number
  wrong: string[]
}

type End = 'sigkill' | 'worker' | 'close'

export async function killCampaign(options: {
  extensionDir: string
  seed: number
  rounds: number
}): Promise<KillReport> {
  const begun = Date.now()
  const dice = diceOf(options.seed)
  const folder = mkdtempSync(join(tmpdir(), 'baton-kills-'))
  const told: string[] = []
  const listener = createServer((request, response) => {
    // Chromium knows those that open the panel under a name of their own.
    told.push(decodeURIComponent(request.url?.slice(2) ?? '').replace(/^open\./, ''))
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const extensionDir = reporting(options.extensionDir, folder, (listener.address() as AddressInfo).port) // listens on a port
  const script = await pageScript()
  const ends: Record<End, number> = { sigkill: 0, worker: 0, close: 0 }
  const start = () => launchBaton({ extensionDir, profileDir: join(folder, 'profile'), headless: true })
  const wrong: string[] = []
  const known = new Map<string, string>()
  let people = 0
  try {
    for (let round = 0; round < options.rounds; round++) {
      const baton = await start()
      const end = dice.pick<End>(['sigkill', 'sigkill', 'worker', 'close'])
      ends[end] += 1
      people += await live(baton, { dice, script, isFirst: round === 0, known, wrong })
      await sleep(dice.below(900))
      await ENDS[end](baton, join(folder, 'profile'))
    }
    const last = await start()
    const page = await ownPage(last, script)
    const state = await settled(page)
    compare(state, { told, known, wrong })
    await last.close()
    const { due } = state
    const seconds = Math.round((Date.now() - begun) / 1000)
    return { seed: options.seed, rounds: options.rounds, ends, seconds, people, due: due.length, created: told.length, notifications: new Set(told).size, wrong } // oxfmt-ignore
  } finally {
    listener.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Round {
  dice: Dice
  script: string
  isFirst: boolean
  known: Map<string, string>
  wrong: string[]
}

/** A few acts of the rep between start and end; gives how many people were added. */
async function live(baton: LaunchedBaton, { dice, script, isFirst, known, wrong }: Round): Promise<number> {
  if (!isFirst && dice.next() < 0.2) return 0 // Ended while it still starts.
  const page = await ownPage(baton, script)
  if (isFirst) await changeSettings(page, ALWAYS_ON)
  else remember(await page.evaluate(() => batonLife.marks()), known, wrong)
  const added = await page.evaluate((count) => batonLife.add(count), 1 + dice.below(4))
  for (let acts = dice.below(3); acts > 0; acts--) {
    const what = dice.pick(['done', 'snooze', 'undo'] as const)
    await page.evaluate(([act, at]) => batonLife.touch(act, at), [what, dice.next()] as const)
  }
  return added
}

async function ownPage(baton: LaunchedBaton, script: string): Promise<Page> {
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await page.goto(baton.address('welcome.html'))
  await page.evaluate(script)
  return page
}

const ENDS: Record<End, (baton: LaunchedBaton, profileDir: string) => Promise<void>> = {
  sigkill: async (baton, profileDir) => {
    // Browser, renderers and helpers at once; the folder's name is in the command line of each.
    const found = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${profileDir}`], { encoding: 'utf8' })
    for (const pid of found.trim().split('\n')) kill(Number(pid))
    await baton.close().catch(() => undefined)
  },
  worker: async (baton) => {
    const page = baton.context.pages()[0]
    if (!page) throw new Error('no page')
    const session = await baton.context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    // Not waited for: an act that is on its way may start it again at once.
    await session.send('ServiceWorker.stopAllWorkers')
    // A page that is still starting cannot tell anybody.
    await page
      .evaluate(() => chrome.runtime.sendMessage({ type: 'panel→worker changed' }))
      .catch(() => undefined)
    await baton.close()
  },
  close: (baton) => baton.close(),
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went with the first ones.
  }
}

/** Waits until everything that is due has been told of. */
async function settled(page: Page): Promise<{ due: DueKey[]; marks: ReminderMarks }> {
  for (const end = Date.now() + 20_000; ; await sleep(200)) {
    const state = await page.evaluate(async () => ({
      due: await batonLife.due(),
      marks: await batonLife.marks(),
    }))
    const isDone = state.due.every(({ keys }) => keys.some((key) => state.marks[key]?.state === 'shown' || state.marks[key]?.state === 'cleared')) // oxfmt-ignore
    if (isDone || Date.now() > end) return state
  }
}

/** A touch keeps the notification that told of it. */
function remember(marks: ReminderMarks, known: Map<string, string>, wrong: string[]): void {
  for (const [key, { state, notification }] of Object.entries(marks)) {
    if (notification === '' || state === 'claimed') continue
    const before = known.get(key)
    if (before !== undefined && before !== notification)
      wrong.push(`twice: ${key} by ${before} and ${notification}`)
    known.set(key, notification)
  }
}

function compare(
  { due, marks }: { due: DueKey[]; marks: ReminderMarks },
  { told, known, wrong }: { told: readonly string[]; known: Map<string, string>; wrong: string[] },
): void {
  remember(marks, known, wrong)
  const ids = new Set(told)
  const owners = new Set(Object.values(marks).map(({ notification }) => notification))
  for (const id of ids) if (!owners.has(id)) wrong.push(`told under an id that nothing keeps: ${id}`)
  for (const { touchId, keys } of due) {
    const marked = keys.find((key) => marks[key] !== undefined)
    const mark = marked === undefined ? undefined : marks[marked]
    if (mark === undefined || mark.state === 'claimed' || !ids.has(mark.notification))
      wrong.push(`lost: ${touchId} ${JSON.stringify(mark ?? null)}`)
  }
  for (const [key, { state, notification }] of Object.entries(marks))
    if ((state === 'shown' || state === 'cleared') && notification !== '' && !ids.has(notification))
      wrong.push(`marked and never told: ${key}`)
}

/** A copy of the extension whose worker tells of each notification as soon as `create` has returned. */
function reporting(extensionDir: string, folder: string, port: number): string {
  const copy = join(folder, 'extension')
  cpSync(extensionDir, copy, { recursive: true })
  const worker = join(copy, 'background.js')
  const report = `(() => {
    const create = chrome.notifications.create.bind(chrome.notifications)
    chrome.notifications.create = async (id, options) => {
      const made = await create(id, options)
      await fetch('http://127.0.0.1:${String(port)}/?' + encodeURIComponent(id))
      return made
    }
  })();\n`
  writeFileSync(worker, report + readFileSync(worker, 'utf8'))
  return copy
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'reminder-kills-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  })
  return outputFiles[0]?.text ?? ''
}
