import type { Calendar } from './cadence/calendar.ts'
import { reckoningOf, windowOf, type Windowed } from './cadence/reckoning.ts'
import type { Channel, StepType, StepWindow } from './cadence/step.ts'
import { zoneDays } from './cadence/zone-days.ts'
import type { TodayGroupId, TodayRow, TodayView } from './today.ts'
import type { Instant } from './values.ts'

/** In which order things are done: T8 and T9 of `today.ts`. */

/** T9: what there is to do now, one after another; of one channel, or of all. */
export function queueOf({ groups }: Pick<TodayView, 'groups'>, channel: Channel | null): TodayRow[] {
  const rowsOf = (id: TodayGroupId): TodayRow[] => groups.find((group) => group.id === id)?.rows ?? []
  const started = [...rowsOf('due'), ...rowsOf('overdue')].toSorted(soonestClosed)
  return [...rowsOf('inbound'), ...started].filter(
    (row) => row.stepId !== null && (channel === null || row.channel === channel),
  )
}

/** The channels of what there is to do now, each with how much it is; those with nothing are left out. */
export function channelCounts(view: Pick<TodayView, 'groups'>): { channel: Channel; count: number }[] {
  const queue = queueOf(view, null)
  return QUEUED_CHANNELS.map((channel) => ({
    channel,
    count: queue.filter((row) => row.channel === channel).length,
  })).filter(({ count }) => count > 0)
}

/** T8: when a window closes, worked out once for each zone and window, however many rows have them. */
export function closings(
  calendar: Calendar,
  now: Instant,
): (zone: string | null, step: Windowed) => Instant | null {
  const at = Temporal.Instant.from(now).epochMilliseconds
  const byZone = new Map<
    string | null,
    { calendar: Calendar; known: Map<StepWindow | undefined, Instant | null> }
  >()
  return (zone, step) => {
    let there = byZone.get(zone)
    if (there === undefined) {
      const contactZone = zone !== null && zone !== calendar.zone && isZone(zone) ? zone : null
      there = { calendar: { ...calendar, contactZone }, known: new Map() }
      byZone.set(zone, there)
    }
    const window = windowOf(calendar, step)
    let closesAt = there.known.get(window)
    if (closesAt === undefined) {
      const end = reckoningOf(there.calendar, step).closes(at)
      closesAt =
        end === null
          ? null
          : Temporal.Instant.fromEpochMilliseconds(end).toString({ smallestUnit: 'millisecond' })
      there.known.set(window, closesAt)
    }
    return closesAt
  }
}

function isZone(zone: string): boolean {
  try {
    zoneDays(zone)
    return true
  } catch {
    return false
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const earliest = (a: TodayRow, b: TodayRow): number =>
  compare(a.at, b.at) || byFit(a, b) || intentOf(a) - intentOf(b) || compare(a.id, b.id)
const byFit = (a: TodayRow, b: TodayRow): number => (b.score ?? -1) - (a.score ?? -1)
const soonestClosed = (a: TodayRow, b: TodayRow): number =>
  compare(a.closesAt ?? LATE, b.closesAt ?? LATE) || earliest(a, b)

/** What a step is for: to talk, to be answered, to be seen; a farewell comes last. */
function intentOf({ type, breakup }: TodayRow): number {
  if (type === null) return INTENTS.length
  const found = INTENTS.findIndex((types) => types.includes(type))
  return breakup ? INTENTS.length : found
}

const INTENTS: readonly (readonly StepType[])[] = [
  ['call', 'linkedin_voice'],
  ['email_reply', 'linkedin_message', 'linkedin_inmail'],
  ['email', 'linkedin_connect'],
  ['task', 'research'],
  ['linkedin_engage', 'linkedin_follow', 'linkedin_view'],
]
/** After every instant, as text. */
const LATE = '~'

/** T8: most urgent first; the freshest answer, of what is due what closes soonest. */
export const ORDER: Record<TodayGroupId, (a: TodayRow, b: TodayRow) => number> = {
  replied: (a, b) => compare(b.at, a.at) || compare(a.id, b.id),
  inbound: earliest,
  due: soonestClosed,
  later: earliest,
  overdue: soonestClosed,
}
export const CLOSING: ReadonlySet<TodayGroupId> = new Set(['inbound', 'due', 'overdue'])
const QUEUED_CHANNELS = ['call', 'email', 'linkedin', 'task'] as const
