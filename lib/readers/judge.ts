import type { AnyRead, DetailsRead, Generation } from '#lib/domain/capture.ts'
import { settle } from './evidence.ts'
import { companyOf } from './linkedin/company-fields.ts'
import type { ContactDialog } from './linkedin/contact-overlay.ts'
import { detailsOf } from './linkedin/details-fields.ts'
import { emberPerson } from './linkedin/ember-profile.ts'
import { guestPerson } from './linkedin/guest-profile.ts'
import { mobilePerson } from './linkedin/mobile-profile.ts'
import { sduiPerson } from './linkedin/sdui-profile.ts'
import { addressSlug } from './linkedin/subject.ts'
import type { Seen, Unreadable } from './seen.ts'

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
      return dialogOf(seen)
    default:
      return seen
  }
}

const nameless = (generation: Generation): Unreadable => ({
  kind: 'unreadable',
  generation,
  reader: 'judge',
  missing: ['name'],
  structure: '',
})

function dialogOf({ url, ownSlug, contact }: ContactDialog): DetailsRead {
  const slug = settle(
    [
      ['address', () => addressSlug(url)],
      ['contact-profile-link', () => ownSlug],
    ],
    null,
  )
  return {
    kind: 'details',
    generation: 'sdui',
    reader: 'linkedin-contact-overlay',
    page: 'contact',
    fields: { ...(slug && { slug }) },
    contact,
  }
}
