import { guestProfile } from '../linkedin/guest-profile.ts'
import { mobileProfile } from '../linkedin/mobile-profile.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Public profiles and those of the mobile web. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result:
    readSafelyWith([guestProfile, mobileProfile, linkedinRest], doc, href) ?? refused('unsupported-page'),
})
