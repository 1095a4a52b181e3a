import type { AnyRead, PageRead, PageSeen } from '#lib/domain/capture.ts'
import { judged } from './judge.ts'
import type { Seen } from './seen.ts'

/** The read of a page from what its script has seen; a bug is told as an unreadable page. Its shape is checked by whoever asks. */
export function judgedPage({ url, loadedAt, seen }: PageSeen): PageRead {
  return { url, loadedAt, result: judgedSafely(seen) }
}

function judgedSafely(seen: PageSeen['seen']): AnyRead {
  try {
    // It comes from our own script; only its texts are the page's, and what is made of them is parsed afterwards.
    return judged(seen as unknown as Seen)
  } catch {
    return { kind: 'unreadable', generation: 'unknown', reader: 'judge', missing: ['bug'], structure: '' }
  }
}
