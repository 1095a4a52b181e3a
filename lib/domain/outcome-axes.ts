/** What a call came to on the line, and how the person took it: recorded with the touch beside its outcome. */

/** The telephony result (list of Close): what the line did, whatever was said. */
export const TELEPHONY = [
  'answered',
  'no_answer',
  'busy',
  'voicemail_left',
  'voicemail_silent',
  'bad_number',
  'blocked',
  'failed',
] as const

/** How the person stands to it (field of Salesloft). */
export const SENTIMENTS = ['interested', 'meeting', 'later', 'not_now', 'not_interested'] as const
export type Sentiment = (typeof SENTIMENTS)[number]
