import * as z from 'zod/mini'

/**
 * How the worker tells the panel what to show. `sidePanel.open` must be the first statement after a press, so what
 * the panel shall show is left in session storage, where a panel that is only just opening finds it.
 */
const wish = z.object({
  /** Route of the panel, e.g. `/touch/<id>`; null = stay. */
  route: z.nullable(z.string().check(z.regex(/^\/[\w/-]*$/))),
  /** Said in the panel: an undoable act done elsewhere, or why it was not done. */
  notice: z.nullable(
    z.object({
      code: z.string(),
      facts: z.record(z.string(), z.string()),
      group: z.nullable(z.string()),
    }),
  ),
  /** Ms since the epoch; a wish older than 10 s is stale and dropped. */
  at: z.number(),
})
export type Wish = z.infer<typeof wish>
export type Notice = NonNullable<Wish['notice']>

const KEY = 'panel.wish'
const FRESH_MS = 10_000

/** Opens the panel of the current window. Call it first, before any `await`: Chrome wants the press itself. */
export function openPanel(windowId: number = chrome.windows.WINDOW_ID_CURRENT): Promise<void> {
  return chrome.sidePanel.open({ windowId }).catch(() => undefined) // Refused without a press: the rep opens it by hand.
}

export async function tellPanel(told: Omit<Wish, 'at'>): Promise<void> {
  await chrome.storage.session.set({ [KEY]: { ...told, at: Date.now() } satisfies Wish })
}

/** Hands over the wish that waits and every later one, each once. */
export function takeWishes(take: (taken: Wish) => void): () => void {
  const consume = async (): Promise<void> => {
    const waiting = wish.safeParse((await chrome.storage.session.get(KEY))[KEY])
    if (!waiting.success) return
    await chrome.storage.session.remove(KEY)
    if (Date.now() - waiting.data.at < FRESH_MS) take(waiting.data)
  }
  const changed = (changes: Record<string, chrome.storage.StorageChange>): void => {
    if (changes[KEY]?.newValue !== undefined) void consume()
  }
  chrome.storage.session.onChanged.addListener(changed)
  void consume()
  return () => chrome.storage.session.onChanged.removeListener(changed)
}
