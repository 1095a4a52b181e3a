import { all, attr, clean, first, isAfter, isElement, meta, nodesIn, pageTitle, textOf } from '../dom.ts'
import {
  decoded,
  isIdSlug,
  isLinkedIn,
  isProfile,
  MEMBER_ID,
  memberNumber,
  parseUrl,
  slugOf,
} from '../linkedin/address.ts'
import { isDateLine, parseDates } from '../linkedin/dates.ts'
import { isEntity, objectsWith } from '../linkedin/entities.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { detailsSeen, isDetails } from '../linkedin/details-page.ts'
import { seenBy } from '../read-with.ts'
import { refused, unreadable } from '../reader.ts'
import { answer } from './answer.ts'

/**
 * What the later scripts take from the first one, which leaves it in the extension's own world of the page (the page's
 * scripts cannot see it). The imports above are the list that `scripts/build/reader-core.ts` works by: what is named
 * there is not bundled a second time.
 */
export const core = {
  all,
  attr,
  clean,
  first,
  isAfter,
  isElement,
  meta,
  nodesIn,
  pageTitle,
  textOf,
  decoded,
  isIdSlug,
  isLinkedIn,
  isProfile,
  MEMBER_ID,
  memberNumber,
  parseUrl,
  slugOf,
  isDateLine,
  parseDates,
  isEntity,
  objectsWith,
  linkedinRest,
  detailsSeen,
  isDetails,
  seenBy,
  refused,
  unreadable,
  answer,
}
