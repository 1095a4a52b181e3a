import { calendarFor, epochDay, type Calendar, type CalendarSettings, type DaySet } from './calendar.ts'
import { goesOnAt, type Pause } from './due.ts'
import { trackOf } from './conditions.ts'
import { meaningOf } from './outcome-words.ts'
import { planCase, type PlanCase } from './plan-case.ts'
import { project, type Course } from './project.ts'
import { reckoningOf } from './reckoning.ts'
import { CHANNELS, type Fact, type PlanStep, type Signal, type StepWindow } from './step.ts'
import { zoneDays } from './zone-days.ts'

/** The answer to one case of `npm run plan`; `docs/plan.md` explains it. */
export type PlanAnswer =
  | {
      id: string | number
      state: 'active' | 'paused' | 'finished'
      /** Planned from now on; instants with the offset of their zone. */
      touches: { step: string; at: string; zone: string }[]
    }
  | { id: string | number | null; error: { at: string; reason: string } }

/**
 * Plans one case. `holidaysOf` gives the public holidays of an ISO 3166 region, null when nobody knows it. A case
 * that cannot be understood is answered with the place and the reason.
 */
export function planAnswer(given: unknown, holidaysOf: (region: string) => DaySet | null): PlanAnswer {
  const parsed = planCase.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refused(given, pathText(issue?.path ?? []), issue?.message ?? 'it cannot be read')
  }
  const { data } = parsed
  const region = data.contact.region ?? null
  const holidays = region === null ? undefined : holidaysOf(region)
  if (holidays === null) return refused(given, 'contact.region', 'no country or region has this code')
  const calendar = calendarOf(data, holidays)
  const past = pastOf(data, calendar)
  const now = ms(data.now)
  const open = past.pauses.some(({ to }) => to === null)
  if (past.finished) return { id: data.id, state: 'finished', touches: [] }
  const touches = open ? [] : project(courseOf(data, calendar, past, now))
  const paused = open || past.pauses.some(({ from, to }) => from <= now && to !== null && now < to)
  const state = paused ? 'paused' : touches.length === 0 ? 'finished' : 'active'
  return {
    id: data.id,
    state,
    touches: touches.map(({ step, at, zone }) => ({ step: step.id, at: instantIn(zone, at), zone })),
  }
}

function calendarOf({ rep, contact }: PlanCase, holidays: DaySet | undefined): Calendar {
  const days = (rep.timeOff ?? []).flatMap(({ from, to }) => datesBetween(from, to))
  const settings: CalendarSettings = {
    zone: rep.zone,
    hours: rep.hours ?? {},
    daysOff: [...(rep.daysOff ?? []), ...days],
    windows: windowsOf(rep.windows),
  }
  // A step without a window may be made at any hour of the rep: the case says all there is to say.
  return calendarFor(settings, rep.zone, contact.zone ?? null, {
    contactHours: null,
    ...(holidays !== undefined && { holidays }),
  })
}

interface Past {
  finished: boolean
  over: Map<string, number>
  snoozed: Map<string, number>
  pauses: Pause[]
  facts: Set<Fact>
  outcomes: Map<string, { outcome: string; signal: Signal }>
  signals: Signal[]
}

/** H1 to H4: what the history makes of the person, entry by entry; nothing follows an end. */
function pastOf(data: PlanCase, calendar: Calendar): Past {
  const past: Past = {
    finished: false, over: new Map(), snoozed: new Map(), pauses: [],
    facts: new Set(data.contact.facts), outcomes: new Map(), signals: [],
  } // prettier-ignore
  for (const entry of data.history ?? []) {
    if (past.finished) break
    happened(past, entry, calendar)
  }
  return past
}

type Entry = NonNullable<PlanCase['history']>[number]

function happened(past: Past, entry: Entry, calendar: Calendar): void {
  const meaning = meaningOf(entry.outcome)
  const at = ms(entry.at)
  const step = entry.step ?? null
  switch (meaning.kind) {
    case 'finished':
      past.finished = true
      return
    case 'away':
      // The touch itself was made; an absence that is told later does not make it later.
      if (step !== null && !past.over.has(step)) past.over.set(step, at)
      past.pauses.push(absence(at, entry.until ?? null, calendar))
      return
    case 'paused':
      past.pauses.push({ from: at, to: endOf(entry.until ?? null, calendar), lastDay: null })
      return
    case 'resumed':
      past.pauses = past.pauses.map((pause) =>
        pause.to === null || pause.to > at ? { ...pause, to: at, lastDay: null } : pause,
      )
      return
    case 'snoozed': {
      const until = endOf(entry.until ?? null, calendar)
      if (step !== null && until !== null) past.snoozed.set(step, until)
      return
    }
    case 'over':
      if (meaning.fact !== null) past.facts.add(meaning.fact)
      if (step === null) return
      past.over.delete(step)
      past.over.set(step, at)
      past.outcomes.set(step, { outcome: entry.outcome, signal: meaning.signal })
      past.signals.push(meaning.signal)
  }
}

/** R3: away up to the stated day; a week where none is stated (the field's usual pause). */
function absence(at: number, until: string | null, calendar: Calendar): Pause {
  const days = zoneDays(calendar.contactZone ?? calendar.zone)
  const stated = until === null ? null : (epochDay(until) ?? days.dayAt(ms(until)))
  const pause: Pause = { from: at, to: at, lastDay: stated ?? days.dayAt(at) + 7 }
  return { ...pause, to: goesOnAt(pause, at, reckoningOf(calendar, null)) }
}

/** A day means the start of work on it, or on the first working day after it. */
function endOf(until: string | null, calendar: Calendar): number | null {
  if (until === null) return null
  const day = epochDay(until)
  return day === null ? ms(until) : reckoningOf(calendar, null).first(day)
}

type Opening = NonNullable<PlanCase['cadence']['steps'][number]['window']>
function windowOf({ best, weekdays, hours, ...window }: Opening): StepWindow {
  return { ...window, weekdays: weekdays ?? EVERY_DAY, ...(best && { best }), ...(hours && { hours }) }
}

function windowsOf(given: PlanCase['rep']['windows']): Calendar['windows'] {
  const named = CHANNELS.flatMap((channel) => {
    const opening = given?.[channel]
    return opening ? [[channel, windowOf(opening)]] : []
  })
  return Object.fromEntries(named)
}

function courseOf(data: PlanCase, calendar: Calendar, past: Past, now: number): Course {
  const steps = data.cadence.steps.map((step): PlanStep => {
    const { window: opening, anyTime, overdue, when } = step
    return {
      id: step.id,
      type: step.type,
      delay: step.delay,
      ...(opening && { window: windowOf(opening) }),
      ...(anyTime && { anyTime }),
      ...(overdue && { overdue: { policy: overdue.policy, days: overdue.days ?? undefined } }),
      ...(when && { when }),
    }
  })
  const start = ms(data.start)
  return {
    steps,
    // A step that the history does not have is still to come, wherever it stands (H1).
    toCome: steps.flatMap((step, index) => (past.over.has(step.id) ? [] : [index])),
    over: [...past.over].map(([stepId, at]) => ({ stepId, at })),
    snoozed: past.snoozed,
    start,
    arrival: data.arrival ? ms(data.arrival) : start,
    pauses: past.pauses,
    known: { facts: past.facts, outcomes: past.outcomes, track: trackOf(past.signals) },
    calendar,
    now,
  }
}

function refused(given: unknown, at: string, reason: string): PlanAnswer {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null
  return { id: typeof id === 'string' || typeof id === 'number' ? id : null, error: { at, reason } }
}

/** `cadence.steps[2].delay.unit`; the line itself is `case`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text === '' ? 'case' : text.replace(/^\./, '')
}

function datesBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(to).days
  return Array.from({ length: count + 1 }, (_, days) => first.add({ days }).toString())
}

function instantIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: zone })
}

function ms(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
