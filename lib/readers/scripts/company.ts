import { companyPage } from '../linkedin/company-page.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Company and school pages. */
export const read = (doc: Document, href: string): ScriptSeen => seenBy([companyPage], doc, href)
