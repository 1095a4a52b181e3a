import { guestProfile } from '../linkedin/guest-page.ts'
import { mobileProfile } from '../linkedin/mobile-page.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { seenBy } from '../read-with.ts'
import type { ScriptSeen } from './answer.ts'

/** Public profiles and those of the mobile web. */
export const read = (doc: Document, href: string): ScriptSeen =>
  seenBy([guestProfile, mobileProfile, linkedinRest], doc, href)
