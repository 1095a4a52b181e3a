import type { Page, Worker } from 'playwright-core'
import type { Settings } from '#lib/domain/settings.ts'
import type { Session } from './browser.ts'

/**
 * What headless Chromium lets nobody press (keys of commands, the page's context menu, buttons of notifications)
 * is handed to the listeners the worker has registered, as Chrome would.
 */
interface Dispatcher {
  dispatch(...args: unknown[]): void
}

/** The running worker; a stopped one is woken by a message of the panel. */
export async function wokenWorker(baton: Session, panel: Page): Promise<Worker> {
  await panel.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'panel→worker changed' }).catch(() => undefined),
  )
  return baton.worker()
}

export async function pressCommand(
  worker: Worker,
  name: 'add-to-cadence' | 'open-panel',
  url: string,
): Promise<void> {
  await worker.evaluate(
    async ([command, address]) => {
      const [tab] = await chrome.tabs.query({ url: `${address}*` })
      // `dispatch` is an inner method of Chrome's events that its types do not name.
      ;(chrome.commands.onCommand as unknown as Dispatcher).dispatch(command, tab)
    },
    [name, url] as const,
  )
}

export async function pressContextMenu(worker: Worker, menuItemId: string, url: string): Promise<void> {
  await worker.evaluate(
    async ([item, address]) => {
      const [tab] = await chrome.tabs.query({ url: `${address}*` })
      const info = { menuItemId: item, editable: false, pageUrl: tab?.url }
      ;(chrome.contextMenus.onClicked as unknown as Dispatcher).dispatch(info, tab)
    },
    [menuItemId, url] as const,
  )
}

export async function pressNotification(worker: Worker, id: string): Promise<void> {
  await worker.evaluate(
    (notification) => (chrome.notifications.onClicked as unknown as Dispatcher).dispatch(notification),
    id,
  )
}

export async function pressNotificationButton(worker: Worker, id: string, button: 0 | 1): Promise<void> {
  await worker.evaluate(
    ([notification, index]) =>
      (chrome.notifications.onButtonClicked as unknown as Dispatcher).dispatch(notification, index),
    [id, button] as const,
  )
}

export async function standingNotifications(page: Page): Promise<string[]> {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()))
}

export function badgeText(page: Page): Promise<string> {
  return page.evaluate(() => chrome.action.getBadgeText({}))
}

/** Changes the rep's settings as the settings screen does. */
export async function changeSettings(page: Page, patch: Partial<Settings>): Promise<void> {
  await page.evaluate(async (changes) => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object | undefined), ...changes } })
  }, patch)
}

/** Working hours around the clock and reminders at once: a first touch is due now, whatever the hour of the test. */
export const ALWAYS_ON: Partial<Settings> = {
  contactHours: null,
  contactHolidays: false,
  hours: Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['00:00', '24:00']]]),
  ) as Settings['hours'], // Keys are the seven weekdays of the schema.
  quietHours: null,
  digest: false,
  escalate: false,
}
