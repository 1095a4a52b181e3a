import {
  addWorkingDays,
  atLocal,
  dayAt,
  isWorkingDay,
  startOfWork,
  stretchesOf,
  weekdayOf,
} from './calendar.ts'
import { nextTouch, schedule, type PlanInput } from './plan.ts'
import { parseWhen } from './when.ts'
import type { Instant } from '../values.ts'

/** When a due touch could be done instead. Rules S1 to S4 of SPEC.md. */
export interface SnoozeChoice {
  id: 'typed' | 'hour' | 'afternoon' | 'tomorrow' | 'three_days' | 'next_week'
  at: Instant
  /** The zone to show it in: the contact's where one is set, else the rep's. */
  zone: string
  /** Later touches that move along: where they would fall, and where they fall then. */
  moves: Move[]
}

export interface Move {
  stepId: string
  from: Instant
  to: Instant
}

/**
 * The choices of the menu, the typed one first when its words are understood; none when no touch is due. Two choices
 * never give the same instant, and all lie after `now` (S1).
 */
export function snoozeChoices(input: PlanInput & { typed?: string }): SnoozeChoice[] {
  const next = nextTouch(input)
  if (next.kind !== 'due') return []
  const { calendar, now } = input
  const zone = calendar.contactZone ?? calendar.zone
  const taken = new Set<Instant>()
  const choices: SnoozeChoice[] = []
  for (const [id, at] of instants(input)) {
    if (at <= now || taken.has(at)) continue
    taken.add(at)
    choices.push({ id, at, zone, moves: movesOf(input, next.stepId, at) })
  }
  return choices
}

/** Which later touches move when the touch that is next is snoozed to `at` (S4). */
export function movesOf(input: PlanInput, stepId: string, at: Instant): Move[] {
  const others = input.touches.filter(
    (touch) => touch.stepId !== stepId || touch.cycle !== input.enrollment.cycle,
  )
  const snoozed = {
    stepId,
    cycle: input.enrollment.cycle,
    state: 'snoozed' as const,
    at: input.now,
    snoozedTo: at,
  }
  const before = new Map(schedule(input).map((row) => [row.stepId, row]))
  return schedule({ ...input, touches: [...others, snoozed] }).flatMap((row) => {
    const from = before.get(row.stepId)
    if (from === undefined || row.state !== 'planned' || from.at === row.at) return []
    return [{ stepId: row.stepId, from: from.at, to: row.at }]
  })
}

function instants(input: PlanInput & { typed?: string }): [SnoozeChoice['id'], Instant][] {
  const { calendar, now, typed } = input
  const zone = calendar.contactZone ?? calendar.zone
  const at = Temporal.Instant.from(now).epochMilliseconds
  const today = dayAt(calendar.zone, at)
  const said =
    typed === undefined ? null : parseWhen(typed, now, zone, { calendar, hour: usualHour(input, zone) })
  const afternoon = afternoonOf(input, zone, at)
  const choices: [SnoozeChoice['id'], number | null][] = [
    ['hour', at + 3_600_000],
    ['afternoon', afternoon],
    ['tomorrow', isWorkingDay(calendar, today + 1) ? startOfWork(calendar, today + 1) : null],
    ['three_days', startOfWork(calendar, addWorkingDays(calendar, today, 3))],
    ['next_week', startOfWork(calendar, today + 8 - weekdayOf(today))],
  ]
  const fixed = choices.flatMap(([id, ms]): [SnoozeChoice['id'], Instant][] =>
    ms === null ? [] : [[id, text(ms)]],
  )
  return said === null ? fixed : [['typed', said], ...fixed]
}

/** S2: 14:00 or 16:30 there, at least an hour away and inside working time; null when the day has neither. */
function afternoonOf({ calendar }: PlanInput, zone: string, now: number): number | null {
  const day = dayAt(zone, now)
  const working = stretchesOf(calendar, dayAt(calendar.zone, now))
  const candidates = [14 * 60, 16 * 60 + 30].map((minutes) => atLocal(zone, day, minutes))
  return (
    candidates.find(
      (at) => at > now + 3_600_000 && working.some((span) => span.from <= at && at < span.to),
    ) ?? null
  )
}

/** S3: a day typed without an hour means the start of work of the next working day, as its hour there. */
function usualHour({ calendar, now }: PlanInput, zone: string): number {
  const tomorrow = dayAt(calendar.zone, Temporal.Instant.from(now).epochMilliseconds) + 1
  const start = Temporal.Instant.fromEpochMilliseconds(startOfWork(calendar, tomorrow)).toZonedDateTimeISO(
    zone,
  )
  return start.hour + start.minute / 60
}

function text(at: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}
