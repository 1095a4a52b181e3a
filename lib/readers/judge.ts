import type { AnyRead, Generation } from '#lib/domain/capture.ts'
import { censored } from './judge-structure.ts'
import { companyOf } from './linkedin/company-fields.ts'
import { dialogDetails } from './linkedin/contact-details.ts'
import { detailsOf } from './linkedin/details-fields.ts'
import { reasonElsewhere } from './linkedin/elsewhere.ts'
import { emberPerson } from './linkedin/ember-profile.ts'
import { guestPerson } from './linkedin/guest-profile.ts'
import { mobilePerson } from './linkedin/mobile-profile.ts'
import { peopleOf } from './linkedin/people-rows.ts'
import { sduiPerson } from './linkedin/sdui-profile.ts'
import type { Seen } from './seen.ts'

/** Makes a read of what was seen: weighs the ways of each field against each other. A bug throws. */
export function judged(seen: Seen): AnyRead {
  switch (seen.kind) {
    case 'sdui':
      return sduiPerson(seen) ?? nameless('sdui')
    case 'ember':
      return emberPerson(seen) ?? nameless('ember-artdeco')
    case 'guest':
      return guestPerson(seen) ?? nameless('guest-v3')
    case 'mobile':
      return mobilePerson(seen) ?? nameless('mwlite')
    case 'companyPage':
      return companyOf(seen) ?? nameless('unknown')
    case 'detailsPage':
      return detailsOf(seen)
    case 'contactDialog':
      return dialogDetails(seen)
    case 'peopleList':
      return peopleOf(seen)
    case 'elsewhere':
      return { kind: 'notThisPage', reason: reasonElsewhere(seen) }
    case 'unread': {
      const { generation, reader, missing, shape } = seen
      return { kind: 'unreadable', generation, reader, missing: [...missing], structure: censored(shape) }
    }
    default:
      return seen
  }
}

const nameless = (generation: Generation): AnyRead => ({
  kind: 'unreadable',
  generation,
  reader: 'judge',
  missing: ['name'],
  structure: '',
})
