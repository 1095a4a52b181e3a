import { channelOf, type Channel, type StepType } from './cadence/step.ts'
import type { ContactStatus, FinishReason } from './records.ts'
import type { BadDataReason, RecycleReason } from './reasons.ts'

/** What can come of a touch, as data. At most nine a channel, so that the keys 1 to 9 reach all of them. */
export interface Outcome {
  id: string
  channel: Channel
  /** Key of the words, below `outcomes.`. */
  label: string
  signal: 'positive' | 'neutral' | 'negative'
  /** What it does to the cadence. */
  effect: 'continue' | 'end' | 'pause'
  /** Status of the contact afterwards; null = as it was. `working` never takes somebody back who is further along. */
  status: ContactStatus | null
  /** Reason of the status, an id of `reasons.ts`. */
  reason: RecycleReason | BadDataReason | null
  /** Set exactly when `effect` is `end`. */
  finishReason: FinishReason | null
  /** What Done means without a choice. */
  isPlain: boolean
  /** Step types it fits; null = all of the channel. */
  types: readonly StepType[] | null
}

const PLAIN = {
  signal: 'neutral',
  effect: 'continue',
  status: 'working',
  reason: null,
  finishReason: null,
  isPlain: false,
  types: null,
} as const
const REPLY = {
  ...PLAIN,
  signal: 'positive',
  effect: 'end',
  status: 'engaged',
  finishReason: 'reply',
} as const
const OPT_OUT = {
  ...PLAIN,
  signal: 'negative',
  effect: 'end',
  status: 'do_not_contact',
  finishReason: 'opted_out',
} as const
const QUIET: readonly StepType[] = ['linkedin_view', 'linkedin_follow', 'linkedin_engage']
const WRITTEN: readonly StepType[] = [
  'linkedin_connect',
  'linkedin_message',
  'linkedin_inmail',
  'linkedin_voice',
]

/** The shipped set (dispositions with effects: GitLab handbook, Outreach page; see the field's lists of outcomes). */
export const OUTCOMES = [
  { ...PLAIN, id: 'email_sent', channel: 'email', label: 'email_sent', isPlain: true },
  { ...REPLY, id: 'email_replied', channel: 'email', label: 'email_replied' },
  {
    ...PLAIN,
    id: 'email_bounced',
    channel: 'email',
    label: 'email_bounced',
    signal: 'negative',
    effect: 'end',
    status: 'bad_data',
    reason: 'bounced_email',
    finishReason: 'bounced',
  },
  { ...PLAIN, id: 'email_out_of_office', channel: 'email', label: 'email_out_of_office', effect: 'pause' },
  { ...OPT_OUT, id: 'email_opted_out', channel: 'email', label: 'email_opted_out' },

  {
    ...PLAIN,
    id: 'linkedin_sent',
    channel: 'linkedin',
    label: 'linkedin_sent',
    isPlain: true,
    types: WRITTEN,
  },
  { ...PLAIN, id: 'linkedin_done', channel: 'linkedin', label: 'linkedin_done', isPlain: true, types: QUIET },
  {
    ...PLAIN,
    id: 'linkedin_no_note',
    channel: 'linkedin',
    label: 'linkedin_no_note',
    types: ['linkedin_connect'],
  },
  {
    ...PLAIN,
    id: 'linkedin_connected',
    channel: 'linkedin',
    label: 'linkedin_connected',
    signal: 'positive',
    types: ['linkedin_connect'],
  },
  { ...REPLY, id: 'linkedin_replied', channel: 'linkedin', label: 'linkedin_replied' },
  {
    ...PLAIN,
    id: 'linkedin_not_possible',
    channel: 'linkedin',
    label: 'linkedin_not_possible',
    status: null,
  },
  { ...OPT_OUT, id: 'linkedin_opted_out', channel: 'linkedin', label: 'linkedin_opted_out' },

  {
    ...PLAIN,
    id: 'call_meeting',
    channel: 'call',
    label: 'call_meeting',
    signal: 'positive',
    effect: 'end',
    status: 'meeting_set',
    finishReason: 'meeting',
  },
  { ...REPLY, id: 'call_talked', channel: 'call', label: 'call_talked' },
  { ...PLAIN, id: 'call_back', channel: 'call', label: 'call_back' },
  { ...PLAIN, id: 'call_no_answer', channel: 'call', label: 'call_no_answer' },
  { ...PLAIN, id: 'call_voicemail', channel: 'call', label: 'call_voicemail' },
  { ...PLAIN, id: 'call_reception', channel: 'call', label: 'call_reception' },
  {
    ...PLAIN,
    id: 'call_no_interest',
    channel: 'call',
    label: 'call_no_interest',
    signal: 'negative',
    effect: 'end',
    status: 'nurture',
    reason: 'no_interest',
    finishReason: 'nurture',
  },
  {
    ...PLAIN,
    id: 'call_not_them',
    channel: 'call',
    label: 'call_not_them',
    effect: 'end',
    status: null,
    finishReason: 'removed',
  },
  {
    ...PLAIN,
    id: 'call_bad_number',
    channel: 'call',
    label: 'call_bad_number',
    signal: 'negative',
    status: null,
    reason: 'bad_phone',
  },

  { ...PLAIN, id: 'task_done', channel: 'task', label: 'task_done', status: null, isPlain: true },
] as const satisfies readonly Outcome[]

export type OutcomeId = (typeof OUTCOMES)[number]['id']

/** The outcomes to offer for a step, in the order of their keys 1 to 9. */
export function outcomesFor(type: StepType): readonly (Outcome & { id: OutcomeId })[] {
  const all: readonly (Outcome & { id: OutcomeId })[] = OUTCOMES
  return all.filter(
    ({ channel, types }) => channel === channelOf(type) && (types === null || types.includes(type)),
  )
}

/** What Done records without a choice: mail sent, LinkedIn sent or done, task done. Null for a call, which is asked. */
export function plainOutcome(type: StepType): OutcomeId | null {
  return outcomesFor(type).find(({ isPlain }) => isPlain)?.id ?? null
}

/** The outcome of an id; null for one this version does not know (a record of a newer one). */
export function outcomeOf(id: string): (Outcome & { id: OutcomeId }) | null {
  return OUTCOMES.find((outcome) => outcome.id === id) ?? null
}
