import type { StepType } from './cadence/step.ts'
import type { Activity, FinishReason } from './records.ts'
import type { Day, Instant } from './values.ts'

/**
 * The facts of each kind of activity. They are stored as strings, absent ones left out, so that an old timeline stays
 * readable; ids of reasons and outcomes are stored, never words. No mail address, no text of a page stands here.
 */
export interface ActivityFacts {
  captured: { page: 'profile' | 'thread' | 'list' | 'file'; url: string; fields: number }
  saved: { cadence?: string }
  /** `batch`: changed together with others (`lib/app/batch.ts`). */
  enrolled: { cadence: string; touches?: number; batch?: string }
  touch_done: {
    step: StepType
    outcome: string
    /** The rep's own words for it. */
    label?: string
    cadence: string
    subject?: string
    /** The last day of an absence. */
    until?: Day
    /** When to call back, where the rep has said so. */
    followUp?: Instant
    index?: number
    of?: number
  }
  touch_skipped: {
    step: StepType
    reason: string
    cadence: string
    index?: number
    of?: number
    batch?: string
  }
  touch_snoozed: {
    step: StepType
    until: Instant
    cadence: string
    index?: number
    of?: number
    batch?: string
  }
  paused: { cadence: string; reason: string; until?: Day }
  resumed: { cadence: string }
  /** `who`: id of the contact whose answer it was, where the account has answered; a name would outlive an erasure. */
  finished: { cadence: string; reason: FinishReason; batch?: string; who?: string }
  verdict: { verdict: 'qualified' | 'nurture' | 'disqualified'; reason?: string; until?: Day }
  do_not_contact: { on: boolean }
  edited: { fields: string }
  /** `by` is set when the rep joined them, not two devices. */
  joined: { other?: string; id?: string; by?: 'rep' }
  /** The rep said that the contact `id` is somebody else. */
  not_same: { other: string; id: string }
  changed_job: { title?: string; company?: string; titleBefore?: string; companyBefore?: string }
}

type Kind = Activity['kind']

/** Facts as they are stored: text, without what is absent or empty; no fact longer than 500 characters. */
export function factsOf<K extends Kind>(_kind: K, facts: ActivityFacts[K]): Record<string, string> {
  const entries = Object.entries(facts).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return Object.fromEntries(
    entries.map(([name, value]) => [name, String(value).toWellFormed().slice(0, 500)]),
  )
}
