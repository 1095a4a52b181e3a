import { emberDetails } from '../linkedin/ember-details.ts'
import { emberProfile } from '../linkedin/ember-page.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Signed-in profiles of 2021 to 2026, and their pages of experience and education. */
export const read = (doc: Document, href: string): ScriptSeen =>
  seenBy([emberDetails, emberProfile, linkedinRest], doc, href)
