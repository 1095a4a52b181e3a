import type { AnyRead } from '#lib/domain/capture.ts'
import { MORE_READERS, readMore } from '../read-more.ts'

/** Pages beside profile and thread: lists, companies, details, the contact dialog. `null`: none of these. */
export const read = (doc: Document, href: string): { result: AnyRead | null } => ({
  result: readMore(doc, href, MORE_READERS),
})
