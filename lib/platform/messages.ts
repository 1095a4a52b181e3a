import * as z from 'zod/mini'

/**
 * The few messages between Baton's own pages and its worker: events only, data never travels in them.
 * Chrome gives them to every page of the extension, so each receiver names the ones it takes.
 */
const message = z.discriminatedUnion('type', [
  /** panel→worker: records changed; look at badge, alarm, reminders and sync. */
  z.object({ type: z.literal('panel→worker changed') }),
  /** panel→worker: the rep asked for a sync now. Answered with `true` when the exchange has ended. */
  z.object({ type: z.literal('panel→worker sync-now') }),
])
export type Message = z.infer<typeof message>

/** Never rejects: nobody listening is a normal state (the worker is being replaced). */
export async function send(type: Message['type']): Promise<boolean> {
  try {
    return (await chrome.runtime.sendMessage({ type } satisfies Message)) === true
  } catch {
    return false
  }
}

/** Calls the handler of each message that is well formed and comes from one of Baton's own pages. */
export function onMessages(handlers: Record<Message['type'], () => Promise<unknown>>): void {
  chrome.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    const parsed = message.safeParse(raw)
    if (!parsed.success || !isOwnPage(sender)) return false
    void handlers[parsed.data.type]().then(
      () => answer(true),
      () => answer(false),
    )
    return true
  })
}

function isOwnPage(sender: chrome.runtime.MessageSender): boolean {
  return sender.id === chrome.runtime.id && (sender.url ?? '').startsWith(chrome.runtime.getURL('/'))
}
