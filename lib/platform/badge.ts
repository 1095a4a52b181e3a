/** What stands on the toolbar icon: a number in teal, in red what may not wait. */
export interface ToolbarBadge {
  count: number
  isRed: boolean
  /** Spoken and shown on hover. */
  title: string
}

const TEAL = '#0f766e'
const RED = '#b91c1c'

export async function showBadge({ count, isRed, title }: ToolbarBadge): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ text: count === 0 ? '' : count > 999 ? '999+' : String(count) }),
    chrome.action.setBadgeBackgroundColor({ color: isRed ? RED : TEAL }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title }),
  ])
}
