import type { PageRead } from '#lib/domain/capture.ts'
import type { ScriptRead } from './first.ts'

/** What an injected script gives back: the read, and the circumstances that decide whether it may be believed. */
export function answer(
  read: (doc: Document, href: string) => ScriptRead,
  page: { readonly document: Document; readonly href: string; readonly loadedAt: string | undefined },
): PageRead {
  const { document, href, loadedAt = href } = page
  return { url: href.slice(0, 8_000), loadedAt: loadedAt.slice(0, 8_000), ...read(document, href) }
}
