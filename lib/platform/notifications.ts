/** A desktop notification as Baton shows it. Making one again under the same id replaces it. */
export interface Shown {
  id: string
  /** Its first button opens the panel: Chrome wants that within the press, so the id itself must say so. */
  opens: boolean
  title: string
  message: string
  context: string
  buttons: string[]
}

const OPENS = 'open.'

export async function showNotification(shown: Shown): Promise<void> {
  await chrome.notifications.create(chromeId(shown.id, shown.opens), {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('/icon/128.png'),
    title: shown.title,
    message: shown.message,
    contextMessage: shown.context,
    buttons: shown.buttons.map((title) => ({ title })),
    requireInteraction: true,
  })
}

export async function clearNotification(id: string): Promise<void> {
  await Promise.all([chrome.notifications.clear(id), chrome.notifications.clear(OPENS + id)])
}

/** Id and kind of a notification that was pressed. */
export function pressedNotification(pressed: string): { id: string; opens: boolean } {
  const opens = pressed.startsWith(OPENS)
  return { id: opens ? pressed.slice(OPENS.length) : pressed, opens }
}

function chromeId(id: string, opens: boolean): string {
  return opens ? OPENS + id : id
}
