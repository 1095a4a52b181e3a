import * as z from 'zod/mini'
import type { Press } from '#lib/app/add-from-tab.ts'

/** The note of a key or menu press that is being answered: it outlives the worker, not the browser. */

const KEY = 'worker.press'
const press = z.object({ url: z.string(), at: z.string() })

export const notePress = (noted: Press): Promise<void> => chrome.storage.session.set({ [KEY]: noted })

export const forgetPress = (): Promise<void> => chrome.storage.session.remove(KEY)

export async function lastPress(): Promise<Press | null> {
  const parsed = press.safeParse((await chrome.storage.session.get(KEY))[KEY])
  return parsed.success ? parsed.data : null
}
