import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { editCounts, editEffect, type EditEffect } from '#lib/domain/cadence/edit-effect.ts'
import { nextTouch, type PlanInput, type PlanTouch } from '#lib/domain/cadence/plan.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { calendar, cadence, enrollment, local, NOW, step } from '../samples.ts'
import { daysOff, histories, hours, instants, steps, zones } from './arbitraries.ts'
import { nextWorkingInstant, oracleDue } from './oracle.ts'

const done = (stepId: string, at: string): PlanTouch => ({
  stepId,
  cycle: 0,
  state: 'done',
  at,
  snoozedTo: null,
})
const ABC = [step('a'), step('b', 2), step('c', 3)]
/** `a` was made on Tuesday, `b` is due on Thursday. */
const running: PlanInput = {
  cadence: cadence(ABC),
  enrollment: enrollment(),
  touches: [done('a', NOW)],
  calendar: calendar(),
  now: NOW,
}
const edited = (list: Step[], input: Partial<PlanInput> = {}): EditEffect =>
  editEffect({ ...running, ...input }, list)

describe('E1 to E4 what an edit does to one person', () => {
  test('who is past the step keeps the date', () => {
    const effect = edited([step('a', 9), step('b', 2), step('c', 3)])
    expect(effect).toMatchObject({ kind: 'keeps', days: 0, isReworded: false, movesLater: false })
  })

  test('another delay of the next step moves it, and what follows moves along', () => {
    const effect = edited([step('a'), step('b', 5), step('c', 3)])
    expect(effect).toMatchObject({ kind: 'moves', days: 5, movesLater: true })
    expect(local(effect.to?.at ?? '', 'Europe/Lisbon')).toBe('Tue 2026-12-01 09:00')
    expect(edited([step('a'), step('b', 1), step('c', 3)])).toMatchObject({ kind: 'moves', days: -1 })
  })

  test('a later step that is changed leaves the next date alone and is told of', () => {
    expect(edited([step('a'), step('b', 2), step('c', 9)])).toMatchObject({ kind: 'keeps', movesLater: true })
    expect(edited([step('a'), step('b', 2)])).toMatchObject({ kind: 'keeps', movesLater: true })
  })

  test('a step put in before the next one comes first; one put in before what is done does not', () => {
    expect(edited([step('a'), step('new', 1), step('b', 2), step('c', 3)])).toMatchObject({
      kind: 'new_step',
      to: { stepId: 'new' },
    })
    expect(edited([step('new'), step('a'), step('b', 2), step('c', 3)])).toMatchObject({ kind: 'keeps' })
  })

  test('the next step deleted: the one behind it follows, or the cadence ends', () => {
    expect(edited([step('a'), step('c', 3)])).toMatchObject({ kind: 'loses', to: { stepId: 'c' } })
    expect(edited([step('a')])).toMatchObject({ kind: 'ends', to: null })
  })

  test('a step moved before the next one is new to it', () => {
    expect(edited([step('a'), step('c', 3), step('b', 2)])).toMatchObject({
      kind: 'new_step',
      to: { stepId: 'c' },
    })
  })

  test('another text of the next touch is told, another text of one that is over is not', () => {
    expect(edited([step('a'), { ...step('b', 2), body: 'Hello' }, step('c', 3)])).toMatchObject({
      kind: 'keeps',
      isReworded: true,
    })
    expect(edited([{ ...step('a'), body: 'Hello' }, step('b', 2), step('c', 3)]).isReworded).toBe(false)
  })

  test('who is paused has no date to move', () => {
    const paused = { enrollment: enrollment({ state: 'paused' }) }
    expect(edited([step('a')], paused)).toMatchObject({ kind: 'paused', from: null, to: null })
  })
})

test('E5 the effects are counted, the moves by their days', () => {
  const effects = [
    edited(ABC),
    edited([step('a'), step('b', 2), step('c', 9)]),
    edited([step('a'), step('b', 5), step('c', 3)]),
    edited([step('a'), step('b', 5), { ...step('c', 3), body: 'x' }]),
    edited([step('a'), { ...step('b', 1), body: 'x' }, step('c', 3)]),
    edited([step('a')]),
  ]
  expect(editCounts(effects)).toEqual({
    people: 6,
    kinds: { keeps: 2, moves: 3, new_step: 0, loses: 0, ends: 1, paused: 0 },
    moves: [
      { days: 5, count: 2 },
      { days: -1, count: 1 },
    ],
    reworded: 1,
    laterMoves: 1,
  })
})

/** Any edit: steps put in, taken out, moved, with other delays. */
function edits(): fc.Arbitrary<(list: readonly Step[]) => Step[]> {
  const delays = steps()
  const one = fc.oneof(
    fc.tuple(fc.nat(8), delays).map(([at, [fresh]]) => (list: readonly Step[]) =>
      list.toSpliced(at, 0, { ...(fresh ?? step('x')), id: `new${String(at)}-${String(list.length)}` }),
    ),
    fc.nat(8).map((at) => (list: readonly Step[]) => list.toSpliced(at, 1)),
    fc.tuple(fc.nat(8), fc.nat(8)).map(([from, to]) => (list: readonly Step[]) => {
      const moved = list[from]
      return moved ? list.toSpliced(from, 1).toSpliced(to, 0, moved) : [...list]
    }),
    fc.tuple(fc.nat(8), delays).map(([at, [fresh]]) => (list: readonly Step[]) => {
      const old = list[at]
      return old && fresh ? list.with(at, { ...old, delay: fresh.delay }) : [...list]
    }),
  ) // oxfmt-ignore
  return fc
    .array(one, { minLength: 1, maxLength: 6 })
    .map((all) => (list) => all.reduce<Step[]>((now, edit) => edit(now), [...list]))
}

test('after any edit everybody stands where planning from scratch and the oracle put them', () => {
  const seen = new Set<EditEffect['kind']>()
  fc.assert(
    fc.property(
      fc.record({
        list: steps(),
        edit: edits(),
        touches: histories(),
        startedAt: instants(),
        now: instants(),
      }),
      fc.record({ zone: zones(), contactZone: fc.option(zones()), hours: hours(), daysOff: daysOff() }),
      ({ list, edit, touches, startedAt, now }, plain) => {
        const after = edit(list)
        const own = calendarFor({ ...plain }, 'UTC', plain.contactZone)
        const input: PlanInput = {
          cadence: cadence(list),
          enrollment: enrollment({ startedAt }),
          touches,
          calendar: own,
          now,
        }
        const effect = editEffect(input, after)
        seen.add(effect.kind)
        const scratch = nextTouch({ ...input, cadence: cadence(after) })
        expect(effect.to?.at ?? null).toBe(scratch.kind === 'due' ? scratch.at : null)
        const over = touches.filter(({ cycle, state }) => cycle === 0 && state !== 'snoozed')
        const behind = after.findLastIndex(({ id }) => over.some(({ stepId }) => stepId === id))
        const next = after[behind + 1]
        expect(effect.to?.stepId).toBe(next?.id)
        // What the naive oracle reckons: delays from the touch before, nothing snoozed.
        const isSnoozed = touches.some((one) => one.cycle === 0 && one.stepId === next?.id)
        if (next === undefined || next.delay.from !== 'previous' || isSnoozed) return
        const base = over.map(({ at }) => at).reduce((a, b) => (a > b ? a : b), startedAt)
        const at = Temporal.Instant.from(base)
        const spoken = { ...plain, contactZone: own.contactZone }
        const due = oracleDue(spoken, next.delay, at)
        const wanted = Temporal.Instant.compare(due, at) < 0 ? nextWorkingInstant(spoken, at) : due
        expect(effect.to && Temporal.Instant.compare(Temporal.Instant.from(effect.to.at), wanted)).toBe(0)
      },
    ),
    { numRuns: 300 },
  )
  // The campaign has met every kind that an edit of a running cadence can have.
  expect([...seen].toSorted()).toEqual(['ends', 'keeps', 'loses', 'moves', 'new_step'])
})
