import type { PageSeen } from '#lib/domain/capture.ts'
import type { Seen } from '../seen.ts'

/** What a script sees of a page, and the script that knows it better. */
export type ScriptSeen = { readonly seen: Seen; readonly next?: PageSeen['next'] }

/** What an injected script gives back: what it has seen, and the circumstances that decide whether it may be believed. */
export function answer(
  read: (doc: Document, href: string) => ScriptSeen,
  page: { readonly document: Document; readonly href: string; readonly loadedAt: string | undefined },
): ScriptSeen & Pick<PageSeen, 'url' | 'loadedAt'> {
  const { document, href, loadedAt = href } = page
  return { url: href.slice(0, 8_000), loadedAt: loadedAt.slice(0, 8_000), ...read(document, href) }
}
