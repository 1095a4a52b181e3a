import { gmailThread } from '../gmail/thread.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Open conversations in web mail. */
export const read = (doc: Document, href: string): ScriptSeen => seenBy([gmailThread], doc, href)
