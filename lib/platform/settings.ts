import { storage } from 'wxt/utils/storage'
import type { SettingsSource } from '#lib/app/deps.ts'
import { DEFAULT_SETTINGS, settings, type Settings } from '#lib/domain/settings.ts'

/**
 * The rep's settings in extension storage. A stored value that no longer fits its field falls back to that
 * field's default alone; the others stay.
 */
export interface WatchedSettings extends SettingsSource {
  watch(listener: () => void): () => void
}

export const extensionSettings: WatchedSettings = {
  get: async () => fitted(await item.getValue()),
  set: async (patch) => {
    await navigator.locks.request('baton.settings', async () => {
      const next = { ...fitted(await item.getValue()), ...patch }
      await item.setValue(settings.parse(next))
    })
  },
  watch: (listener) => item.watch(listener),
}

const item = storage.defineItem<unknown>('local:settings', { fallback: null })

function fitted(stored: unknown): Settings {
  const whole = settings.safeParse({ ...DEFAULT_SETTINGS, ...(stored as object | null) })
  if (whole.success) return whole.data
  const entries = Object.entries(settings.shape).map(([name, schema]) => {
    const parsed = schema.safeParse((stored as Record<string, unknown> | null)?.[name])
    return [name, parsed.success ? parsed.data : DEFAULT_SETTINGS[name as keyof Settings]]
  })
  return settings.parse(Object.fromEntries(entries))
}
