import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { OUTCOMES, type OutcomeId } from '#lib/domain/outcomes.ts'
import {
  CONTACT_STATUSES,
  contact as contactSchema,
  enrollment as enrollmentSchema,
} from '#lib/domain/records.ts'
import {
  afterOutcome,
  doNotContactEffect,
  endsEverything,
  enrolledStatus,
  verdictEffect,
  verdictProblem,
  type Verdict,
} from '#lib/domain/status.ts'
import { enrollment, kari, NOW, sourced } from './samples.ts'

const after = (outcome: OutcomeId | null, contact = kari({ status: 'working' })) =>
  afterOutcome({ contact, enrollment: enrollment(), outcome, now: NOW })

describe('after an outcome', () => {
  test('a sent mail makes a new person working and lets the cadence go on', () => {
    expect(after('email_sent', kari())).toEqual({
      contact: { status: 'working', statusReason: null, nurtureUntil: null },
      enrollment: {},
    })
    expect(after('email_sent')).toEqual({ contact: {}, enrollment: {} })
  })

  test('nobody is taken back: working after a reply, engaged after a meeting', () => {
    expect(after('email_sent', kari({ status: 'engaged' })).contact).toEqual({})
    expect(after('email_replied', kari({ status: 'meeting_set' })).contact).toEqual({})
  })

  test('a reply ends the cadence and awaits an answer', () => {
    expect(after('email_replied')).toMatchObject({
      contact: { status: 'engaged' },
      enrollment: { state: 'finished', finishReason: 'reply', finishedAt: NOW, dueAt: null, dueStepId: null },
    })
  })

  test('a meeting ends it as meeting', () => {
    expect(after('call_meeting')).toMatchObject({
      contact: { status: 'meeting_set' },
      enrollment: { finishReason: 'meeting' },
    })
  })

  test('a bounce is bad data, an opt-out is for ever', () => {
    expect(after('email_bounced')).toMatchObject({
      contact: { status: 'bad_data', statusReason: 'bounced_email' },
      enrollment: { finishReason: 'bounced' },
    })
    expect(after('email_opted_out')).toMatchObject({
      contact: { status: 'do_not_contact', doNotContact: true },
      enrollment: { finishReason: 'opted_out' },
    })
  })

  test('out of office pauses to the date, or for a week', () => {
    expect(after('email_out_of_office').enrollment).toEqual({
      state: 'paused',
      pauseReason: 'out_of_office',
      pausedUntil: '2026-12-01',
      dueAt: null,
      dueStepId: null,
    })
    const dated = afterOutcome({
      contact: kari(),
      enrollment: enrollment(),
      outcome: 'email_out_of_office',
      now: NOW,
      until: '2027-01-04',
    })
    expect(dated.enrollment.pausedUntil).toBe('2027-01-04')
  })

  test('no interest on the phone is nurture for 90 days', () => {
    expect(after('call_no_interest').contact).toEqual({
      status: 'nurture',
      statusReason: 'no_interest',
      nurtureUntil: '2027-02-22',
    })
  })

  test('D1: a bad number ends it only when there is no mail address or the mail has bounced too', () => {
    const withMail = kari({ status: 'working', emails: [sourced('k@x.example')] })
    expect(after('call_bad_number', withMail)).toEqual({ contact: {}, enrollment: {} })
    expect(after('call_bad_number')).toMatchObject({
      contact: { status: 'bad_data', statusReason: 'bad_phone' },
      enrollment: { state: 'finished', finishReason: 'removed' },
    })
    const input = { contact: withMail, enrollment: enrollment(), outcome: 'call_bad_number', now: NOW }
    const bounced = afterOutcome({ ...input, reach: { mailBounced: true, badNumber: false } })
    expect(bounced.enrollment).toMatchObject({ state: 'finished', finishReason: 'bounced' })
  })

  test('the end without a reply is nurture for 90 days, save for whoever answered or was judged', () => {
    expect(after(null)).toMatchObject({
      contact: { status: 'nurture', statusReason: 'no_response', nurtureUntil: '2027-02-22' },
      enrollment: { finishReason: 'no_reply' },
    })
    for (const status of ['engaged', 'qualified', 'meeting_set', 'disqualified'] as const)
      expect(after(null, kari({ status })).contact).toEqual({})
  })

  test('an outcome of a newer version changes nothing', () => {
    expect(
      afterOutcome({ contact: kari(), enrollment: enrollment(), outcome: 'fax_sent', now: NOW }),
    ).toEqual({ contact: {}, enrollment: {} })
  })
})

describe('a verdict', () => {
  test.each<[Verdict, object, string]>([
    [{ kind: 'qualified' }, { status: 'qualified', statusReason: null, nurtureUntil: null }, 'qualified'],
    [
      { kind: 'nurture', until: '2027-02-22', reason: 'in_contract' },
      { status: 'nurture', statusReason: 'in_contract', nurtureUntil: '2027-02-22' },
      'nurture',
    ],
    [
      { kind: 'disqualified', reason: 'competitor' },
      { status: 'disqualified', statusReason: 'competitor', nurtureUntil: null },
      'disqualified',
    ],
  ])('%j', (verdict, contact, finishReason) => {
    const effect = verdictEffect(verdict, NOW)
    expect(effect.contact).toEqual(contact)
    expect(effect.enrollment).toMatchObject({ state: 'finished', finishReason, dueAt: null })
    expect(effect.facts.verdict).toBe(verdict.kind)
  })

  test('is refused without a day to come or with a reason nobody knows', () => {
    const today = '2026-11-24'
    expect(verdictProblem({ kind: 'qualified' }, today)).toBeNull()
    expect(verdictProblem({ kind: 'nurture', until: '2026-11-25', reason: 'no_budget' }, today)).toBeNull()
    expect(verdictProblem({ kind: 'nurture', until: today, reason: 'no_budget' }, today)).toBe('past-date')
    expect(verdictProblem({ kind: 'nurture', until: '', reason: 'no_budget' }, today)).toBe('no-date')
    expect(verdictProblem({ kind: 'disqualified', reason: 'bad hair' as 'student' }, today)).toBe('no-reason')
  })
})

test('do not contact ends everything, and clearing it begins nothing', () => {
  expect(doNotContactEffect(true, NOW)).toMatchObject({
    contact: { doNotContact: true, status: 'do_not_contact' },
    enrollment: { state: 'finished', finishReason: 'opted_out' },
  })
  expect(doNotContactEffect(false, NOW)).toEqual({
    contact: { doNotContact: false, status: 'new', statusReason: null, nurtureUntil: null },
    enrollment: {},
  })
})

test('an enrolled person is working unless further along', () => {
  expect(enrolledStatus({ status: 'nurture' })).toMatchObject({ status: 'working' })
  expect(enrolledStatus({ status: 'engaged' })).toEqual({})
})

describe('laws of every change', () => {
  const outcomes = fc.constantFrom<OutcomeId | null>(null, ...OUTCOMES.map(({ id }) => id))
  const statuses = fc.constantFrom(...CONTACT_STATUSES)

  it('nurture has a date and nothing else has one; a finished enrollment has a reason, an end and no due instant', () => {
    fc.assert(
      fc.property(
        statuses,
        outcomes,
        fc.boolean(),
        fc.boolean(),
        (status, outcome, doNotContact, reachable) => {
          const before = kari({
            status,
            doNotContact,
            nurtureUntil: status === 'nurture' ? '2026-12-24' : null,
            ...(reachable ? {} : { slug: null }),
          })
          const effect = after(outcome, before)
          const contact = { ...before, ...effect.contact }
          const ended = { ...enrollment({ dueAt: NOW, dueStepId: 'a' }), ...effect.enrollment }
          expect(contactSchema.safeParse(contact).success && enrollmentSchema.safeParse(ended).success).toBe(
            true,
          )
          expect(contact.nurtureUntil !== null).toBe(contact.status === 'nurture')
          expect(contact.doNotContact || !doNotContact).toBe(true)
          expect(ended.finishReason !== null).toBe(ended.state === 'finished')
          expect(ended.dueAt === null).toBe(ended.state !== 'active')
        },
      ),
    )
  })

  test('ending fits the record for every reason', () => {
    expect(
      enrollmentSchema.safeParse({ ...enrollment(), ...endsEverything('account_reply', NOW) }).success,
    ).toBe(true)
  })
})
