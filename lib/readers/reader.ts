import type { AnyRead, Generation, PersonField, ReadResult, Refusal } from '#lib/domain/capture.ts'
import { censored } from './structure.ts'

/** One reader: whether the address is its business, and what the page says. `null`: not a page of its kind, ask the next. */
export type Reader<Read extends AnyRead = ReadResult> = {
  readonly id: string
  readonly matches: (url: URL) => boolean
  readonly read: (doc: Document, url: URL) => Read | null
}

/** A reader of pages that are no profile and no thread: lists, companies, details. */
export type AnyReader = Reader<AnyRead>

export const refused = (reason: Refusal): ReadResult => ({ kind: 'notThisPage', reason })

/** What is reported instead of a person: which fields are missing and what the place looks like, without its content. */
export function unreadable(
  doc: Document,
  reader: string,
  generation: Generation,
  missing: readonly (PersonField | 'subject' | 'participants' | 'bug')[],
): ReadResult {
  const place = doc.querySelector('main') ?? doc.body
  return {
    kind: 'unreadable',
    generation,
    reader,
    missing: [...missing],
    structure: place ? censored(place) : '',
  }
}
