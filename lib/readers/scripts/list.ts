import { peopleList } from '../linkedin/people-list.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Results pages, connections and other lists of people. */
export const read = (doc: Document, href: string): ScriptSeen => seenBy([peopleList], doc, href)
