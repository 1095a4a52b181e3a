/** A keyboard command as Chrome has really assigned it; `keys` is null where another program or extension has it. */
export interface Shortcut {
  name: (typeof NAMES)[number]
  keys: string | null
}

const NAMES = ['add-to-cadence', 'open-panel', 'insert-text'] as const

export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await chrome.commands.getAll()
  return NAMES.map((name) => ({ name, keys: commands.find((c) => c.name === name)?.shortcut || null }))
}

/** Chrome's own page for shortcuts; no extension may change them itself. */
export async function openShortcutsPage(): Promise<void> {
  await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
