import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { button, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { words } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const kari = mustFindPracticePerson('kari-nordmann-practice')
const tilde = mustFindPracticePerson('tilde-practice')

describe('two windows', () => {
  test('each panel follows the active tab of its own window', async () => {
    const baton = await startBaton()
    try {
      await baton.page.goto(linkedinUrlOf(robin))
      const first = await baton.panel(baton.page)
      await panelShows(first, robin.name)
      const { page: other, panel: second } = await secondWindow(baton, first)
      await other.goto(linkedinUrlOf(kari))
      await panelShows(second, kari.name)
      await panelShows(first, robin.name)
      await baton.page.goto(linkedinUrlOf(tilde))
      await panelShows(first, tilde.name)
      await panelShows(second, kari.name)
      expect(await second.innerText('body')).not.toContain(tilde.headline)
      const third = await baton.context.newPage()
      await third.close()
    } finally {
      await baton.end()
    }
  })
})

describe('site access', () => {
  test('withdrawn, it is told with a button that asks for it, and given back the page is read', async () => {
    const baton = await startBaton()
    try {
      await baton.page.goto(linkedinUrlOf(robin))
      const panel = await baton.panel(baton.page)
      await panelShows(panel, robin.name)
      await setHostAccess(baton, 'ON_CLICK')
      await baton.page.bringToFront()
      await baton.page.goto(linkedinUrlOf(kari))
      await panel.getByRole('heading', { name: words('now.noAccess.title') }).waitFor()
      expect(await button(panel, 'now.noAccess.ask').isEnabled()).toBe(true)
      expect(await panel.innerText('body')).not.toContain(kari.headline)
      await setHostAccess(baton, 'ON_ALL_SITES')
      await baton.page.bringToFront()
      await panelShows(panel, kari.name)
    } finally {
      await baton.end()
    }
  })
})

/** Opens a window with a page of Baton in it, its panel beside it, and gives both. */
async function secondWindow(baton: Session, first: Page): Promise<{ page: Page; panel: Page }> {
  const opened = baton.context.waitForEvent('page')
  await first.evaluate((url) => chrome.windows.create({ url, focused: true }), baton.address('practice.html'))
  const page = await opened
  await page.waitForLoadState()
  await page.evaluate(() => chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT }))
  const windowId = await page.evaluate(async () => (await chrome.windows.getCurrent()).id)
  const panel = await until('the second panel', async () => {
    for (const one of await baton.panels()) {
      if ((await one.evaluate(async () => (await chrome.windows.getCurrent()).id)) === windowId) return one
    }
    return undefined
  })
  return { page, panel }
}

/** What the rep does on Chrome's page of extensions under «Site access». */
async function setHostAccess(baton: Session, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const settings = await baton.context.newPage()
  await settings.goto('chrome://extensions')
  await settings.evaluate(
    ([extensionId, access]) =>
      // Chrome's own page has this API; no types name it.
      (
        chrome as unknown as {
          developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> }
        }
      ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
    [baton.extensionId, hostAccess] as const,
  )
  await settings.close()
}
