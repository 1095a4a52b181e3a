import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { linkedinUrlOf, type PracticePerson } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from './browser.ts'
import { records } from './records.ts'
import { ALWAYS_ON, changeSettings } from './worker.ts'
import { word, words } from './words.ts'

/** The panel as its user meets it: headings, buttons, links and menus by their names. */

/** Waits until the panel's heading names this person. */
export async function panelShows(panel: Page, name: string, timeout = 15_000): Promise<void> {
  await panel.getByRole('heading', { name, exact: true }).first().waitFor({ timeout })
}

/** A button by the key of its word; its name may go on behind it. */
export function button(panel: Page | Locator, key: string): Locator {
  return panel.getByRole('button', { name: new RegExp(`^${RegExp.escape(word(key))}`) }).first()
}

export async function addToCadence(panel: Page): Promise<void> {
  await button(panel, 'now.addToCadence').click()
}

/** A browser with the panel open on the person, who has just been added: the first touch is due. */
export async function startInCadence(person: PracticePerson): Promise<{ baton: Session; panel: Page }> {
  const baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(person))
  const panel = await baton.panel(baton.page)
  await changeSettings(panel, { ...ALWAYS_ON, name: 'Practice Rep' })
  await panelShows(panel, person.name)
  await addToCadence(panel)
  await button(panel, 'today.done').waitFor()
  return { baton, panel }
}

/** Adds the people one after the other, each from the own page in `tab`; the last one stays on screen. */
export async function addEach(tab: Page, panel: Page, people: readonly PracticePerson[]): Promise<void> {
  for (const person of people) {
    await tab.goto(linkedinUrlOf(person))
    await panelShows(panel, person.name)
    await addToCadence(panel)
    await until('the contact', async () =>
      (await records(panel, 'contact')).some(({ name }) => name.value === person.name),
    )
  }
}

/** Presses Undo: in the toast, or in `within`, such as an entry of the timeline. */
export async function undo(within: Page | Locator): Promise<void> {
  // What was done before may still be offered: the newest is said a moment after it is stored.
  await sleep(100)
  await button(within, 'ui.undo').click()
}

/** Brings up the screen of an address of Baton's, such as `/now`. */
export async function openRoute(panel: Page, path: string): Promise<void> {
  await panel.evaluate((hash) => {
    window.location.hash = hash
  }, path)
}

export async function goTo(panel: Page, tab: 'now' | 'today' | 'people'): Promise<void> {
  const views = panel.getByRole('navigation', { name: word('frame.views') })
  await views.getByRole('link', { name: new RegExp(`^${RegExp.escape(word(`frame.${tab}`))}`) }).click()
}

/** Opens a sub tab of a known person. */
export async function openTab(panel: Page, key: string): Promise<void> {
  await panel.getByRole('tab', { name: new RegExp(`^${RegExp.escape(word(key))}`) }).click()
}

/** Presses an item of the menu that stands open. */
export async function choose(panel: Page, name: string | RegExp): Promise<void> {
  await panel.getByRole('menuitem', { name }).first().click()
}

/** The menu of a person in a list or on their own screen. */
export async function personMenu(panel: Page, name: string, key: string): Promise<void> {
  await panel
    .getByRole('button', { name: word('people.menu', { name }) })
    .first()
    .click()
  await choose(panel, words(key))
}
