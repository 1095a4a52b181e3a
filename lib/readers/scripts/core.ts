import { all, attr, clean, first, isAfter, isElement, meta, nodesIn, pageTitle, textOf } from '../dom.ts'
import { isSame, isSameName, sameKey, settle, settleAll } from '../evidence.ts'
import {
  decoded,
  isIdSlug,
  isLinkedIn,
  MEMBER_ID,
  memberNumber,
  parseUrl,
  slugOf,
} from '../linkedin/address.ts'
import { linkedinRest } from '../linkedin/refusals.ts'
import { addressSlug, proofOf } from '../linkedin/subject.ts'
import { titleInHeadline } from '../linkedin/title-in-headline.ts'
import { nameWords, splitName } from '../person-name.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused, unreadable } from '../reader.ts'

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
  isSame,
  isSameName,
  sameKey,
  settle,
  settleAll,
  decoded,
  isIdSlug,
  isLinkedIn,
  MEMBER_ID,
  memberNumber,
  parseUrl,
  slugOf,
  linkedinRest,
  addressSlug,
  proofOf,
  titleInHeadline,
  nameWords,
  splitName,
  readSafelyWith,
  refused,
  unreadable,
}
