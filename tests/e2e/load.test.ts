import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListedRow } from '#lib/practice/listed.ts'
import { memberIdOf, linkedinUrlOf } from '#lib/practice/person.ts'
import { searchPage } from '#lib/practice/search-page.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, goTo, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

/** The coming load before many are added, the gauge at an invitation, and the settings of both. */
const FORTY_URL = 'https://www.linkedin.com/search/results/people/forty/'
const robin = mustFindPracticePerson('robin-practice')
const other = mustFindPracticePerson('annegret-musterfrau-practice')
const forty: ListedRow[] = Array.from({ length: 40 }, (_, n) => ({
  slug: `load-number-${n}`,
  name: `Sample ${String.fromCodePoint(65 + Math.floor(n / 10))}${String.fromCodePoint(97 + (n % 10))} Load`,
  headline: `Buyer at Placeholder Parts ${n % 25}`,
  location: 'Porto, Portugal',
  degree: '3rd',
  memberId: memberIdOf({ memberNumber: 4_200_001_000 + n }),
}))
/** `BATON_SHOTS` = a folder for pictures of what is looked at. */
const shots = process.env['BATON_SHOTS']

let baton: Session
let panel: Page
beforeAll(async () => {
  baton = await startBaton({ pages: { [FORTY_URL]: searchPage(null, forty) } })
  await baton.page.goto(linkedinUrlOf(robin))
  panel = await baton.panel(baton.page)
  await panelShows(panel, robin.name)
  await changeSettings(panel, {
    ...ALWAYS_ON,
    dailyTouches: 40,
    dailyCaps: { email: 15, linkedin: 20, call: null, task: null },
  })
})
afterAll(async () => {
  await baton.end()
})

async function picture(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(shots, `${name}-${scheme}.png`) })
  }
}

test('an invitation shows what was sent this week and this month', async () => {
  await addToCadence(panel)
  await goTo(panel, 'today')
  await panel
    .getByRole('link', { name: new RegExp(robin.name) })
    .first()
    .click()
  await panel.getByText(word('touch.whatHappened')).waitFor()
  expect(await panel.getByRole('note', { name: word('load.gauge') }).count()).toBe(0)
  await panel.keyboard.press('1')
  await goTo(panel, 'today')
  // The invitation opens the profile in the tab: the next page is only for a tab that has come to rest.
  const opened = baton.page.waitForEvent('load')
  await panel
    .getByRole('link', { name: new RegExp(robin.name) })
    .first()
    .click()
  await opened
  const gauge = panel.getByRole('note', { name: word('load.gauge') })
  await gauge.waitFor()
  expect(await gauge.textContent()).toContain(`${word('load.line.invitations').replace('$1', '')}0`)
  await picture(panel, 'touch-gauge')
})

test('who would begin on a full day is shown with one line about it, which goes when there is room', async () => {
  await changeSettings(panel, { dailyTouches: 1 })
  await baton.page.goto(linkedinUrlOf(other))
  await goTo(panel, 'now')
  await panelShows(panel, other.name)
  const line = panel.getByText(/is full: 1 of 1/)
  await line.waitFor()
  await picture(panel, 'full-day')
  await changeSettings(panel, { dailyTouches: 40 })
  await line.waitFor({ state: 'detached' })
})

test('forty people begin under the limits, on days that are said before they are added', async () => {
  await baton.page.goto(FORTY_URL)
  await goTo(panel, 'now')
  await button(panel, 'list.tickNew').click()
  await panel.getByRole('group', { name: word('load.begin') }).waitFor()
  await picture(panel, 'coming-load')
  await panel.getByRole('button', { name: /^Add 40/ }).click()
  const enrollments = await until(
    'forty',
    async () => {
      const all = await records(panel, 'enrollment')
      return all.length === 41 && all
    },
    60_000,
  )
  const days = Map.groupBy(enrollments, ({ startedAt }) => startedAt.slice(0, 10))
  expect(days.size).toBeGreaterThanOrEqual(3)
  expect([...days.values()].every((day) => day.length <= 16)).toBe(true)
})

test('the settings keep limits, quiet hours and minutes as they are typed', async () => {
  const page = await baton.context.newPage()
  await page.setViewportSize({ width: 1200, height: 900 })
  await page.goto(baton.address('app.html#/settings'))
  const field = page.getByRole('textbox', { name: word('settings.load.channel.call') })
  await field.fill('12')
  await field.blur()
  const stored = await until('it is saved', async () => {
    const { settings } = await page.evaluate(() =>
      chrome.storage.local.get<{ settings?: { dailyCaps?: { call: number | null } } }>('settings'),
    )
    return settings?.dailyCaps?.call === 12
  })
  expect(stored).toBe(true)
  for (const id of ['reminders', 'load']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded()
    await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView({ block: 'start' }))
    await picture(page, `settings-${id}`)
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await page.locator('#load').evaluate((section) => section.scrollIntoView({ block: 'start' }))
  await picture(page, 'settings-load-360')
  await page.close()
}, 60_000)
