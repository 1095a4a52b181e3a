import { contactOverlay } from '../linkedin/contact-overlay.ts'
import { detailsPage } from '../linkedin/details-page.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { ScriptRead } from './first.ts'

/** Pages of experience and education, and the contact dialog over a profile. */
export const read = (doc: Document, href: string): ScriptRead => ({
  result:
    readSafelyWith([contactOverlay, detailsPage], doc, href) ??
    readSafelyWith([linkedinRest], doc, href) ??
    refused('unsupported-page'),
})
