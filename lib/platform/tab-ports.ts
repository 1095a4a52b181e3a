import type { TabPorts } from '#lib/app/follow-tab.ts'
import { siteOf } from './address.ts'
import { readPracticePage } from './practice-channel.ts'
import { activeTab, hasAccess, readTab, watchWindow } from './tabs.ts'

/** The follower's view of one real window. */
export function tabPorts(windowId: number, readsMail: () => Promise<boolean>): TabPorts {
  return {
    activeTab: () => activeTab(windowId),
    watch: (changed) => watchWindow(windowId, changed),
    read: readAnyTab,
    siteOf: shownSite,
    hasAccess,
    readsMail,
    ticks: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

export const siteOfUrl = (url: string): ReturnType<TabPorts['siteOf']> =>
  siteOf(url, chrome.runtime.getURL('/practice.html'))

/** The practice page shows nobody until one of its pages is chosen: its fragment is that page's address. */
function shownSite(url: string): ReturnType<TabPorts['siteOf']> {
  const site = siteOfUrl(url)
  return site === 'practice' && !/#\/./.test(url) ? 'other' : site
}

/** Injects the reader, or asks Baton's own practice page, which Chrome lets nobody inject into. */
export async function readAnyTab({ id, url }: { id: number; url: string }): ReturnType<TabPorts['read']> {
  if (siteOfUrl(url) !== 'practice') {
    const answer = await readTab(id)
    return answer.kind === 'read' ? { ...answer, at: answer.read.url } : answer
  }
  const practice = await readPracticePage(id)
  return practice ? { kind: 'read', ...practice } : { kind: 'refused' }
}
