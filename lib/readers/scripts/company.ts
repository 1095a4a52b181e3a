import { companyPage } from '../linkedin/company-page.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Company and school pages. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result: readSafelyWith([companyPage], doc, href) ?? refused('unsupported-page'),
})
