import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Children } from './children.ts'

export interface AttendedBrowser {
  extensionId: string
  /** Opens a page of the extension in a tab, in place of those of the same page that are open. */
  open(path: string): Promise<void>
  /** Resolves when the person closed the browser. */
  closed: Promise<void>
}

/**
 * A browser for a person: no automation banner, no debugging port that others on the machine could use. Only this
 * process can steer it, through a private pipe, and it closes when this process ends.
 */
export function openBrowser(options: {
  path: string
  extensionDir: string
  profileDir: string
  children: Children
}): AttendedBrowser {
  const isRoot = process.getuid?.() === 0
  const args = [
    `--user-data-dir=${options.profileDir}`,
    `--disable-extensions-except=${options.extensionDir}`,
    `--load-extension=${options.extensionDir}`,
    '--remote-debugging-pipe',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--password-store=basic', // asks for no key ring: the profile holds only what is tried out here
    ...(isRoot ? ['--no-sandbox'] : []),
    'about:blank',
  ]
  const child = spawn(options.path, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  options.children.add(child)
  const closed = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  // The two descriptors after stderr, as `--remote-debugging-pipe` asks for.
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const send = speak(input, output)
  const extensionId = extensionIdOf(options.extensionDir)
  return { extensionId, closed, open: (path) => openPage(send, `chrome-extension://${extensionId}/${path}`) }
}

/** Chromium names an unpacked extension after its folder: the first 32 hexadecimal digits, written with a to p. */
export function extensionIdOf(dir: string): string {
  const path = realpathSync(dir)
  const bytes = process.platform === 'win32' ? Buffer.from(path, 'utf16le') : Buffer.from(path)
  const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return Array.from(digits, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16))).join('')
}

async function openPage(send: Send, url: string): Promise<void> {
  // Chrome opens its first tab before it has loaded the extension, whose pages are refused until then.
  await until(send, (target) => target.type === 'service_worker' && target.url.startsWith(originOf(url)))
  const page = url.split('#')[0] ?? url
  const { targetId: own } = (await send('Target.createTarget', { url })) as { targetId: string }
  // At its first start the extension opens its welcome page by itself, a moment sooner or later than this one.
  for (const end = Date.now() + 3_000; Date.now() < end; await sleep(200)) {
    for (const { targetId, type, url: shown } of await targetsOf(send)) {
      const isOther =
        type === 'page' && targetId !== own && (shown === 'about:blank' || shown.startsWith(page))
      if (isOther) await send('Target.closeTarget', { targetId })
    }
  }
}

/** `URL.origin` is «null» for an extension's address. */
function originOf(url: string): string {
  return `chrome-extension://${new URL(url).host}/`
}

/** Five seconds are plenty; a worker that had nothing to do at the start is no reason to give up. */
async function until(send: Send, isWanted: (target: Target) => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(100)) {
    if ((await targetsOf(send)).some(isWanted)) return
  }
}

async function targetsOf(send: Send): Promise<Target[]> {
  // The protocol's own answer: https://chromedevtools.github.io/devtools-protocol/tot/Target/#method-getTargets
  const { targetInfos } = (await send('Target.getTargets')) as { targetInfos: Target[] }
  return targetInfos
}

interface Target {
  targetId: string
  type: string
  url: string
}

type Send = (method: string, params?: Record<string, unknown>) => Promise<unknown>

/** The DevTools protocol over a pipe: JSON messages, each ended by a zero byte. */
function speak(input: Writable, output: Readable): Send {
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>()
  let rest = ''
  let last = 0
  output.on('data', (data) => {
    const parts = (rest + String(data)).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      // One message of the protocol; events carry no id and are of no interest here.
      const message = JSON.parse(part) as { id?: number; result?: unknown; error?: { message: string } }
      if (message.id !== undefined) waiting.get(message.id)?.(message)
    }
  })
  output.on('close', () => {
    for (const answer of waiting.values()) answer({ error: { message: 'the browser was closed' } })
  })
  input.on('error', () => {}) // the same: the answer above tells it
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1
      const id = last
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (error) reject(new Error(error.message))
        else resolve(result)
      })
      input.write(`${JSON.stringify({ id: last, method, params })}\0`)
    })
}

/** Whether a window can be opened here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
