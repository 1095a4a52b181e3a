import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { practiceResponse, type PracticeOptions } from '#lib/practice/routes.ts'
import { findBrowser } from '#scripts/browser.ts'
import { launchBaton, type LaunchedBaton, type LaunchOptions } from '#scripts/launch.ts'
import { extensionDir } from './extension.ts'

export interface Session extends LaunchedBaton {
  profileDir: string
  /** The first tab. */
  page: Page
  /** What went wrong in Baton's own pages and worker: exceptions, console errors, dialogs. */
  troubles: string[]
  /** Ends the browser; the profile goes too unless `keep`. */
  end(options?: { keep?: boolean }): Promise<void>
}

export interface SessionOptions extends Partial<LaunchOptions> {
  /** How the practice pages under LinkedIn's addresses behave. */
  practice?: PracticeOptions
  /** Bodies for single addresses, before the practice range is asked. */
  pages?: Readonly<Record<string, string>>
}

/** A headless browser with the built extension, in a profile of its own, the practice range under real addresses. */
export async function startBaton(options: SessionOptions = {}): Promise<Session> {
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'baton-profile-'))
  const launched = await launchBaton({ extensionDir: extensionDir(), headless: true, ...options, profileDir })
  const { troubles, watch } = watchTroubles(launched)
  await servePractice(launched.context, options)
  const page = launched.context.pages()[0] ?? (await launched.context.newPage())
  return {
    ...launched,
    // The panel is a page of another connection: the context does not know it.
    panel: async (beside) => watch(await launched.panel(beside)),
    panels: async () => (await launched.panels()).map(watch),
    profileDir,
    page,
    troubles,
    async end({ keep = false } = {}) {
      await launched.close()
      if (!keep) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The same browser without any extension. */
export async function startPlain(
  options: SessionOptions = {},
): Promise<{ page: Page; close(): Promise<void> }> {
  const browser = await findBrowser({ install: false })
  if (browser.kind === 'none') throw new Error(browser.sentence)
  const profileDir = mkdtempSync(join(tmpdir(), 'baton-plain-'))
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: browser.path,
    headless: false,
    viewport: options.viewport ?? null,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--window-size=1280,900',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  await servePractice(context, options)
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async close() {
      await context.close()
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Serves the practice range under the addresses of LinkedIn and Gmail; everything else there is a plain «404». */
export async function servePractice(context: BrowserContext, options: SessionOptions = {}): Promise<void> {
  await context.route(
    /^https:\/\/([\w-]+\.)*(linkedin\.com|google\.com|microsoft|outlook\.(office|live)\.com)\//,
    async (route) => {
      const url = route.request().url()
      const own = options.pages?.[url.split('?')[0] ?? url]
      const answer =
        own === undefined
          ? practiceResponse(url, options.practice)
          : { body: own, contentType: 'text/html; charset=utf-8' }
      if (answer === null)
        await route.fulfill({ status: 404, contentType: 'text/plain', body: 'not in the practice range' })
      else await route.fulfill(answer)
    },
  )
}

/** Asks until the answer is neither undefined nor false; the last error of `look` is told when time is over. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 10_000,
): Promise<T> {
  let last: unknown
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
    try {
      const found = await look()
      if (found !== undefined && found !== false) return found
    } catch (error) {
      last = error
    }
  }
  throw new Error(`waited ${ms / 1000} s for ${what}`, { cause: last })
}

/** Exceptions, console errors and dialogs of Baton's own pages and of its worker. */
function watchTroubles({ context, extensionId }: LaunchedBaton) {
  const troubles: string[] = []
  const isOwn = (url: string) => url.startsWith(`chrome-extension://${extensionId}/`)
  const watched = new WeakSet<Page>()
  const watch = (page: Page): Page => {
    if (watched.has(page)) return page
    watched.add(page)
    page.on('pageerror', (error) => isOwn(page.url()) && troubles.push(`exception: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && isOwn(page.url())) troubles.push(`console: ${message.text()}`)
    })
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    return page
  }
  context.pages().forEach(watch)
  context.on('page', watch)
  context.on('serviceworker', (worker) => {
    worker.on(
      'console',
      (message) => message.type() === 'error' && troubles.push(`worker: ${message.text()}`),
    )
  })
  return { troubles, watch }
}
