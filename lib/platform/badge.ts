/** What stands on the toolbar icon: the number due in teal, or the overdue number in red when only those are left. */
export interface Badge {
  count: number
  tone: 'due' | 'overdue'
  /** Spoken and shown on hover. */
  title: string
}

const COLOURS = { due: '#0f766e', overdue: '#b91c1c' } as const

export async function showBadge({ count, tone, title }: Badge): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ text: count === 0 ? '' : count > 999 ? '999+' : String(count) }),
    chrome.action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title }),
  ])
}
