import { refused, unreadable, type Reader } from './reader.ts'
import type { Seen, Unread } from './seen.ts'

/** Asks the readers in order; the first that knows the page answers. `null`: none of them does. A bug throws. */
export function readWith<Sees extends Seen>(
  readers: readonly Reader<Sees>[],
  doc: Document,
  href: string,
): Sees | null {
  return ask(readers, href, (reader, url) => reader.read(doc, url))
}

/** As `readWith`, but a reader's bug becomes `unreadable` under that reader's name, with `bug` as what is missing. */
export function readSafelyWith<Sees extends Seen>(
  readers: readonly Reader<Sees>[],
  doc: Document,
  href: string,
): Sees | Unread | null {
  return ask(readers, href, (reader, url) => {
    try {
      return reader.read(doc, url)
    } catch {
      return unreadable(doc, reader.id, 'unknown', ['bug'])
    }
  })
}

/** What the first of the readers that knows the page sees; a page none knows is one Baton does not read. */
export const seenBy = (readers: readonly Reader[], doc: Document, href: string): { readonly seen: Seen } => ({
  seen: readSafelyWith(readers, doc, href) ?? refused('unsupported-page'),
})

function ask<Sees extends Seen, Answer>(
  readers: readonly Reader<Sees>[],
  href: string,
  read: (reader: Reader<Sees>, url: URL) => Answer | null,
): Answer | null {
  const url = URL.parse(href.slice(0, 8_000))
  if (!url) return null
  for (const reader of readers) {
    const result = reader.matches(url) ? read(reader, url) : null
    if (result) return result
  }
  return null
}
