import { defineBackground } from 'wxt/utils/define-background'
import { i18n } from '#i18n'
import { LINKEDIN_ORIGINS, MAIL_ORIGINS } from '#lib/platform/address.ts'
import { makeMenu } from '#lib/platform/menu.ts'
import { onMessages } from '#lib/platform/messages.ts'
import { clearNotification, pressedNotification } from '#lib/platform/notifications.ts'
import { openPanel } from '#lib/platform/panel.ts'
import { showOwnPage } from '#lib/platform/tabs.ts'
import type { WorkerActs } from '#lib/wiring/worker.ts'

declare global {
  // Put there by `worker-acts.ts`.
  var batonActs: WorkerActs | undefined
  /** Of classic workers; the types of pages lack it. */
  function importScripts(...paths: string[]): void
}

const ACTS = '/worker-acts.js'

/** Loaded with the first thing there is to do: a worker that wakes hears within a few ms, whatever Baton grows to. */
function acts(): WorkerActs {
  if (globalThis.batonActs === undefined) importScripts(ACTS)
  if (globalThis.batonActs === undefined) throw new Error(`${ACTS} has brought nothing`)
  return globalThis.batonActs
}

/**
 * The worker: every listener is registered here, at once, before anything is awaited. It holds no state; Chrome ends
 * it whenever it likes. The panel is opened as the first statement of a press, or Chrome refuses.
 */
export default defineBackground({
  main() {
    // A worker may later load only what it has loaded while it was installed.
    globalThis.addEventListener('install', () => importScripts(ACTS))

    chrome.runtime.onInstalled.addListener(({ reason }) => {
      void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true })
      const practice = chrome.runtime.getURL('/practice.html*')
      void makeMenu(i18n.t('menuAdd'), [...LINKEDIN_ORIGINS, ...MAIL_ORIGINS, practice])
      if (reason === 'install') void showOwnPage('welcome')
      void acts().wake()
    })
    chrome.runtime.onStartup.addListener(() => void acts().wake())
    chrome.alarms.onAlarm.addListener(() => void acts().wake())
    chrome.idle.onStateChanged.addListener((state) => {
      if (state === 'active') void acts().wake()
    })

    chrome.commands.onCommand.addListener((command, tab) => {
      // An open panel hears that one itself: it knows the touch whose text is meant.
      if (tab?.windowId === undefined || command === 'insert-text') return
      void openPanel(tab.windowId)
      if (command === 'add-to-cadence') void acts().add(tab)
    })
    chrome.contextMenus.onClicked.addListener((_info, tab) => {
      if (tab?.windowId === undefined) return
      void openPanel(tab.windowId)
      void acts().add(tab)
    })

    chrome.notifications.onClicked.addListener((pressed) => {
      void openPanel()
      const { id } = pressedNotification(pressed)
      void acts()
        .show(id)
        .then(() => clearNotification(id))
    })
    chrome.notifications.onButtonClicked.addListener((pressed, button) => {
      const { id, opens } = pressedNotification(pressed)
      if (button === 1) return void acts().snooze(id)
      if (!opens) return void acts().done(id)
      void openPanel()
      void acts()
        .show(id)
        .then(() => clearNotification(id))
    })

    onMessages({
      'panel→worker changed': () => acts().changed(),
      'panel→worker sync-now': () => acts().syncNow(),
    })
    performance.mark('baton listeners') // `npm run bench` reads how long a waking worker takes to get here
    setTimeout(() => void acts().wake()) // After the event that woke it.
  },
})
