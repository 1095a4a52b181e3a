import { describe, expect, test } from 'vitest'
import {
  draftOf,
  movedStep,
  noteLength,
  patchedStep,
  problemsOf,
  repliesToNothing,
  sameDraft,
  withoutStep,
  withStep,
  type CadenceDraft,
} from '#components/cadence/draft.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'

const EMPTY: CadenceDraft = { name: 'Mine', stopsAccount: false, steps: [] }
const three = ['a', 'b', 'c'].reduce((draft, id, index) => withStep(draft, index - 1, 'email', id), EMPTY)
const ids = (draft: CadenceDraft) => draft.steps.map(({ id }) => id).join('')

describe('the steps of a draft', () => {
  test('the first one is due at once, the others two business days after the one before', () => {
    expect(three.steps.map(({ delay }) => delay.value)).toEqual([0, 2, 2])
  })

  test('a step comes in behind the one it was added to', () => {
    expect(ids(withStep(three, 0, 'call', 'x'))).toBe('axbc')
  })

  test('a step moves up and down, and stays where it is at the edge', () => {
    expect(ids(movedStep(three, 1, -1))).toBe('bac')
    expect(ids(movedStep(three, 1, 1))).toBe('acb')
    expect(ids(movedStep(three, 0, -1))).toBe('abc')
    expect(ids(movedStep(three, 2, 1))).toBe('abc')
  })

  test('a step that is taken out leaves the others', () => {
    expect(ids(withoutStep(three, 1))).toBe('ac')
  })

  test('the draft that was begun from is not changed', () => {
    const before = JSON.stringify(three)
    patchedStep(movedStep(withoutStep(three, 0), 0, 1), 0, { subject: 'New' })
    expect(JSON.stringify(three)).toBe(before)
  })

  test('what was changed and changed back is no draft any more', () => {
    expect(sameDraft(movedStep(movedStep(three, 0, 1), 1, -1), three)).toBe(true)
    expect(sameDraft(movedStep(three, 0, 1), three)).toBe(false)
  })
})

describe('a step that asks how an earlier one ended', () => {
  const asks = (outcome: string) =>
    patchedStep(patchedStep(three, 0, { type: 'call' }), 2, { when: [{ step: 'a', outcome }] })
  const wrong = (draft: CadenceDraft) =>
    problemsOf(draft).flatMap((problem) =>
      problem.at === 'when' ? [`${problem.stepId} ${problem.branch.kind}`] : [],
    )

  test.each(['call_voicemail', 'positive', 'a word of another team'])('%s of a call before it', (outcome) => {
    expect(wrong(asks(outcome))).toEqual([])
  })

  test('is told when that step is deleted, or moved behind it, and well again when it comes back', () => {
    const draft = asks('call_voicemail')
    expect(wrong(withoutStep(draft, 0))).toEqual(['c gone'])
    const behind = movedStep(movedStep(draft, 0, 1), 1, 1)
    expect(wrong(behind)).toEqual(['c later'])
    expect(wrong(movedStep(behind, 2, -1))).toEqual([])
  })

  test('is told when that step cannot end so any more', () => {
    expect(wrong(patchedStep(asks('call_voicemail'), 0, { type: 'email' }))).toEqual(['c never'])
    expect(wrong(patchedStep(asks('positive'), 0, { type: 'email' }))).toEqual([])
  })
})

describe('what keeps a draft from being saved', () => {
  test.each(SHIPPED_CADENCES)('nothing in $name', (cadence) => {
    expect(problemsOf(draftOf(cadence))).toEqual([])
  })

  test('no name, no steps', () => {
    expect(problemsOf({ ...EMPTY, name: '  ' })).toEqual([{ at: 'name' }, { at: 'steps' }])
  })

  test.each([Number.NaN, -1, 1.5, 3651])('a delay of %d', (value) => {
    const draft = patchedStep(three, 1, { delay: { value, unit: 'days', from: 'previous' } })
    expect(problemsOf(draft)).toEqual([{ at: 'delay', stepId: 'b' }])
  })

  test('a field that is not closed, or that nobody has, with its line', () => {
    const open = patchedStep(three, 2, { body: 'Hi,\n{{ contact.first_name' })
    expect(problemsOf(open)).toMatchObject([{ at: 'body', stepId: 'c', template: { line: 2 } }])
    const unknown = patchedStep(three, 0, { subject: '{{ contact.shoe_size }}' })
    expect(problemsOf(unknown)).toMatchObject([{ at: 'subject', stepId: 'a' }])
  })

  test('a text that is tried beside the step’s own, by its letter, its part and its line', () => {
    const variants = [
      { id: 'B', subject: 'Fine', body: 'Fine' },
      { id: 'C', subject: '{{ contact.shoe_size }}', body: 'Hi' },
      { id: 'D', subject: 'Fine', body: 'Hi,\n{% if %}' },
      { id: 'E', subject: 'Fine', body: 'x'.repeat(20_001) },
    ]
    expect(problemsOf(patchedStep(three, 1, { variants }))).toMatchObject([
      {
        at: 'subject',
        stepId: 'b',
        variant: 'C',
        template: { reason: expect.stringContaining('shoe_size') },
      },
      { at: 'body', stepId: 'b', variant: 'D', template: { line: 2 } },
      { at: 'body', stepId: 'b', variant: 'E', template: null },
    ])
  })

  test('a subject that the step does not have is not looked at', () => {
    const call = patchedStep(three, 0, { type: 'call', subject: '{{ nobody.sees_this }}' })
    expect(problemsOf(call)).toEqual([])
  })
})

test('a follow-up mail needs a mail before it to answer in its thread', () => {
  const draft = withStep(withStep(EMPTY, -1, 'email_reply', 'r'), -1, 'call', 'c')
  expect(repliesToNothing(draft.steps, 1)).toBe(true)
  expect(repliesToNothing(withStep(draft, -1, 'email', 'm').steps, 2)).toBe(false)
})

test.each([
  [200, 'free'],
  [201, 'premium'],
  [300, 'premium'],
  [301, 'none'],
])('a note of %d characters fits: %s', (length, fits) => {
  expect(noteLength('x'.repeat(length))).toEqual({ length, hasFields: false, fits })
})
