import type { Generation, PersonField, Refusal } from '#lib/domain/capture.ts'
import type { Refused, Seen, Unread } from './seen.ts'
import { shapeOf } from './structure.ts'

/** One reader: whether the address is its business, and what it sees on the page. `null`: not a page of its kind, ask the next. */
export type Reader<Sees extends Seen = Seen> = {
  readonly id: string
  readonly matches: (url: URL) => boolean
  readonly read: (doc: Document, url: URL) => Sees | null
}

export const refused = (reason: Refusal): Refused => ({ kind: 'notThisPage', reason })

/** What is reported instead of a person: which fields are missing and what the place looks like, without its content. */
export function unreadable(
  doc: Document,
  reader: string,
  generation: Generation,
  missing: readonly (PersonField | 'subject' | 'participants' | 'bug')[],
): Unread {
  const place = doc.querySelector('main') ?? doc.body
  return { kind: 'unread', generation, reader, missing, shape: place ? shapeOf(place) : [] }
}
