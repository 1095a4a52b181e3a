import * as z from 'zod/mini'
import { MAIL_ORIGINS, siteOf } from './address.ts'
import { activeTab } from './tabs.ts'
import type { WriteAnswer } from './write-compose.ts'

const ANSWERS = [
  'written',
  'there',
  'no-compose',
  'several',
  'refused',
  'not-mail',
] as const satisfies WriteAnswer[]
const answers = z.enum(ANSWERS)

/**
 * Writes the text at the cursor of the mail that is open in the window's active tab; asked for by a key or a press of
 * the rep, never by itself. `not-mail` on every other site, LinkedIn among them, without touching the page.
 */
export async function insertIntoCompose(windowId: number, text: string): Promise<WriteAnswer | 'no-access'> {
  const tab = await activeTab(windowId)
  if (tab?.url === undefined || siteOf(tab.url, chrome.runtime.getURL('/practice.html')) !== 'mail')
    return 'not-mail'
  try {
    const [first] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: (words: string) => {
        globalThis.batonText = words
      },
      args: [text],
    })
    if (first === undefined) return 'no-access'
    // Into the very document that was looked at, whatever the tab has become meanwhile.
    const target = { tabId: tab.id, documentIds: [first.documentId] }
    const [second] = await chrome.scripting.executeScript({ target, files: ['/write-compose.js'] })
    const answer = answers.safeParse(second?.result)
    return answer.success ? answer.data : 'refused'
  } catch {
    return 'no-access' // Site access is withdrawn, or the page has gone.
  }
}

/** Addresses of the open webmail tabs, the last used first. */
export async function webmailTabs(): Promise<string[]> {
  const tabs = await chrome.tabs.query({ url: [...MAIL_ORIGINS] })
  return tabs
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ url }) => url ?? [])
}

/** False where the browser refuses: the page has not the focus. */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text)
    else {
      // Whoever pastes takes the form it can: a mail the paragraphs, a plain field the text.
      const forms = { 'text/plain': text, 'text/html': html }
      await navigator.clipboard.write([new ClipboardItem(forms)])
    }
    return true
  } catch {
    return false
  }
}

/** Calls `pressed` when the rep presses the key of Chrome for «insert the text» in this window. */
export function watchInsertKey(windowId: number, pressed: () => void): () => void {
  const heard = (command: string, tab?: chrome.tabs.Tab): void => {
    if (command === 'insert-text' && tab?.windowId === windowId) pressed()
  }
  chrome.commands.onCommand.addListener(heard)
  return () => chrome.commands.onCommand.removeListener(heard)
}
