import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { practiceResponse } from '#lib/practice/routes.ts'
import { startServer, type RunningServer } from '#server/start.ts'
import type { Page } from 'playwright-core'
import { launchBaton, type LaunchedBaton } from './launch.ts'
import { readStores } from './read-stores.ts'
import type { Slot } from './slot.ts'

/** What the main job needs while it runs. */
interface Stage {
  baton: LaunchedBaton
  server: RunningServer
  page: Page
  panel: Page
  /** Screenshots and records go here. */
  outDir: string
}

/**
 * The main job without a person: a headless browser reads a profile of the practice range under its real address,
 * adds the person, is reminded, records the touch and finds it on the server. 0 only when every step held.
 */
export async function runDemo(options: {
  extensionDir: string
  slot: Slot
  say: (text: string) => void
  onServer: (server: Promise<RunningServer>) => void
}): Promise<number> {
  const { slot, say } = options
  const dataDir = join(slot.dir, 'demo')
  const outDir = join(root, '.output', slot.number === 1 ? 'demo' : `demo-${slot.number}`)
  for (const dir of [dataDir, outDir]) {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    mkdirSync(dir, { recursive: true })
  }
  const starting = startServer({ dataDir: join(dataDir, 'server'), practice: true, log: () => {} })
  options.onServer(starting)
  const server = await starting
  const profileDir = join(dataDir, 'profile')
  const baton = await launchBaton({ extensionDir: options.extensionDir, profileDir, headless: true })
  try {
    const held = await walk({ baton, server, outDir }, say)
    say(`Pictures and records: ${outDir}`)
    return held ? 0 : 1
  } finally {
    await baton.close()
    await server.stop()
  }
}

async function walk(
  begun: Pick<Stage, 'baton' | 'server' | 'outDir'>,
  say: (text: string) => void,
): Promise<boolean> {
  const page = begun.baton.context.pages()[0] ?? (await begun.baton.context.newPage())
  const stage: Partial<Stage> & typeof begun = { ...begun, page }
  for (const [number, { name, run }] of steps.entries()) {
    const begin = performance.now()
    try {
      // Every step finds what the one before it left: the panel is there from the second on.
      const saw = await run(stage as Stage)
      say(`✓ ${name.padEnd(9)} ${saw} (${((performance.now() - begin) / 1000).toFixed(1)} s)`)
      await picture(stage, `${number + 1}-${name}`)
    } catch (error) {
      say(`✗ ${name.padEnd(9)} ${error instanceof Error ? error.message : String(error)}`)
      await picture(stage, `${number + 1}-${name}-failed`)
      await keepRecords(stage as Stage).catch(() => say('The records could not be read.'))
      return false
    }
  }
  return true
}

const steps: readonly { name: string; run: (stage: Stage) => Promise<string> }[] = [
  { name: 'pair', run: pair },
  { name: 'read', run: read },
  { name: 'add', run: add },
  { name: 'reminder', run: remind },
  { name: 'done', run: done },
  { name: 'synced', run: synced },
]

async function pair({ baton, server, page }: Stage): Promise<string> {
  const words = new URLSearchParams({ pair: server.url, code: await server.pairingCode() })
  await page.goto(baton.address(`welcome.html#${words.toString()}`))
  await until('the pairing', async () => (await server.query('select 1 from device')).length === 1)
  // A person would wait for Monday morning in Lisbon; here the first touch must be due, and told of, now.
  await page.evaluate(async () => {
    const day = [['00:00', '24:00']]
    const hours = { '1': day, '2': day, '3': day, '4': day, '5': day, '6': day, '7': day }
    const always = { hours, contactHours: null, contactHolidays: false, quietHours: null, digest: false }
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object | undefined), ...always } })
  })
  return `welcome page open, paired with ${server.url}; working hours set round the clock`
}

async function read(stage: Stage): Promise<string> {
  const { baton, page } = stage
  await baton.context.route('https://www.linkedin.com/**', async (route) => {
    const answer = practiceResponse(route.request().url())
    await (answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: '' }))
  })
  await page.goto(profile.url)
  stage.panel = await baton.panel(page)
  await stage.panel.getByRole('heading', { name: profile.name }).first().waitFor({ timeout: 15_000 })
  const shown = await stage.panel.locator('main').innerText()
  for (const part of profile.mustShow) {
    if (!shown.includes(part)) throw new Error(`the panel does not show «${part}»`)
  }
  return `${profile.url} → ${profile.name}, ${profile.mustShow.join(', ')}`
}

async function add(stage: Stage): Promise<string> {
  await stage.panel.getByRole('button', { name: /^Add to cadence/ }).click()
  const [row] = await until('the enrollment', async () => {
    const rows = (await readStores(stage.panel)).filter((one) => one.table === 'enrollment')
    return rows.length > 0 ? rows : undefined
  })
  return `enrolled, next touch due ${String(row?.fields.dueAt)}`
}

async function remind({ baton }: Stage): Promise<string> {
  const worker = await baton.worker()
  const ids = await until(
    'the notification',
    async () => {
      const shown = await worker.evaluate(() => chrome.notifications.getAll())
      return Object.keys(shown).length > 0 ? Object.keys(shown) : undefined
    },
    70_000,
  )
  const badge = await worker.evaluate(() => chrome.action.getBadgeText({}))
  if (ids.length !== 1) throw new Error(`${ids.length} notifications for one touch`)
  if (badge !== '1') throw new Error(`the badge says «${badge}»`)
  return `one notification (${ids[0]}), badge ${badge}`
}

async function done({ baton, panel }: Stage): Promise<string> {
  const worker = await baton.worker()
  // Headless, nobody can press the notification's button; this calls what the press calls.
  await worker.evaluate(async () => {
    const [id] = Object.keys(await chrome.notifications.getAll())
    const pressed = chrome.notifications.onButtonClicked as unknown as {
      dispatch(id: string, button: number): void
    }
    pressed.dispatch(id ?? '', 0)
  })
  const touch = await until('the touch', async () =>
    (await readStores(panel)).find((one) => one.table === 'touch' && one.fields.state === 'done'),
  )
  return `touch ${touch.id} is ${String(touch.fields.state)}, outcome ${String(touch.fields.outcome)}`
}

async function synced(stage: Stage): Promise<string> {
  const { server, panel } = stage
  const wanted = ['contact', 'enrollment', 'touch']
  const own = (await readStores(panel)).filter((one) => wanted.includes(one.table))
  await until(
    'the records on the server',
    async () => {
      const rows = await server.query('select t, id from record')
      return own.every((one) => rows.some((row) => row.t === one.table && row.id === one.id)) || undefined
    },
    30_000,
  )
  return keepRecords(stage)
}

/** Leaves what the extension stored and what the server stored, beside each other. */
async function keepRecords({ server, panel, outDir }: Stage): Promise<string> {
  const own = await readStores(panel)
  const kept = await server.query('select t as "table", id, rev, f as fields from record order by rev')
  writeFileSync(join(outDir, 'extension-records.json'), JSON.stringify(own, null, 2))
  writeFileSync(join(outDir, 'server-records.json'), JSON.stringify(kept, null, 2))
  return `${own.length} records in the extension, ${kept.length} on the server`
}

async function picture(stage: Partial<Stage>, name: string): Promise<void> {
  if (!stage.outDir) return
  await stage.page?.screenshot({ path: join(stage.outDir, `${name}.png`) }).catch(() => undefined)
  await stage.panel?.screenshot({ path: join(stage.outDir, `${name}-panel.png`) }).catch(() => undefined)
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((wake) => setTimeout(wake, 100))) {
    const found = await look()
    if (found !== undefined && found !== false) return found
  }
  throw new Error(`waited ${ms / 1000} s for ${what}`)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const profile = {
  url: 'https://www.linkedin.com/in/robin-practice/',
  name: 'Robin Practice',
  mustShow: ['Head of Purchasing', 'Example Works', 'Lisbon, Portugal'],
}
