import * as z from 'zod/mini'
import { epochDay, knownZone } from './calendar.ts'
import { FACTS, SIGNALS, STEP_TYPES } from './step.ts'

/**
 * The portable form of one planning question: everything the engine needs and nothing it would have to look up.
 * Explained in `docs/plan.md`, as JSON schema in `docs/schema/plan-case.json`. Fields it does not know are passed
 * over. Every message is the reason that the command prints.
 */
const must = <T>(holds: (value: T) => boolean, error: string) => z.refine<T>(holds, { error })

const TEXT = 'a text is needed'
const ZONE = 'a time zone is needed, such as "Europe/Oslo"'
const DATE = 'a date is needed, such as "2026-11-24"'
const INSTANT = 'an instant with its offset is needed, such as "2026-11-24T13:32:00+01:00"'
const TIME = 'a time is needed, such as "09:00"'
const WEEKDAY = 'weekdays are the numbers 1 (Monday) to 7'
const REGION = 'a region is an ISO 3166 code, such as "DE" or "DE-BY"'
const TEN_YEARS = 'a delay is ten years at most'

const text = z.string(TEXT).check(z.minLength(1, TEXT), z.maxLength(200, 'the text is longer than 200'))
const id = z.union([z.string(), z.number()], 'an id is needed, a text or a number')
const zone = z.string(ZONE).check(must(knownZone, 'no time zone has this name'))
const date = z
  .string(DATE)
  .check(z.regex(/^\d{4}-\d\d-\d\d$/, DATE), must(isDate, 'the calendar has no such date'))
const instant = z
  .string(INSTANT)
  .check(must(isInstant, INSTANT), must(isNear, 'the year is not between 1970 and 2200'))
const time = z.string(TIME).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, TIME))
const weekday = z.int(WEEKDAY).check(z.gte(1, WEEKDAY), z.lte(7, WEEKDAY))
const span = z
  .tuple([time, time], 'two times are needed, such as ["09:00", "17:00"]')
  .check(must(([from, to]) => from < to, 'the second time must be later than the first'))

const delay = z
  .object(
    {
      value: z.int('a whole number is needed').check(z.gte(0, 'a delay is not negative')),
      unit: z.enum(
        ['minutes', 'hours', 'business_days', 'days'],
        'the unit is minutes, hours, business_days or days',
      ),
      from: z.prefault(
        z.enum(['previous', 'start', 'arrival'], 'a delay counts from previous, start or arrival'),
        'previous',
      ),
    },
    'a delay is needed: { "value", "unit", "from" }',
  )
  .check(must(({ value, unit }) => value <= LONGEST[unit], TEN_YEARS))

const weekHours = z
  .record(
    z.string(),
    z.array(span, 'a list of spans is needed, such as [["09:00", "17:00"]]'),
    'hours are spans by ISO weekday',
  )
  .check(
    must(
      (hours) => Object.keys(hours).every((day) => /^[1-7]$/.test(day)),
      'hours are named by ISO weekday, "1" (Monday) to "7"',
    ),
  )

const window = z
  .object(
    {
      from: z.prefault(time, '00:00'),
      to: z.prefault(time, '24:00'),
      weekdays: z.nullish(
        z.array(weekday, WEEKDAY).check(z.minLength(1, 'a window without weekdays never opens')),
      ),
      best: z.nullish(time),
      /** Within `from` to `to` and on `weekdays`; a day that is not named has none. */
      hours: z.nullish(
        weekHours.check(
          must(
            (hours) => Object.values(hours).some((spans) => spans.length > 0),
            'a window without spans never opens',
          ),
        ),
      ),
      zone: z.prefault(z.enum(['contact', 'rep'], 'a window is in the zone of contact or rep'), 'contact'),
    },
    'a window is { "from", "to", "weekdays", "hours", "best", "zone" }',
  )
  .check(must(({ from, to }) => from < to, 'a window ends later than it begins'))

const overdue = z.object(
  {
    policy: z.enum(['wait', 'slide', 'skip'], 'the policy is wait, slide or skip'),
    days: z.nullish(
      z.int('a whole number is needed').check(z.gte(0, 'days are not negative'), z.lte(3_650, TEN_YEARS)),
    ),
  },
  'overdue is { "policy", "days" }',
)

const CONDITION = `a condition is one of ${[...FACTS, ...SIGNALS].join(', ')}, or { "step", "outcome" }`
const step = z.object(
  {
    id: text,
    type: z.enum(STEP_TYPES, `a type is one of ${STEP_TYPES.join(', ')}`),
    delay,
    window: z.nullish(window),
    anyTime: z.nullish(z.boolean('true or false is needed')),
    overdue: z.nullish(overdue),
    when: z.nullish(
      z.array(
        z.union([z.enum([...FACTS, ...SIGNALS]), z.object({ step: text, outcome: text })], CONDITION),
        'a list of conditions is needed',
      ),
    ),
    breakup: z.nullish(z.boolean('true or false is needed')),
  },
  'a step is needed: { "id", "type", "delay" }',
)

const cadence = z.object(
  {
    id: z.nullish(id),
    steps: z
      .array(step, 'a list of steps is needed')
      .check(
        z.maxLength(200, 'a cadence has 200 steps at most'),
        must(haveOwnIds, 'two steps have the same id'),
      ),
  },
  'a cadence is needed: { "id", "steps" }',
)

const contact = z.object(
  {
    /** Absent = the rep's. */
    zone: z.nullish(zone),
    region: z.nullish(z.string(REGION).check(z.regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3}){0,2}$/, REGION))),
    facts: z.nullish(
      z.array(z.enum(FACTS, `a fact is one of ${FACTS.join(', ')}`), 'a list of facts is needed'),
    ),
  },
  'a contact is needed: { "zone", "region" }',
)

const timeOff = z.object({ from: date, to: date }, 'a time off is { "from", "to" }').check(
  must(({ from, to }) => from <= to, 'a time off does not end before it begins'),
  must(({ from, to }) => lengthOf(from, to) <= 3_660, 'a time off is ten years at most'),
)

const rep = z.object(
  {
    zone,
    hours: z.nullish(weekHours),
    /** For the steps of a channel that name none themselves. */
    windows: z.nullish(
      z.object(
        {
          email: z.nullish(window),
          linkedin: z.nullish(window),
          call: z.nullish(window),
          task: z.nullish(window),
        },
        'windows are named by channel: email, linkedin, call, task',
      ),
    ),
    daysOff: z.nullish(z.array(date, 'a list of dates is needed')),
    timeOff: z.nullish(z.array(timeOff, 'a list of { "from", "to" } is needed')),
  },
  'a rep is needed: { "zone", "hours", "daysOff", "timeOff" }',
)

const entry = z.object(
  {
    /** Absent where none is meant (paused, resumed). */
    step: z.nullish(text),
    outcome: text,
    at: instant,
    /** Last day of an absence, end of a pause, or when a touch was put off to. */
    until: z.nullish(z.union([date, instant], 'a date or an instant with its offset is needed')),
  },
  'an entry is needed: { "step", "outcome", "at" }',
)

export const planCase = z.object(
  {
    id,
    cadence,
    start: instant,
    /** When an inbound lead came; absent = the start. */
    arrival: z.nullish(instant),
    contact,
    rep,
    history: z.nullish(z.array(entry, 'a list of what happened is needed')),
    now: instant,
  },
  'a JSON object is needed',
)
export type PlanCase = z.infer<typeof planCase>

function haveOwnIds(steps: readonly { id: string }[]): boolean {
  return new Set(steps.map((one) => one.id)).size === steps.length
}

function isDate(value: string): boolean {
  return epochDay(value) !== null
}

function lengthOf(from: string, to: string): number {
  return (epochDay(to) ?? 0) - (epochDay(from) ?? 0)
}

function isInstant(value: string): boolean {
  try {
    Temporal.Instant.from(value)
    return true
  } catch {
    return false
  }
}

function isNear(value: string): boolean {
  if (!isInstant(value)) return false
  const { year } = Temporal.Instant.from(value).toZonedDateTimeISO('UTC')
  return year >= 1970 && year <= 2200
}

const LONGEST = { minutes: 5_270_400, hours: 87_840, business_days: 3_660, days: 3_660 }
