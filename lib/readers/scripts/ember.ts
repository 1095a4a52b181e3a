import { emberProfile } from '../linkedin/ember-profile.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Signed-in profiles of 2021 to 2026. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result: readSafelyWith([emberProfile, linkedinRest], doc, href) ?? refused('unsupported-page'),
})
