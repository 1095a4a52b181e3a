import type { Generation, ReadResult, ThreadRead } from '#lib/domain/capture.ts'
import type { CompanyPage } from './linkedin/company-page.ts'
import type { ContactDialog } from './linkedin/contact-overlay.ts'
import type { DetailsPage } from './linkedin/details-page.ts'
import type { EmberPage } from './linkedin/ember-page.ts'
import type { GuestPage } from './linkedin/guest-page.ts'
import type { MobilePage } from './linkedin/mobile-page.ts'
import type { PeopleSeen } from './linkedin/people-list.ts'
import type { Elsewhere } from './linkedin/refusals.ts'
import type { SduiPage } from './linkedin/sdui-page.ts'
import type { Shape } from './structure.ts'

export type Refused = Extract<ReadResult, { kind: 'notThisPage' }>

/** A page no reader could make sense of. */
export type Unread = {
  readonly kind: 'unread'
  readonly generation: Generation
  readonly reader: string
  readonly missing: readonly string[]
  readonly shape: readonly Shape[]
}

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
  | PeopleSeen
  | ThreadRead
  | Refused
  | Elsewhere
  | Unread
