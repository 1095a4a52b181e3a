import { describe, expect, test } from 'vitest'
import { STEP_TYPES, channelOf } from '#lib/domain/cadence/step.ts'
import { OUTCOMES, outcomeOf, outcomesFor, plainOutcome } from '#lib/domain/outcomes.ts'
import {
  BAD_DATA_REASONS,
  DISQUALIFICATION_REASONS,
  RECYCLE_REASONS,
  SKIP_REASONS,
} from '#lib/domain/reasons.ts'

describe('the shipped outcomes', () => {
  test('have an id of their own each, and at most nine for any step, so that keys 1 to 9 reach them', () => {
    expect(new Set(OUTCOMES.map(({ id }) => id)).size).toBe(OUTCOMES.length)
    for (const type of STEP_TYPES) {
      const offered = outcomesFor(type)
      expect(offered.length).toBeGreaterThan(0)
      expect(offered.length).toBeLessThanOrEqual(9)
      expect(offered.every(({ channel }) => channel === channelOf(type))).toBe(true)
    }
  })

  test('of a call stand in the order of the screen', () => {
    expect(outcomesFor('call').map(({ id }) => id.slice(5))).toEqual(['meeting', 'talked', 'back', 'no_answer', 'voicemail', 'reception', 'no_interest', 'not_them', 'bad_number']) // prettier-ignore
  })

  test('Done means sent for mails and messages, done for views and tasks, and asks after a call', () => {
    expect(STEP_TYPES.map((type) => plainOutcome(type))).toEqual([
      'email_sent', 'email_sent', null, 'linkedin_done', 'linkedin_done', 'linkedin_done', 'linkedin_sent',
      'linkedin_sent', 'linkedin_sent', 'linkedin_sent', 'task_done', 'task_done',
    ]) // prettier-ignore
  })

  test('name why an enrollment ends exactly when they end it, and the plain ones never do', () => {
    for (const outcome of OUTCOMES) {
      expect(outcome.finishReason !== null, outcome.id).toBe(outcome.effect === 'end')
      if (outcome.isPlain) expect(outcome.effect).toBe('continue')
    }
  })

  test('an unknown id is none', () => {
    expect(outcomeOf('email_sent')?.channel).toBe('email')
    expect(outcomeOf('toString')).toBeNull()
  })
})

test('every list of reasons fits the keys and has no id twice', () => {
  for (const list of [DISQUALIFICATION_REASONS, RECYCLE_REASONS, BAD_DATA_REASONS, SKIP_REASONS]) {
    expect(list.length).toBeLessThanOrEqual(9)
    expect(new Set<string>(list).size).toBe(list.length)
  }
})
