import type { PageSeen } from '#lib/domain/capture.ts'
import type { Seen } from '../seen.ts'

/** What a script sees of a page, and the script that knows it better. */
export type ScriptSeen = { readonly seen: Seen; readonly next?: PageSeen['next'] }

/** What an injected script gives back: what it has seen, and the circumstances that decide whether it may be believed. */
export function answer(
  read: (doc: Document, href: string) => ScriptSeen,
): ScriptSeen & Pick<PageSeen, 'url' | 'loadedAt'> {
  const { href } = location
  // the navigation entry keeps the address the document was loaded at, whatever the page does to its history
  const loadedAt = performance.getEntriesByType('navigation')[0]?.name ?? href
  return { url: href.slice(0, 8_000), loadedAt: loadedAt.slice(0, 8_000), ...read(document, href) }
}
