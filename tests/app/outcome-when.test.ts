import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { outcomeWhen } from '#lib/app/outcome-when.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { asksFor, outcomeOf, OUTCOMES, type OutcomeId } from '#lib/domain/outcomes.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let enrollmentId: string
let stepId: string

beforeEach(async () => {
  world = await appWorld()
  const person = readPerson('inga-probe')
  const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  ;({ enrollmentId } = result)
  stepId = (await world.store.get('enrollment', enrollmentId))?.dueStepId ?? ''
})

const asked = async (id: OutcomeId, typed = '') => {
  const outcome = outcomeOf(id)
  if (outcome === null) throw new Error(id)
  const view = await outcomeWhen(world, { enrollmentId, stepId, outcome, typed })
  if (view === null) throw new Error('nothing is asked')
  return view
}
/** The first choice: what Enter takes. */
const first = async (id: OutcomeId, typed = '') => (await asked(id, typed)).choices[0]

test('only an absence and a call back have something to ask', () => {
  const asking = OUTCOMES.filter((outcome) => asksFor(outcome) !== null).map(({ id }) => id)
  expect(asking).toEqual(['email_out_of_office', 'call_back'])
})

describe('an absence, on Tuesday the 24th', () => {
  test.each([
    ['', '2026-12-01', '2026-12-02T09:00:00.000Z'],
    ['fri', '2026-11-27', '2026-11-30T09:00:00.000Z'],
    ['until 4 dec', '2026-12-04', '2026-12-07T09:00:00.000Z'],
    ['back mon', '2026-11-29', '2026-11-30T09:00:00.000Z'],
    ['today', '2026-11-24', '2026-11-25T09:00:00.000Z'],
    ['two weeks', '2026-12-01', '2026-12-02T09:00:00.000Z'],
    ['2 weeks', '2026-12-08', '2026-12-09T09:00:00.000Z'],
    ['2026-11-20', '2026-12-01', '2026-12-02T09:00:00.000Z'],
  ])('«%s» is away up to and with %s', async (typed, until, goesOn) => {
    expect(await first('email_out_of_office', typed)).toMatchObject({ until, goesOn })
  })

  test('goes on when it said it would', async () => {
    const choice = await first('email_out_of_office', 'back 7 dec')
    const until = choice && 'until' in choice ? choice.until : ''
    const done = await completeTouch(world, { enrollmentId, stepId, outcome: 'email_out_of_office', until })
    expect(done.result).toMatchObject({ away: choice && 'goesOn' in choice ? { goesOn: choice.goesOn } : {} })
  })

  test('no day is offered twice, and each ends today or later', async () => {
    const view = await asked('email_out_of_office', 'fri')
    const days = view.kind === 'away' ? view.choices.map(({ until }) => until) : []
    expect(new Set(days).size).toBe(days.length)
    expect(days.every((day) => day >= TUESDAY.slice(0, 10))).toBe(true)
  })
})

describe('a call back', () => {
  test.each([
    ['', 'usual', '2026-11-25T09:00:00.000Z'],
    ['fri 14:15', 'typed', '2026-11-27T14:15:00.000Z'],
    ['in 2 hours', 'typed', '2026-11-24T11:30:00.000Z'],
    ['whenever', 'usual', '2026-11-25T09:00:00.000Z'],
  ])('«%s» is the %s time, %s', async (typed, id, at) => {
    expect(await first('call_back', typed)).toMatchObject({ id, at })
  })
})
