import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { practiceResponse } from '#lib/practice/routes.ts'
import type { Page } from 'playwright-core'
import { launchBaton, type LaunchedBaton } from './launch.ts'

/**
 * Takes the pictures of the README anew: the whole browser window as it stands on a desktop, with panel and
 * notification. Wants `Xvfb`, `openbox` and ImageMagick's `import`, and the folder of a build:
 * `node scripts/pictures.ts .output/chrome-mv3`.
 */
const [extensionDir] = process.argv.slice(2)
if (extensionDir === undefined) throw new Error('use: node scripts/pictures.ts <built extension>')
const images = fileURLToPath(new URL('../docs/images', import.meta.url))
const desktop = [
  spawn('Xvfb', [':77', '-screen', '0', '1280x800x24'], { stdio: 'ignore' }),
  spawn('sh', ['-c', 'sleep 1; exec openbox'], { stdio: 'ignore', env: { ...process.env, DISPLAY: ':77' } }),
]
const profileDir = mkdtempSync(join(tmpdir(), 'baton-pictures-'))
process.env['DISPLAY'] = ':77'
await sleep(2_000)
try {
  const args = [
    '--window-size=1280,800',
    '--window-position=0,0',
    '--disable-features=Translate',
    '--test-type',
  ]
  const baton = await launchBaton({ extensionDir, profileDir, headless: false, args })
  try {
    await walk(baton)
  } finally {
    await baton.close()
  }
} finally {
  for (const one of desktop) one.kill()
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
}

async function walk(baton: LaunchedBaton): Promise<void> {
  await baton.context.route(/^https:\/\/(?:www\.linkedin\.com|mail\.google\.com)\//, async (route) => {
    const page = practiceResponse(route.request().url())
    await (page ? route.fulfill(page) : route.abort())
  })
  const page = baton.context.pages()[0] ?? (await baton.context.newPage())
  await sleep(3_000)
  for (const other of baton.context.pages()) if (other !== page) await other.close()
  await page.goto(baton.address('welcome.html'))
  await page.bringToFront()
  await take('welcome')
  await page.goto(profile('kari-nordmann-practice'))
  const panel = await baton.panel(page)
  await panel.evaluate(alwaysAtWork)
  await take('panel')
  for (const slug of [
    'robin-practice',
    'kari-nordmann-practice',
    'annegret-musterfrau-practice',
    'tilde-practice',
  ]) {
    await add(page, panel, slug)
    if (slug === 'robin-practice') await take('notification')
  }
  await panel.evaluate(() => {
    location.hash = '#/today'
  })
  await sleep(61_000) // the toast is gone, and what was just added is due
  await panel.evaluate(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id)
  })
  await take('today')
}

async function add(page: Page, panel: Page, slug: string): Promise<void> {
  await page.goto(profile(slug))
  await panel.evaluate(() => {
    location.hash = '#/now'
  })
  await panel.getByRole('button', { name: /^Add to cadence/ }).click()
}

async function take(name: string): Promise<void> {
  await sleep(2_500)
  execFileSync('import', ['-window', 'root', join(images, `${name}.png`)])
}

/** The picture shows a touch that is due whatever the hour it is taken at. */
async function alwaysAtWork(): Promise<void> {
  const { settings } = await chrome.storage.local.get<{ settings?: object }>('settings')
  const days = ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['00:00', '24:00']]])
  const icp = { titleWords: ['innkjøp', 'purchasing'], seniorities: ['head', 'manager'], headcount: { min: null, max: null }, regions: ['Norway', 'Portugal'] } // oxfmt-ignore
  const name = 'Alex Sample' // Without one every mail is held.
  await chrome.storage.local.set({ settings: { ...settings, name, hours: Object.fromEntries(days), icp } })
}

function profile(slug: string): string {
  return `https://www.linkedin.com/in/${slug}/`
}
