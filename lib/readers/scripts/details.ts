import { contactOverlay } from '../linkedin/contact-overlay.ts'
import { detailsPage } from '../linkedin/details-page.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Pages of experience and education, and the contact dialog over a profile. */
export const read = (doc: Document, href: string): ScriptSeen =>
  seenBy([contactOverlay, detailsPage, linkedinRest], doc, href)
