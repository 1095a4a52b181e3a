import type { Channel, KeyValue } from '#lib/store/env.ts'

/**
 * What was typed and not stored yet, as text under a key. It lives in extension storage and not in `localStorage`:
 * an update of the extension may take with it what was written there (docs/decisions/0017).
 */
export interface Drafts {
  get(key: string): string | null
  /** Kept from this moment on, whatever happens to the page. @throws when the browser has no room for it. */
  keep(key: string, text: string): Promise<void>
  drop(key: string): void
}

/** Reads the drafts once and follows what the other pages of Baton write. */
export async function openDrafts(kv: KeyValue, channel: Channel): Promise<Drafts> {
  const heard = new Map<string, string | null>()
  const texts = new Map<string, string>()
  let note = (key: string, text: string | null): void => void heard.set(key, text)
  channel.subscribe((message) => {
    const { key, text } = message as DraftMessage
    note(key, text)
  })
  const stored = await kv.get(await kv.keys(DRAFT_PREFIX))
  note = (key, text) => void (text === null ? texts.delete(key) : texts.set(key, text))
  for (const [name, text] of Object.entries(stored)) texts.set(name.slice(DRAFT_PREFIX.length), String(text))
  for (const [key, text] of heard) note(key, text)

  const tell = (key: string, text: string | null): void => {
    note(key, text)
    channel.post({ key, text } satisfies DraftMessage)
  }
  return {
    get: (key) => texts.get(key) ?? null,
    keep: (key, text) => {
      tell(key, text)
      return kv.set({ [DRAFT_PREFIX + key]: text })
    },
    drop: (key) => {
      if (!texts.has(key)) return
      tell(key, null)
      void kv.remove([DRAFT_PREFIX + key])
    },
  }
}

/** Key of the note being written about a contact. */
export const noteDraftKey = (contactId: string): string => `note.${contactId}`

interface DraftMessage {
  key: string
  /** Null: dropped. */
  text: string | null
}

/** In front of every key in extension storage. */
export const DRAFT_PREFIX = 'draft.'
