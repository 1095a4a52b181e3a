import * as z from 'zod/mini'
import { pageRead, pageSeen, type PageRead, type READER_SCRIPTS } from '#lib/domain/capture.ts'
import { joined } from '#lib/domain/reading.ts'
import { judgedPage, nextScript } from '#lib/readers/judge-page.ts'
import { LINKEDIN_ORIGINS, MAIL_ORIGINS, siteOf } from './address.ts'

/** The active tab of one window, as far as Chrome lets Baton see it. */
export interface ActiveTab {
  id: number
  /** Absent on hosts Baton has no access to. */
  url: string | undefined
  loading: boolean
}

export type TabRead =
  | { kind: 'read'; read: PageRead }
  /** Chrome refuses the injection: site access is withdrawn, or the page is one no extension may read. */
  | { kind: 'refused' }
  /** The script ran and gave something that is no page read. */
  | { kind: 'malformed' }
  | { kind: 'gone' }

export async function activeTab(windowId: number): Promise<ActiveTab | null> {
  const [tab] = await chrome.tabs.query({ active: true, windowId })
  if (tab?.id === undefined) return null
  return {
    id: tab.id,
    url: tab.pendingUrl && !tab.url ? tab.pendingUrl : tab.url,
    loading: tab.status === 'loading',
  }
}

/** Injects the reader, and the one it names where another knows the page better; the last value is the answer. */
export async function readTab(tabId: number): Promise<TabRead> {
  try {
    const first = await inject({ tabId }, '/reader.js')
    const next = first.kind === 'read' ? nextScript(first.read, first.next) : undefined
    if (first.kind !== 'read' || !next) return first
    // the later script needs what the first one left in this very document
    const later = await inject({ tabId, documentIds: [first.documentId] }, next)
    return later.kind === 'read' ? { kind: 'read', read: joined(first.read, later.read) } : later
  } catch (error) {
    return /No tab with id|was removed|tab was closed|Frame with ID/i.test(String(error))
      ? { kind: 'gone' }
      : { kind: 'refused' }
  }
}

type Injected =
  | { kind: 'read'; read: PageRead; next: (typeof READER_SCRIPTS)[number] | undefined; documentId: string }
  | { kind: 'malformed' }

async function inject(target: chrome.scripting.InjectionTarget, file: string): Promise<Injected> {
  const [frame] = await chrome.scripting.executeScript({ target, files: [file] })
  const answer = pageSeen.safeParse(frame?.result)
  const read = pageRead.safeParse(answer.success ? judgedPage(answer.data) : null)
  if (!frame || !answer.success || !read.success) return { kind: 'malformed' }
  return { kind: 'read', read: read.data, next: answer.data.next, documentId: frame.documentId }
}

/** Calls `changed` when the window shows another tab, or its tab another address, title or load state. */
export function watchWindow(windowId: number, changed: () => void): () => void {
  const activated = (info: chrome.tabs.OnActivatedInfo): void => {
    if (info.windowId === windowId) changed()
  }
  const updated = (_id: number, info: chrome.tabs.OnUpdatedInfo, tab: chrome.tabs.Tab): void => {
    if (tab.windowId === windowId && tab.active && (info.url || info.status || info.title)) changed()
  }
  const attached = (_id: number, info: chrome.tabs.OnAttachedInfo): void => {
    if (info.newWindowId === windowId) changed()
  }
  chrome.tabs.onActivated.addListener(activated)
  chrome.tabs.onUpdated.addListener(updated)
  chrome.tabs.onAttached.addListener(attached)
  chrome.permissions.onAdded.addListener(changed)
  chrome.permissions.onRemoved.addListener(changed)
  return () => {
    chrome.tabs.onActivated.removeListener(activated)
    chrome.tabs.onUpdated.removeListener(updated)
    chrome.tabs.onAttached.removeListener(attached)
    chrome.permissions.onAdded.removeListener(changed)
    chrome.permissions.onRemoved.removeListener(changed)
  }
}

export type SiteAccess = 'linkedin' | 'mail'

/** True while Chrome lets Baton read these hosts without a further press of the rep. */
export function hasAccess(site: SiteAccess): Promise<boolean> {
  return chrome.permissions.contains({ origins: [...originsOf(site)] })
}

/** Must be called straight from a press. False when the rep or a policy says no. */
export async function requestAccess(site: SiteAccess): Promise<boolean> {
  try {
    return await chrome.permissions.request({ origins: [...originsOf(site)] })
  } catch {
    return false // Chrome throws instead of answering where a policy blocks the host.
  }
}

/**
 * Shows an address in the rep's main tab when that one is on the same site already, else in a new tab: a page of
 * another site is never navigated away from, and a mail being written stays.
 */
export async function showAddress(url: string): Promise<void> {
  if (url.startsWith('mailto:')) return followLink(url)
  const site = siteOf(url, practicePage())
  if (site === 'other') return
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const stays = tab?.url !== undefined && site !== 'mail' && siteOf(tab.url, practicePage()) === site
  if (stays && tab.id !== undefined) await chrome.tabs.update(tab.id, { url })
  else await chrome.tabs.create({ url })
}

/** Hands a mail to the machine's own mail program: a tab for it would stay empty. */
function followLink(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.click()
}

const practicePage = (): string => chrome.runtime.getURL('/practice.html')

/** Brings the tab of one of Baton's own pages to the front, or opens it. `hash` begins with `#`. */
export async function showOwnPage(page: OwnPage, hash = ''): Promise<void> {
  const url = chrome.runtime.getURL(`/${page}.html`)
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['TAB'] })
  const open = contexts.find((context) => context.documentUrl?.split('#')[0] === url && context.tabId >= 0)
  // Without a place to go to, a page that is open stays as it is: loading it again would lose what it is doing.
  if (open) await chrome.tabs.update(open.tabId, { active: true, ...(hash !== '' && { url: url + hash }) })
  else await chrome.tabs.create({ url: url + hash })
}

export const ownPage = z.enum(['welcome', 'app', 'practice'])
export type OwnPage = z.infer<typeof ownPage>

function originsOf(site: SiteAccess): readonly string[] {
  return site === 'linkedin' ? LINKEDIN_ORIGINS : MAIL_ORIGINS
}
