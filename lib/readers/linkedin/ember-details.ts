import type { Reader } from '../reader.ts'
import { slugOf } from './address.ts'
import { detailsSeen, isDetails, type DetailsPage } from './details-page.ts'
import { embeddedPeople } from './embedded.ts'
import { positionsIn, schoolsIn } from './ember-entries.ts'

/** `/in/<slug>/details/experience/` and `…/education/` as they were served until spring 2026. */
export const emberDetails: Reader<DetailsPage> = {
  id: 'linkedin-details-page',
  matches: isDetails,
  read: (doc, url) =>
    detailsSeen(
      doc,
      url,
      false,
      positionsIn,
      schoolsIn,
      embeddedPeople(doc, slugOf(url.href)?.toLowerCase() ?? '', '', true)[0],
    ),
}
