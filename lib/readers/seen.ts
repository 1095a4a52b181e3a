import type { PeopleRead, ReadResult, ThreadRead } from '#lib/domain/capture.ts'
import type { CompanyPage } from './linkedin/company-page.ts'
import type { ContactDialog } from './linkedin/contact-overlay.ts'
import type { DetailsPage } from './linkedin/details-page.ts'
import type { EmberPage } from './linkedin/ember-page.ts'
import type { GuestPage } from './linkedin/guest-page.ts'
import type { MobilePage } from './linkedin/mobile-page.ts'
import type { SduiPage } from './linkedin/sdui-page.ts'

export type Refused = Extract<ReadResult, { kind: 'notThisPage' }>
export type Unreadable = Extract<ReadResult, { kind: 'unreadable' }>

/**
 * What a script in a page has seen: plain data that `judged` makes a read of. Looking happens in the page and stays small;
 * judging happens in the extension, where weight does not matter.
 */
export type Seen =
  | SduiPage
  | EmberPage
  | GuestPage
  | MobilePage
  | CompanyPage
  | DetailsPage
  | ContactDialog
  | PeopleRead
  | ThreadRead
  | Refused
  | Unreadable
