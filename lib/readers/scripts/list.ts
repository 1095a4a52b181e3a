import { peopleList } from '../linkedin/people-list.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Results pages, connections and other lists of people. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result: readSafelyWith([peopleList], doc, href) ?? refused('unsupported-page'),
})
