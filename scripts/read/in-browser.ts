import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext } from 'playwright-core'
import { build } from 'vite'
import { findBrowser } from '#scripts/browser.ts'
import { CORE_NAME, readerCore } from '#scripts/build/reader-core.ts'
import type { AnyRead } from '#lib/domain/capture.ts'
import { nextScript } from '#lib/readers/judge-page.ts'
import { judged } from '#lib/readers/judge.ts'
import type { ScriptSeen } from '#lib/readers/scripts/answer.ts'

export type BrowserReader = {
  readonly read: (html: string, url: string) => Promise<AnyRead>
  readonly close: () => Promise<void>
}

/** The scripts that are injected, by the name under which the extension knows them. */
export const SCRIPTS = {
  '/reader.js': 'scripts/first',
  '/reader-ember.js': 'scripts/ember',
  '/reader-guest.js': 'scripts/guest',
  '/reader-list.js': 'scripts/list',
  '/reader-company.js': 'scripts/company',
  '/reader-details.js': 'scripts/details',
  '/reader-mail.js': 'scripts/mail',
} as const

type ScriptName = keyof typeof SCRIPTS
type Answer = ScriptSeen

/**
 * Reads pages in Chromium under their real addresses, with the scripts the extension injects and in its order.
 * Every other request is refused, scripts of the page do not run.
 */
export async function openBrowserReader(): Promise<BrowserReader> {
  const found = await findBrowser({ install: false })
  if (found.kind === 'none') throw new Error(found.sentence)
  const names = Object.keys(SCRIPTS) as ScriptName[] // keys of the constant
  const code = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readerScript(name)])),
  )
  const browser = await chromium.launch({ executablePath: found.path, args: BROWSER_FLAGS })
  const context = await browser.newContext({ javaScriptEnabled: false })
  return { read: (html, url) => readIn(context, code, html, url), close: () => browser.close() }
}

/**
 * One injected script as text; it leaves `read` behind under a name of its own. The first one leaves what the others
 * need, as the extension's does.
 */
export async function readerScript(name: ScriptName): Promise<string> {
  const code = await bundled(SCRIPTS[name])
  return name === '/reader.js' ? `${code};globalThis.${CORE_NAME}=batonReader.core` : code
}

async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [readerCore()],
    build: {
      write: false,
      target: 'chrome144',
      lib: {
        entry: fileURLToPath(new URL(`../../lib/readers/${entry}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'batonReader',
      },
    },
  })
  const [output] = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const code = output?.output[0].code
  if (code === undefined) throw new Error(`nothing was built of ${entry}`)
  return code
}

async function readIn(
  context: BrowserContext,
  code: Readonly<Record<string, string>>,
  html: string,
  url: string,
): Promise<AnyRead> {
  const page = await context.newPage()
  const run = (name: string): Promise<Answer> =>
    page.evaluate<Answer>(`${code[name]};batonReader.read(document, location.href)`)
  try {
    await page.route('**/*', (route) => {
      const request = route.request()
      const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame()
      return isPage ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort()
    })
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    const answer = await run('/reader.js')
    const first = judged(answer.seen)
    const next = nextScript({ url, loadedAt: url, result: first }, answer.next)
    if (!next) return first
    const later = judged((await run(next)).seen)
    // the contact dialog is a page of its own here; in the panel it completes the profile below it
    const isUnread = later.kind === 'unreadable' || later.kind === 'notThisPage'
    return first.kind === 'person' && isUnread ? first : later
  } finally {
    await page.close()
  }
}

/** For Debian's Chromium in containers without network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
