/** The entry in the page's context menu, on the pages Baton reads. */
export const ADD_MENU = 'add-to-cadence'

/** Makes the entry; making it again, as after an update, leaves one. */
export async function makeMenu(title: string, pages: readonly string[]): Promise<void> {
  await chrome.contextMenus.removeAll()
  chrome.contextMenus.create({
    id: ADD_MENU,
    title,
    contexts: ['page', 'selection', 'link'],
    documentUrlPatterns: [...pages],
  })
}
