import type { AnyRead, ReadResult } from '#lib/domain/capture.ts'
import { unreadable, type Reader } from './reader.ts'

/** Asks the readers in order; the first that knows the page answers. `null`: none of them does. A bug throws. */
export function readWith<Read extends AnyRead>(
  readers: readonly Reader<Read>[],
  doc: Document,
  href: string,
): Read | null {
  return ask(readers, href, (reader, url) => reader.read(doc, url))
}

/** As `readWith`, but a reader's bug becomes `unreadable` under that reader's name, with `bug` as what is missing. */
export function readSafelyWith<Read extends AnyRead>(
  readers: readonly Reader<Read>[],
  doc: Document,
  href: string,
): Read | ReadResult | null {
  return ask(readers, href, (reader, url) => {
    try {
      return reader.read(doc, url)
    } catch {
      return unreadable(doc, reader.id, 'unknown', ['bug'])
    }
  })
}

function ask<Read extends AnyRead, Answer>(
  readers: readonly Reader<Read>[],
  href: string,
  read: (reader: Reader<Read>, url: URL) => Answer | null,
): Answer | null {
  const url = URL.parse(href.slice(0, 8_000))
  if (!url) return null
  for (const reader of readers) {
    const result = reader.matches(url) ? read(reader, url) : null
    if (result) return result
  }
  return null
}
