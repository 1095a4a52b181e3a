import { gmailThread } from '../gmail/thread.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Open conversations in web mail. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result: readSafelyWith([gmailThread], doc, href) ?? refused('unsupported-page'),
})
