import * as z from 'zod/mini'
import { pageRead, type PageRead } from '#lib/domain/capture.ts'

/**
 * How the panel reads a practice page. Chrome refuses `executeScript` on extension pages, so the page itself hands
 * its document to the same readers, under the LinkedIn address it stands for, and answers on this channel.
 * Tab ids tell several practice pages apart; only Baton's own pages share the channel.
 */

const CHANNEL = 'baton-practice'
const WAIT_MS = 1_500

const words = z.discriminatedUnion('type', [
  z.object({ type: z.literal('read'), id: z.string(), tabId: z.number() }),
  z.object({ type: z.literal('answer'), id: z.string(), read: pageRead, at: z.string() }),
])
type Words = z.infer<typeof words>

export interface PracticeRead {
  /** As of a real page: `url` and `loadedAt` are the LinkedIn or mail address it stands for. */
  read: PageRead
  /** Address of the practice page at the moment of the read, with its hash. */
  at: string
}

/** Asks the practice page of that tab. null when none answers: it is still loading, or gone. */
export function readPracticePage(tabId: number): Promise<PracticeRead | null> {
  const channel = new BroadcastChannel(CHANNEL)
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const end = (result: PracticeRead | null): void => {
      clearTimeout(timer)
      channel.close()
      resolve(result)
    }
    const timer = setTimeout(() => end(null), WAIT_MS)
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const heard = words.safeParse(event.data)
      if (heard.success && heard.data.type === 'answer' && heard.data.id === id) {
        end({ read: heard.data.read, at: heard.data.at })
      }
    }
    channel.postMessage({ type: 'read', id, tabId } satisfies Words)
  })
}

/**
 * Makes the calling page the practice page of its tab. It need not tell that it shows somebody else: the panel sees
 * the hash change as it sees LinkedIn's address change.
 */
export async function servePracticePage(read: () => PracticeRead): Promise<void> {
  const tab = await chrome.tabs.getCurrent()
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const heard = words.safeParse(event.data)
    if (!heard.success || heard.data.type !== 'read' || heard.data.tabId !== tab?.id) return
    channel.postMessage({ type: 'answer', id: heard.data.id, ...read() } satisfies Words)
  }
}
