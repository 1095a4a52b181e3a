/** A desktop notification as Baton shows it; its id is the reminder's id, so making it again replaces it. */
export interface Shown {
  id: string
  title: string
  message: string
  context: string
  buttons: string[]
}

export async function showNotification({ id, title, message, context, buttons }: Shown): Promise<void> {
  await chrome.notifications.create(id, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('/icon/128.png'),
    title,
    message,
    contextMessage: context,
    buttons: buttons.map((label) => ({ title: label })),
    requireInteraction: true,
  })
}

export async function clearNotification(id: string): Promise<void> {
  await chrome.notifications.clear(id)
}

/** Ids of what stands on the screen or in the tray now. */
export async function standingNotifications(): Promise<string[]> {
  return Object.keys(await chrome.notifications.getAll())
}
