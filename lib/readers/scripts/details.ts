import { contactOverlay } from '../linkedin/contact-overlay.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { sduiDetails } from '../linkedin/sdui-details.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Pages of experience and education, and the contact dialog over a profile. */
export const read = (doc: Document, href: string): ScriptSeen =>
  seenBy([contactOverlay, sduiDetails, linkedinRest], doc, href)
