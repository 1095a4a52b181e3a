import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  chromium,
  type BrowserContext,
  type Browser as Connection,
  type Page,
  type Worker,
} from 'playwright-core'
import { findBrowser } from './browser.ts'

export interface LaunchOptions {
  /** The built extension, for example `.output/chrome-mv3`. */
  extensionDir: string
  /** The browser's profile; kept by the caller. */
  profileDir: string
  headless: boolean
  /** More command-line switches. */
  args?: readonly string[]
  /** Default: no fixed viewport, so that the panel narrows the page as it does for a person. */
  viewport?: { width: number; height: number } | null
  /** IANA zone and locale the browser runs with. */
  timezone?: string
  locale?: string
  say?: (sentence: string) => void
}

export interface LaunchedBaton {
  context: BrowserContext
  extensionId: string
  /** `chrome-extension://<id>/<path>` */
  address(path: string): string
  /** The running worker; waits for it to start (10 s at most). Wake a stopped one first with any event. */
  worker(): Promise<Worker>
  /**
   * The side panel as a page. Opens it if it is not open, with a real user gesture on an extension page in the
   * window of `beside` (default: the newest page), which stays in front.
   */
  panel(beside?: Page): Promise<Page>
  /** Every open side panel (one for each window). */
  panels(): Promise<Page[]>
  /** Stops the extension's worker as Chrome does when it is idle, and returns when it is gone. */
  killWorker(): Promise<void>
  /** Ends the browser. */
  close(): Promise<void>
}

/** Starts Chromium with Baton loaded. Throws an `Error` with a sentence for people when no browser is found. */
export async function launchBaton(options: LaunchOptions): Promise<LaunchedBaton> {
  const browser = await findBrowser({ install: false, ...(options.say && { say: options.say }) })
  if (browser.kind === 'none') throw new Error(browser.sentence)
  const isNew = !existsSync(join(options.profileDir, 'Default'))
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath: browser.path,
    headless: false, // the old headless mode has no extensions; `--headless=new` below is the whole browser
    viewport: options.viewport ?? null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: switches(options),
    // Playwright's own emulation of a zone reaches neither the worker nor the panel.
    ...(options.timezone && { env: { ...process.env, TZ: options.timezone } }),
    ...(options.locale && { locale: options.locale }),
  })
  try {
    const baton = await attach(context, options.profileDir)
    if (isNew) await welcomed(baton)
    return baton
  } catch (error) {
    await context.close()
    throw error
  }
}

function switches(options: LaunchOptions): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    `--disable-extensions-except=${options.extensionDir}`,
    `--load-extension=${options.extensionDir}`,
    ...(options.headless ? ['--headless=new', '--disable-gpu', '--window-size=1280,900'] : []),
    ...(isRoot ? ['--no-sandbox'] : []),
    '--remote-debugging-port=0', // the side panel is a page only for a second connection
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    ...(options.args ?? []),
  ]
}

/** A first start opens the welcome page in front; on a busy machine that comes late, over whatever is shown by then. */
async function welcomed({ context, address }: LaunchedBaton): Promise<void> {
  const isWelcome = (page: Page) => page.url().startsWith(address('welcome.html'))
  await until('the welcome page', async () => context.pages().find(isWelcome), 30_000)
}

async function attach(context: BrowserContext, profileDir: string): Promise<LaunchedBaton> {
  const first = await firstWorker(context)
  const extensionId = new URL(first.url()).host
  const connections: Connection[] = []
  const address = (path: string) => `chrome-extension://${extensionId}/${path}`

  // A connection knows the panels that were open when it was made, and no later one.
  const panels = async (): Promise<Page[]> => {
    const port = await debuggingPort(profileDir)
    const open = await panelTargets(port, address('sidepanel.html'))
    const inTabs = context.pages().filter((page) => page.url().startsWith(address('sidepanel.html'))).length
    const known = connections.at(-1)
    if (known && panelPages(known, context, address).length === open - inTabs)
      return panelPages(known, context, address)
    if (open === inTabs) return []
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    connections.push(connection)
    return panelPages(connection, context, address)
  }

  const worker = async (): Promise<Worker> => {
    const running = context.serviceWorkers().find((one) => one.url().startsWith(address('')))
    return running ?? context.waitForEvent('serviceworker', { timeout: 10_000 })
  }

  const openPanel = async (beside: Page | undefined): Promise<void> => {
    const before = beside ?? context.pages().at(-1)
    const page = await context.newPage()
    await page.goto(address('welcome.html'))
    // Playwright evaluates with a user gesture, which `sidePanel.open` needs.
    await page.evaluate(() => chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT }))
    await page.close()
    await before?.bringToFront()
  }

  return {
    context,
    extensionId,
    address,
    worker,
    panels,
    async panel(beside) {
      const open = await panels()
      if (open[0]) return open[0]
      await openPanel(beside)
      return until('the side panel', async () => (await panels())[0])
    },
    killWorker: () => killWorker(context),
    async close() {
      for (const connection of connections) await connection.close()
      await context.close()
    },
  }
}

async function killWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  const states = new Map<string, string>()
  const stopped = new Set<string>()
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      states.set(versionId, runningStatus)
      if (runningStatus === 'stopped') stopped.add(versionId)
    }
  })
  await session.send('ServiceWorker.enable')
  await until('the state of the worker', async () => (states.size > 0 ? true : undefined))
  const running = [...states].filter(([, state]) => state !== 'stopped')
  stopped.clear()
  await session.send('ServiceWorker.stopAllWorkers')
  // A message that waited may start it again within a moment.
  const hasStopped = () => running.every(([id]) => stopped.has(id))
  await until('the worker to stop', async () => (hasStopped() ? true : undefined))
  await session.detach()
}

async function firstWorker(context: BrowserContext): Promise<Worker> {
  const isBaton = (one: Worker) => one.url().startsWith('chrome-extension://')
  const running = context.serviceWorkers().find(isBaton)
  return running ?? context.waitForEvent('serviceworker', { predicate: isBaton, timeout: 20_000 })
}

/** Chromium writes the port it took into its profile. */
async function debuggingPort(profileDir: string): Promise<string> {
  const file = join(profileDir, 'DevToolsActivePort')
  return until('the debugging port', async () =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined,
  )
}

async function panelTargets(port: string, url: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
  // Chromium's own list of what can be debugged.
  const targets = (await answer.json()) as { type: string; url: string }[]
  return targets.filter((one) => one.type === 'page' && one.url.startsWith(url)).length
}

/** The same address may also stand in a tab, which the first connection knows and which is no panel. */
function panelPages(
  connection: Connection,
  context: BrowserContext,
  address: (path: string) => string,
): Page[] {
  const inTabs = new Set(context.pages().map((page) => page.url()))
  return connection
    .contexts()
    .flatMap((one) => one.pages())
    .filter((page) => page.url().startsWith(address('sidepanel.html')) && !inTabs.has(page.url()))
}

async function until<T>(what: string, look: () => Promise<T | undefined>, ms = 10_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error(`waited ${ms / 1000} s for ${what}`)
}
