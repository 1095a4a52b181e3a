import { v5 } from 'uuid'
import type { FollowUp } from './outcomes.ts'
import type { Cadence } from './records.ts'

/**
 * A follow-up is a cadence of one step that nobody is enrolled in by hand: so it is due in Today, reminded, snoozed,
 * synced and undone as every other touch is.
 */

/** The cadence of a follow-up; equal ones are one, on every device. */
export function followUpCadence({ type, text, days }: FollowUp): {
  id: string
  record: Omit<Cadence, 'createdAt'>
} {
  return {
    id: v5(JSON.stringify([type, text, days]), FOLLOW_UP_SPACE),
    record: {
      name: 'Follow-up',
      shipped: FOLLOW_UP,
      archived: true,
      steps: [
        {
          id: FOLLOW_UP,
          type,
          delay: { value: days, unit: 'business_days', from: 'start' },
          subject: '',
          body: literal(text),
          breakup: false,
        },
      ],
    },
  }
}

/** Its end says nothing about the person: neither nurture nor «no reply» follows. */
export function isFollowUp({ shipped }: Pick<Cadence, 'shipped'>): boolean {
  return shipped === FOLLOW_UP
}

/** The rep's words stand in a template, where braces would mean something. */
function literal(text: string): string {
  return /\{[{%]/.test(text) ? `{% raw %}${text.replaceAll('{%', '{ %')}{% endraw %}` : text
}

const FOLLOW_UP = 'follow-up'
const FOLLOW_UP_SPACE = '9e1d7f52-3f0b-5c57-8a7e-4d1b6c2a9f30'
