import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ADD_MENU } from '#lib/platform/menu.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { extensionDir } from '#tests/support/extension.ts'
import { addToCadence, button, goTo, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings, pressCommand, wokenWorker } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const slugs = [
  'robin-practice',
  'kari-nordmann-practice',
  'tilde-practice',
  'joao-modelo-practice',
  'hanako-mihon-practice',
]
const people = slugs.map(mustFindPracticePerson)

describe('the worker is killed between press and save', () => {
  test('the person is enrolled once, or not at all and the panel says so', async () => {
    const baton = await startBaton()
    try {
      await baton.page.goto(linkedinUrlOf(robin))
      const panel = await baton.panel(baton.page)
      await panelShows(panel, robin.name)
      await changeSettings(panel, ALWAYS_ON)
      let interrupted = 0
      for (const [index, person] of people.entries()) {
        await baton.page.goto(linkedinUrlOf(person))
        await goTo(panel, 'now')
        await panelShows(panel, person.name)
        await pressCommand(await wokenWorker(baton, panel), 'add-to-cadence', linkedinUrlOf(person))
        await sleep(index * 25)
        await baton.killWorker()
        await wokenWorker(baton, panel)
        const answered = await until('an answer in the panel', async () => {
          if (await button(panel, 'today.done').isVisible()) return 'enrolled'
          return (await panel.getByText(word('frame.press.interrupted')).count()) > 0
            ? 'interrupted'
            : undefined
        })
        if (answered === 'interrupted') interrupted += 1
        const contacts = (await records(panel, 'contact')).filter(({ slug }) => slug?.value === person.slug)
        expect(contacts.length).toBe(answered === 'enrolled' ? 1 : contacts.length)
        expect(contacts.length).toBeLessThanOrEqual(1)
        const enrollments = await records(panel, 'enrollment')
        expect(enrollments.filter(({ contactId }) => contactId === contacts[0]?.id).length).toBe(
          contacts.length,
        )
      }
      console.info(
        `killed ${people.length} times between press and save: ${interrupted} interrupted and said so`,
      )
      expect(baton.troubles).toEqual([])
    } finally {
      await baton.end()
    }
  })
})

describe('storage', () => {
  test('a total loss of IndexedDB heals at the next start, with nothing missing', async () => {
    const first = await startBaton()
    const profileDir = first.profileDir
    let before: string[]
    try {
      await first.page.goto(linkedinUrlOf(robin))
      const panel = await first.panel(first.page)
      await changeSettings(panel, ALWAYS_ON)
      await panelShows(panel, robin.name)
      await addToCadence(panel)
      await button(panel, 'today.done').click()
      await until('a touch', async () => (await records(panel, 'touch')).length === 1)
      await panel.getByRole('textbox', { name: word('timeline.note') }).fill('Kept through a loss.')
      await until('a note', async () => (await records(panel, 'note')).length === 1)
      // Worked out a moment after somebody was added: nothing else is to come.
      await until('the place', async () => (await records(panel, 'contact'))[0]?.place !== undefined)
      before = await everything(panel)
    } finally {
      await first.end({ keep: true })
    }
    wipeIndexedDb(profileDir)
    const second = await startBaton({ profileDir })
    try {
      await second.page.goto(linkedinUrlOf(robin))
      const panel = await second.panel(second.page)
      await panelShows(panel, robin.name)
      await button(panel, 'today.done').waitFor()
      expect(await everything(panel)).toEqual(before)
      expect(second.troubles).toEqual([])
    } finally {
      await second.end()
    }
  })

  test('an update while the panel is open loses no note, menu, alarm or key, and blocks nothing', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'baton-update-'))
    cpSync(extensionDir(), dir, { recursive: true })
    const baton = await startBaton({ extensionDir: dir })
    try {
      await allowReload(baton)
      await baton.page.goto(linkedinUrlOf(robin))
      const panel = await baton.panel(baton.page)
      await changeSettings(panel, ALWAYS_ON)
      await panelShows(panel, robin.name)
      await addToCadence(panel)
      await button(panel, 'today.done').waitFor()
      await panel
        .getByRole('textbox', { name: word('timeline.note') })
        .pressSequentially('Typed and not yet saved')
      setVersion(dir, '0.99.0')
      await panel.evaluate(() => chrome.runtime.reload()).catch(() => undefined) // The panel goes with it.
      const again = await until(
        'the new version',
        async () => {
          const open = await baton.panel(baton.page)
          const version = await open.evaluate(() => chrome.runtime.getManifest().version)
          return version === '0.99.0' ? open : undefined
        },
        20_000,
      )
      await panelShows(again, robin.name)
      const note = await until('the note', async () => (await records(again, 'note')).at(0))
      expect(note.body).toBe('Typed and not yet saved')
      expect(await records(again, 'enrollment')).toHaveLength(1)
      const alarms = await until('the alarms', async () => {
        const found = await again.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name))
        return found.length > 0 ? found : undefined
      })
      expect(alarms).toContain('worker heartbeat')
      const worker = await wokenWorker(baton, again)
      expect(
        await worker.evaluate((id) => chrome.contextMenus.update(id, {}).then(() => true), ADD_MENU),
      ).toBe(true)
      const keys = await again.evaluate(async () =>
        (await chrome.commands.getAll()).map(({ shortcut }) => shortcut),
      )
      expect(keys).toContain('Alt+Shift+S')
    } finally {
      await baton.end()
      rmSync(dir, { recursive: true, force: true })
    }
  })
})

describe('the machine’s time zone', () => {
  test('when it changes, due instants follow the rep’s hours there', async () => {
    const hours = Object.fromEntries(
      ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['10:00', '10:30']]]),
    )
    const first = await startBaton({ timezone: 'Europe/Lisbon' })
    const profileDir = first.profileDir
    try {
      await first.page.goto(linkedinUrlOf(robin))
      const panel = await first.panel(first.page)
      await panelShows(panel, robin.name)
      await changeSettings(panel, { hours })
      await addToCadence(panel)
      await button(panel, 'today.done').waitFor()
      expect(await dueHour(panel, 'Europe/Lisbon')).toBe('10')
    } finally {
      await first.end({ keep: true })
    }
    const second = await startBaton({ timezone: 'Asia/Tokyo', profileDir })
    try {
      await second.page.goto(linkedinUrlOf(robin))
      const panel = await second.panel(second.page)
      await panelShows(panel, robin.name)
      await until('ten in Tokyo', async () => (await dueHour(panel, 'Asia/Tokyo')) === '10')
      await until('ten on the card', async () => /\b10:\d\d/.test(await panel.innerText('main')))
    } finally {
      await second.end()
    }
  })
})

async function dueHour(panel: Page, timeZone: string): Promise<string> {
  const [enrollment] = await records(panel, 'enrollment')
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(
    new Date(enrollment?.dueAt ?? 0),
  )
}

/** Every record of the main tables as text, without what the device derives. */
async function everything(panel: Page): Promise<string[]> {
  await goTo(panel, 'now')
  const tables = [
    'contact',
    'account',
    'capture',
    'cadence',
    'enrollment',
    'touch',
    'note',
    'activity',
  ] as const
  const all = await Promise.all(
    tables.map(async (table) =>
      (await records(panel, table)).map((row) => `${table} ${JSON.stringify(sorted(row))}`),
    ),
  )
  return all.flat().toSorted()
}

/** Keys in order, at every depth: a record that went through storage keeps its values, not their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function wipeIndexedDb(profileDir: string): void {
  const dir = join(profileDir, 'Default', 'IndexedDB')
  const mine = readdirSync(dir).filter((name) => name.startsWith('chrome-extension_'))
  expect(mine.length).toBeGreaterThan(0)
  for (const name of mine) rmSync(join(dir, name), { recursive: true, force: true })
}

function setVersion(dir: string, version: string): void {
  const file = join(dir, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...manifest, version }))
}

/** Chrome reloads an unpacked extension only in developer mode. */
async function allowReload(baton: Session): Promise<void> {
  const settings = await baton.context.newPage()
  await settings.goto('chrome://extensions')
  await settings.evaluate(() =>
    // Chrome's own page has this API; no types name it.
    (
      chrome as unknown as { developerPrivate: { updateProfileConfiguration(update: object): Promise<void> } }
    ).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  )
  await settings.close()
}
