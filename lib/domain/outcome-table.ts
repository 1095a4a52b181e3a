import type { OutcomeData } from './outcomes.ts'
import type { StepType } from './cadence/step.ts'

/**
 * The shipped outcomes (dispositions with effects: GitLab handbook, Outreach page; mail and LinkedIn outcomes: the
 * field's lists). The first nine that fit a step have the keys 1 to 9; `front` ones are buttons, the others stand
 * below «More».
 */

const PLAIN = {
  label: null,
  signal: 'neutral',
  effect: 'continue',
  status: 'working',
  reason: null,
  telephony: null,
  sentiment: null,
  followUp: null,
  types: null,
  isPlain: false,
  front: true,
  off: false,
} as const satisfies Omit<OutcomeData, 'id' | 'channel'>

const SENT = { ...PLAIN, isPlain: true } as const
const REPLY = {
  ...PLAIN,
  signal: 'positive',
  effect: 'end',
  status: 'engaged',
  sentiment: 'interested',
} as const
const NOT_NOW = {
  ...PLAIN,
  signal: 'negative',
  effect: 'end',
  status: 'nurture',
  reason: 'not_ready',
  sentiment: 'not_now',
  front: false,
} as const
const OPT_OUT = {
  ...PLAIN,
  signal: 'negative',
  effect: 'end',
  status: 'do_not_contact',
  sentiment: 'not_interested',
} as const
const BEHIND = { ...PLAIN, front: false } as const
const SPOKEN = { ...PLAIN, telephony: 'answered' } as const
const ASK_REFERRAL = { type: 'task', text: 'Find the person who was named and add them', days: 1 } as const

const QUIET: StepType[] = ['linkedin_view', 'linkedin_follow', 'linkedin_engage']
const WRITTEN: StepType[] = ['linkedin_connect', 'linkedin_message', 'linkedin_inmail', 'linkedin_voice']
const CHATS: StepType[] = ['linkedin_message', 'linkedin_inmail', 'linkedin_voice']
const INVITATION: StepType[] = ['linkedin_connect']

export const SHIPPED_OUTCOMES = [
  { ...SENT, id: 'email_sent', channel: 'email' },
  { ...REPLY, id: 'email_replied', channel: 'email' },
  {
    ...PLAIN, id: 'email_bounced', channel: 'email', signal: 'negative', effect: 'end', status: 'bad_data',
    reason: 'bounced_email',
  },
  { ...PLAIN, id: 'email_out_of_office', channel: 'email', effect: 'pause' },
  { ...OPT_OUT, id: 'email_opted_out', channel: 'email' },
  { ...NOT_NOW, id: 'email_not_now', channel: 'email' },
  {
    ...REPLY, id: 'email_objection', channel: 'email', signal: 'negative', sentiment: 'not_interested', front: false,
  },
  { ...REPLY, id: 'email_referral', channel: 'email', followUp: ASK_REFERRAL, front: false },
  {
    ...BEHIND, id: 'email_left_company', channel: 'email', signal: 'negative', effect: 'end', status: 'disqualified',
    reason: 'no_longer_there',
  },
  { ...BEHIND, id: 'email_bounced_soft', channel: 'email' },
  { ...BEHIND, id: 'email_blocked', channel: 'email', signal: 'negative' },

  { ...SENT, id: 'linkedin_sent', channel: 'linkedin', types: WRITTEN },
  { ...SENT, id: 'linkedin_done', channel: 'linkedin', types: QUIET },
  { ...PLAIN, id: 'linkedin_no_note', channel: 'linkedin', types: INVITATION },
  { ...PLAIN, id: 'linkedin_connected', channel: 'linkedin', signal: 'positive', types: INVITATION },
  { ...REPLY, id: 'linkedin_replied', channel: 'linkedin' },
  { ...PLAIN, id: 'linkedin_not_possible', channel: 'linkedin', status: null },
  { ...OPT_OUT, id: 'linkedin_opted_out', channel: 'linkedin' },
  { ...NOT_NOW, id: 'linkedin_not_now', channel: 'linkedin' },
  { ...BEHIND, id: 'linkedin_seen', channel: 'linkedin', types: CHATS },
  {
    ...NOT_NOW, id: 'linkedin_declined', channel: 'linkedin', types: ['linkedin_inmail'], reason: 'no_interest',
    sentiment: 'not_interested',
  },
  { ...BEHIND, id: 'linkedin_ignored', channel: 'linkedin', types: INVITATION },
  { ...BEHIND, id: 'linkedin_withdrawn', channel: 'linkedin', types: INVITATION },

  {
    ...SPOKEN, id: 'call_meeting', channel: 'call', signal: 'positive', effect: 'end', status: 'meeting_set',
    sentiment: 'meeting',
  },
  { ...REPLY, id: 'call_talked', channel: 'call', telephony: 'answered' },
  {
    ...SPOKEN, id: 'call_back', channel: 'call', sentiment: 'later',
    followUp: { type: 'call', text: 'Call back, as asked', days: 1 },
  },
  { ...PLAIN, id: 'call_no_answer', channel: 'call', telephony: 'no_answer' },
  { ...PLAIN, id: 'call_voicemail', channel: 'call', telephony: 'voicemail_left' },
  { ...SPOKEN, id: 'call_reception', channel: 'call' },
  {
    ...SPOKEN, id: 'call_no_interest', channel: 'call', signal: 'negative', effect: 'end', status: 'nurture',
    reason: 'no_interest', sentiment: 'not_interested',
  },
  { ...SPOKEN, id: 'call_not_them', channel: 'call', effect: 'end', status: null },
  {
    ...PLAIN, id: 'call_bad_number', channel: 'call', signal: 'negative', status: null, reason: 'bad_phone',
    telephony: 'bad_number',
  },
  {
    ...REPLY, id: 'call_follow_up', channel: 'call', telephony: 'answered', front: false,
    followUp: { type: 'task', text: 'Do what was promised on the phone', days: 1 },
  },
  {
    ...SPOKEN, id: 'call_competition', channel: 'call', signal: 'negative', effect: 'end', status: 'nurture',
    reason: 'evaluating', sentiment: 'not_now', front: false,
    followUp: { type: 'task', text: 'Note what they use and until when', days: 1 },
  },
  {
    ...REPLY, id: 'call_referral', channel: 'call', telephony: 'answered', sentiment: null, front: false,
    followUp: ASK_REFERRAL,
  },
  {
    ...SPOKEN, id: 'call_no_authority', channel: 'call', signal: 'negative', effect: 'end', status: null,
    front: false,
  },
  {
    ...SPOKEN, id: 'call_personal_use', channel: 'call', signal: 'negative', effect: 'end', status: 'disqualified',
    reason: 'personal_use', front: false,
  },
  { ...BEHIND, id: 'call_busy', channel: 'call', telephony: 'busy' },
  { ...BEHIND, id: 'call_voicemail_silent', channel: 'call', telephony: 'voicemail_silent' },
  { ...BEHIND, id: 'call_failed', channel: 'call', status: null, telephony: 'failed' },

  { ...PLAIN, id: 'task_done', channel: 'task', status: null, isPlain: true },
] as const satisfies readonly OutcomeData[] // prettier-ignore
