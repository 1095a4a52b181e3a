import { describe, expect, test } from 'vitest'
import { STEP_TYPES, channelOf } from '#lib/domain/cadence/step.ts'
import {
  OUTCOMES,
  outcomeData,
  outcomeOf,
  outcomeProblem,
  outcomesFor,
  outcomesWith,
  plainOutcome,
  type OutcomeData,
  withOutcome,
} from '#lib/domain/outcomes.ts'
import {
  BAD_DATA_REASONS,
  DISQUALIFICATION_REASONS,
  RECYCLE_REASONS,
  SKIP_REASONS,
} from '#lib/domain/reasons.ts'

describe('the shipped outcomes', () => {
  test('have an id of their own each, and at most nine buttons for any step, so that keys 1 to 9 reach them', () => {
    expect(new Set(OUTCOMES.map(({ id }) => id)).size).toBe(OUTCOMES.length)
    for (const type of STEP_TYPES) {
      const offered = outcomesFor(type)
      expect(offered.length).toBeGreaterThan(0)
      const buttons = offered.filter(({ front }) => front).length
      expect(buttons).toBeLessThanOrEqual(9)
      expect(offered.slice(0, buttons).every(({ front }) => front)).toBe(true)
      // More than twenty makes reps guess.
      expect(offered.length).toBeLessThanOrEqual(20)
      expect(offered.every(({ channel }) => channel === channelOf(type))).toBe(true)
    }
  })

  test('of a call stand in the order of the screen', () => {
    expect(outcomesFor('call').map(({ id }) => id.slice(5))).toEqual(['meeting', 'talked', 'back', 'no_answer', 'voicemail', 'reception', 'no_interest', 'not_them', 'bad_number', 'follow_up', 'competition', 'referral', 'no_authority', 'personal_use', 'busy', 'voicemail_silent', 'failed']) // oxfmt-ignore
  })

  test('Done means sent for mails and messages, done for views and tasks, and asks after a call', () => {
    expect(STEP_TYPES.map((type) => plainOutcome(type))).toEqual([
      'email_sent', 'email_sent', null, 'linkedin_done', 'linkedin_done', 'linkedin_done', 'linkedin_sent',
      'linkedin_sent', 'linkedin_sent', 'linkedin_sent', 'task_done', 'task_done',
    ]) // oxfmt-ignore
  })

  test('name why an enrollment ends exactly when they end it, and the plain ones never do', () => {
    for (const outcome of OUTCOMES) {
      expect(outcome.finishReason !== null, outcome.id).toBe(outcome.effect === 'end')
      if (outcome.isPlain) expect(outcome.effect).toBe('continue')
    }
  })

  test('say of every call what the line did, and of nothing else', () => {
    for (const { id, channel, telephony } of OUTCOMES) expect(telephony !== null, id).toBe(channel === 'call')
    expect(OUTCOMES.filter(({ telephony }) => telephony === 'voicemail_left').map(({ id }) => id)).toEqual([
      'call_voicemail',
    ])
  })

  /** Signal, effect, status and reason of the handbook's table; «Accepted» is working, «Qualifying» engaged. */
  test.each([
    ['call_follow_up', 'positive', 'end', 'engaged', null, true],
    ['call_back', 'neutral', 'continue', 'working', null, true],
    ['call_no_interest', 'negative', 'end', 'nurture', 'no_interest', false],
    ['call_competition', 'negative', 'end', 'nurture', 'evaluating', true],
    ['call_personal_use', 'negative', 'end', 'disqualified', 'personal_use', false],
    ['call_meeting', 'positive', 'end', 'meeting_set', null, false],
    ['call_voicemail', 'neutral', 'continue', 'working', null, false],
    ['call_no_answer', 'neutral', 'continue', 'working', null, false],
    ['call_reception', 'neutral', 'continue', 'working', null, false],
    ['call_not_them', 'neutral', 'end', null, null, false],
    ['call_referral', 'positive', 'end', 'engaged', null, true],
    ['call_no_authority', 'negative', 'end', null, null, false],
  ])('%s: %s, %s, %s, %s, follow-up %s', (id, signal, effect, status, reason, hasTask) => {
    const found = outcomeOf(id)
    expect(found).toMatchObject({ signal, effect, status, reason })
    expect(found?.followUp !== null).toBe(hasTask)
  })

  test('hold what the rules ask of an edited one', () => {
    for (const data of OUTCOMES) {
      expect(
        outcomeProblem(data, OUTCOMES, ({ id }) => id),
        data.id,
      ).toBeNull()
      expect(outcomeData.parse({ ...data })).not.toHaveProperty('finishReason')
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

describe('the rep’s own outcomes', () => {
  const own: OutcomeData = {
    id: 'own-1', channel: 'call', label: 'Ask again in spring', signal: 'neutral', effect: 'end', status: 'nurture',
    reason: 'not_ready', telephony: 'answered', sentiment: 'later', followUp: null, types: null, isPlain: false,
    front: true, off: false,
  } // oxfmt-ignore
  const words = ({ label, id }: OutcomeData) => label ?? id

  test('stand behind the shipped ones of their channel; a changed one keeps its place', () => {
    const voicemail = { ...outcomeData.parse(outcomeOf('call_voicemail')), label: 'Left a message' }
    const all = outcomesWith([own, voicemail])
    const calls = outcomesFor('call', all)
    expect(calls.filter(({ front }) => front).map(words).slice(3)).toEqual([
      'call_no_answer', 'Left a message', 'call_reception', 'call_no_interest', 'call_not_them', 'call_bad_number',
      'Ask again in spring',
    ]) // oxfmt-ignore
    expect(outcomeOf('own-1', all)?.finishReason).toBe('nurture')
    expect(outcomeOf('own-1')).toBeNull()
    expect(outcomesFor('email', all).some(({ id }) => id === 'own-1')).toBe(false)
  })

  test('one that is off is offered no more and still known', () => {
    const all = outcomesWith([{ ...own, off: true }])
    expect(outcomesFor('call', all).some(({ id }) => id === 'own-1')).toBe(false)
    expect(outcomeOf('own-1', all)?.status).toBe('nurture')
  })

  test('changed back to what was shipped it leaves the settings', () => {
    const shipped = outcomeData.parse(OUTCOMES.find(({ id }) => id === 'call_voicemail'))
    const edits = withOutcome([own], { ...shipped, label: 'Left a message' })
    expect(edits.map(({ id }) => id)).toEqual(['own-1', 'call_voicemail'])
    expect(withOutcome(edits, shipped)).toEqual([own])
    expect(withOutcome(edits, { ...own, off: true })).toHaveLength(2)
  })

  test.each<[string, Partial<OutcomeData>, string | null]>([
    ['as it is', {}, null],
    ['without words', { label: ' ' }, 'no-name'],
    ['with the words of another', { label: 'CALL_BACK' }, 'same-name'],
    ['nurture without one of its reasons', { reason: 'bad_phone' }, 'no-reason'],
    ['disqualified without a reason', { status: 'disqualified', reason: null }, 'no-reason'],
    ['a farewell after which the cadence goes on', { effect: 'continue' }, 'no-way-on'],
    ['a follow-up that says nothing', { followUp: { type: 'task', text: ' ', days: 1 } }, 'no-text'],
  ])('%s', (_, patch, problem) => {
    expect(outcomeProblem({ ...own, ...patch }, OUTCOMES, words)).toBe(problem)
  })
})
