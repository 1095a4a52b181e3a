import { first } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { detailsSeen, isDetails, type DetailsPage } from './details-page.ts'
import { sduiPositions, sduiSchools } from './sdui-entries.ts'

/** `/in/<slug>/details/experience/` and `…/education/` in today's markup. */
export const sduiDetails: Reader<DetailsPage> = {
  id: 'linkedin-details-page',
  matches: isDetails,
  read: (doc, url) =>
    first(doc, '[componentkey^="entity-collection-item"]') &&
    detailsSeen(doc, url, true, sduiPositions, sduiSchools),
}
