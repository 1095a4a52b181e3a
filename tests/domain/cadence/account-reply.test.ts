import { describe, expect, test } from 'vitest'
import { endedByAnswer, isAnswer, stoppingCadences } from '#lib/domain/cadence/account-reply.ts'
import { OUTCOMES } from '#lib/domain/outcomes.ts'

test('A1: an answer is what ends the cadence because somebody answered, a no as well as a yes', () => {
  const answers = OUTCOMES.filter((outcome) => isAnswer(outcome, outcome.sentiment)).map(({ id }) => id)
  expect(answers.toSorted()).toEqual(
    [
      'email_replied', 'email_opted_out', 'email_not_now', 'email_objection', 'email_referral', 'linkedin_replied',
      'linkedin_opted_out', 'linkedin_not_now', 'linkedin_declined', 'call_meeting', 'call_talked', 'call_no_interest',
      'call_follow_up', 'call_competition', 'call_referral',
    ].toSorted(), // oxfmt-ignore
  )
})

test('A1: what the rep says of the person counts, but only where the cadence ends', () => {
  expect(isAnswer({ effect: 'end', finishReason: 'removed' }, 'not_now')).toBe(true)
  expect(isAnswer({ effect: 'continue', finishReason: null }, 'interested')).toBe(false)
})

describe('A2: who stops', () => {
  const cadence = (id: string, stopsAccount?: boolean | null) => ({
    id, name: id, steps: [], shipped: null, archived: false, createdAt: '2026-11-24T09:30:00.000Z',
    ...(stopsAccount !== undefined && { stopsAccount }),
  }) // oxfmt-ignore
  const stopping = stoppingCadences([
    cadence('stops', true),
    cadence('goes-on', false),
    cadence('old'),
    cadence('taken-back', null),
  ])
  // Ids are branded by table; these are none of a store.
  const of = (id: string, state: 'active' | 'paused' | 'finished', cadenceId: string) => ({
    id,
    state,
    cadenceId: cadenceId as never,
  })

  test('whoever runs or rests in a cadence that says so; not the one who answered, not who has finished', () => {
    const all = [
      of('answered', 'active', 'stops'),
      of('active', 'active', 'stops'),
      of('paused', 'paused', 'stops'),
      of('finished', 'finished', 'stops'),
      ...['goes-on', 'old', 'taken-back'].map((id) => of(id, 'active', id)),
    ]
    expect(endedByAnswer(all, { answered: 'answered', stopping }).map(({ id }) => id)).toEqual([
      'active',
      'paused',
    ])
  })
})
