import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMPANY, PRACTICE_COMPANY_URL } from '#lib/practice/company-page.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { PRACTICE_SEARCH_URL } from '#lib/practice/search-page.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { inBothThemes, looked, picture } from '#tests/support/looks.ts'
import { addToCadence, button, goTo, openRoute, openTab, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { word } from '#tests/support/words.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'

/** Pictures of every screen for people to look at, and what axe finds on each, in both themes. */
const robin = mustFindPracticePerson('robin-practice')
const annegret = mustFindPracticePerson('annegret-musterfrau-practice')
const salma = mustFindPracticePerson('سلمى-المثال-practice')

let baton: Session
let panel: Page
let full: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(salma))
  panel = await baton.panel(baton.page)
  await changeSettings(panel, { ...ALWAYS_ON, name: 'Practice Rep' })
  for (const person of [salma, annegret]) {
    await baton.page.goto(linkedinUrlOf(person))
    await panelShows(panel, person.name)
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
  }
  full = await baton.context.newPage()
  await full.setViewportSize({ width: 1280, height: 800 })
  await baton.page.bringToFront()
})
afterAll(async () => {
  await baton.end()
})

const known = async (key: string) => {
  await visit(annegret)
  await openTab(panel, key)
}

const SCREENS: [name: string, open: () => Promise<void>][] = [
  ['now-new', () => visit(robin)],
  ['now-known', () => visit(annegret)],
  ['now-research', () => known('now.tab.research')],
  ['now-qualify', () => known('now.tab.qualify')],
  ['now-details', () => known('now.tab.details')],
  ['now-refused', () => at('/now', 'https://www.linkedin.com/feed/')],
  ['now-wall', () => at('/now', 'https://www.linkedin.com/authwall')],
  ['now-list', () => shows(PRACTICE_SEARCH_URL, /people on this page/)],
  ['now-company', () => shows(PRACTICE_COMPANY_URL, COMPANY.name)],
  ['now-positions', () => shows(`${linkedinUrlOf(annegret)}details/experience/`, /Positions/)],
  ['now-reachable', () => shows(`${linkedinUrlOf(robin)}overlay/contact-info/`, /Ways to reach/)],
  ['now-mail', () => at('/now', 'https://mail.google.com/mail/u/0/#inbox/practice-thread-01')],
  ['today', () => goTo(panel, 'today')],
  ['touch', openFirstTouch],
  ['people', () => goTo(panel, 'people')],
  ['sync', () => openRoute(panel, '/sync')],
  ['by-hand', () => openRoute(panel, '/by-hand')],
  // Last: a touch is made for it, whose followers have the longest words.
  ['now-invitation', () => invited()],
]

async function invited(): Promise<void> {
  await goTo(panel, 'now')
  await visit(annegret)
  await button(panel, 'today.done').click()
  await until('the next touch', async () =>
    (await panel.getByRole('heading', { level: 2 }).first().innerText()).includes(
      word('ui.step.linkedin_connect'),
    ),
  )
}

describe('the panel', () => {
  test.each(SCREENS)('%s', async (name, open) => {
    await open()
    await settle(panel)
    await looked(panel, name)
  })
})

const PAGES = [
  ['app-people', 'app.html#/people'],
  ['app-cadences', 'app.html#/cadences'],
  ['app-settings', 'app.html#/settings'],
  ['welcome', 'welcome.html'],
  ['practice', 'practice.html#/in/robin-practice'],
  ['practice-mail', 'practice.html#/compose?to=robin%40exampleworks.example&subject=Hello&body=Text'],
] as const

describe('full pages', () => {
  test.each(PAGES)('%s', async (name, path) => {
    await full.goto('about:blank')
    await full.goto(baton.address(path))
    await settle(full)
    await inBothThemes(full, name, (scheme) => picture(full, `${name}-${scheme}`))
  })
})

test('nothing went wrong in Baton’s own pages', () => {
  expect(baton.troubles).toEqual([])
})

async function visit(person: typeof robin): Promise<void> {
  await baton.page.goto(linkedinUrlOf(person))
  await openRoute(panel, '/now')
  await panelShows(panel, person.name)
}

async function at(path: string, url: string): Promise<void> {
  await baton.page.goto(url)
  await openRoute(panel, path)
}

async function shows(url: string, heading: string | RegExp): Promise<void> {
  await at('/now', url)
  await panel.getByRole('heading', { name: heading }).first().waitFor()
}

async function openFirstTouch(): Promise<void> {
  const [enrollment] = await records(panel, 'enrollment')
  await openRoute(panel, `/touch/${enrollment?.id ?? ''}`)
}

/** No skeleton. */
async function settle(page: Page): Promise<void> {
  await until('a heading', async () => (await page.getByRole('heading').count()) > 0)
  await until('no skeleton', async () => (await page.locator('[aria-busy="true"]').count()) === 0)
}
