import { arrivalOf } from './arrival.ts'
import { dayAt, startOfDay, type Calendar, type EpochDay } from './cadence/calendar.ts'
import { channelOf, type Channel, type StepType } from './cadence/step.ts'
import { touchIdOf } from './identity.ts'
import { claimedAgain, freshReminders, type Counts, type Reminder } from './reminder-groups.ts'
import {
  digestKey,
  isDigestAfter,
  isOldKey,
  keptSince,
  noticeKey,
  noticeOf,
  reminderKey,
  type ReminderMark,
  type ReminderMarks,
} from './reminder-keys.ts'
import { escalatesAt, morningOf, quietUntil, type Morning } from './reminders-when.ts'
import type { Settings } from './settings.ts'
import { waitingSince, type Waiting } from './sla.ts'
import type { TodayItem } from './today.ts'
import type { Instant } from './values.ts'

/**
 * Which notifications to show and to take away. Pure: the caller keeps the marks, creates and clears.
 *
 *            (due) ──► claimed ──create──► shown ──no longer due──► cleared ──60 days──► forgotten
 *                        ▲  └──no longer due──► withdrawn
 *                        └────────due after all─────┘
 *
 *   N1  A touch that is due is reminded once for its due instant; a snoozed one again at its new instant. One whose
 *       instant only moved back (another zone, other hours) behind the reminder it had is not reminded again.
 *   N2  «claimed» is written before `notifications.create`, «shown» after it. A claimed mark that is found at the next
 *       start is created again under the id it was claimed for: that replaces, never doubles. A shown one never is.
 *       One that is no longer due by then is withdrawn, and claimed again should the touch be due after all. So is one
 *       that was shown by a clock that ran ahead: it is told under its id again when its time has really come.
 *   N3  Three or more to be shown now come as one; two or more where the rep wants them together, and then the
 *       notification for several that stood before goes.
 *   N4  A notification goes when the last of its touches is done, skipped, snoozed, paused or must not happen.
 *   N5  Notifications off: none is created and nothing is marked; those on screen go.
 *   N6  Marks are kept for 60 days after their due instant, so that an undone touch is not reminded again.
 *   N7  Quiet hours: nothing is created; at their end comes what waits. What is settled goes at once.
 *   N8  Digest: from the start of work of a working day, for three hours, once: what is due and what the day brings,
 *       as one. What it tells of counts as reminded. A day that brings fewer than three has none.
 *   N9  Escalation: what is still open at the start of work of the first working day after it was due is told of once
 *       more, all of it as one; in the digest where there is one.
 *   N10 Inbound leads are told of one by one (five or more at once as one), in the digest never, and again at red and
 *       at alarm (rules L1 to L3 of `sla.ts`); they are not escalated besides.
 */

/** What one touch is reminded of: facts, no sentences. */
export interface ReminderTouch {
  /** The mark of its being due. */
  key: string
  /** All that is to be told of it by now, the weakest first; `key` among them. */
  keys: string[]
  enrollmentId: string
  contactId: string
  stepId: string
  type: StepType
  channel: Channel
  /** Null when the settings keep names off notifications. */
  name: string | null
  company: string | null
  cadenceName: string
  index: number
  of: number
  at: Instant
  zone: string
  /** How long an inbound lead has been waiting; null for everybody else. */
  waiting: Waiting | null
}

export interface ReminderDecision {
  /** For each: write «claimed» for all its `keys`, create it, write «shown». */
  create: Reminder[]
  /** Notification ids to take off the screen; then write the marks of `settled`. */
  clear: string[]
  settled: ReminderMarks
  /** Marks to delete. */
  forget: string[]
  /** When to look again even if no touch becomes due: end of the quiet hours, digest, escalation, a waiting lead. */
  wakeAt: Instant | null
}

export interface ReminderInput {
  now: Instant
  /** Enrollments with a due instant up to the end of the rep's day; more may be given. */
  items: readonly TodayItem[]
  marks: ReminderMarks
  settings: Pick<
    Settings,
    'notifications' | 'notifyNames' | 'notifyStyle' | 'digest' | 'escalate' | 'quietHours'
  >
  /** The rep's; its zone stands for contacts without one. */
  calendar: Calendar
}

export function decideReminders(input: ReminderInput): ReminderDecision {
  const { now, marks, settings, calendar } = input
  const due = dueTouches(input)
  const morning = morningOf(calendar, now)
  const wanted = settings.notifications ? due : []
  const told = new Set(wanted.flatMap(({ keys }) => keys))
  const counts = countsOf(input, due)
  const pending = settings.notifications ? pendingOf(input, wanted, morning, counts) : []
  const quietEnd = quietUntil(settings.quietHours, calendar, now)
  const create = quietEnd === null ? pending : []
  const gone = goneOf(marks, told, settings.notifications ? digestKey(morning.day) : null)
  const over = settings.notifyStyle === 'together' ? superseded(marks, create) : []
  const alive = new Set([...wanted.flatMap(({ keys }) => keys.map((key) => marks[key]?.notification)), ...create.map(({ id }) => id)]) // prettier-ignore
  const clear = gone.map(([, mark]) => mark.notification).filter((id) => !alive.has(id))
  const isSlowDay = digestIsDue(input, morning) && quietEnd === null && isLittle(counts)
  const all = new Set(due.flatMap(({ keys }) => keys))
  const since = keptSince(now)
  const forget = Object.keys(marks).filter(
    (key) => !all.has(key) && (isOldKey(key, since) || isDigestAfter(key, morning.day)),
  )
  const settled: Record<string, ReminderMark> = Object.fromEntries([
    ...gone.map(([key, mark]) => [key, settledMark(mark, now)]),
    ...over.map(([key, mark]) => [key, { ...mark, state: 'cleared' }]),
  ])
  if (isSlowDay) settled[digestKey(morning.day)] = { state: 'cleared', notification: '', at: now }
  for (const key of forget) delete settled[key]
  return {
    create,
    clear: [...new Set([...clear, ...over.map(([, mark]) => mark.notification)])],
    settled,
    forget,
    wakeAt: settings.notifications
      ? earliest(now, [
          pending.length > 0 ? quietEnd : null,
          settings.digest ? morning.nextAt : null,
          ...due.map((touch) => nextNotice(touch, settings.escalate, calendar)),
        ])
      : null,
  }
}

/** The marks to write for a reminder: «claimed» before it is created, «shown» after. */
export function marksOf(
  reminder: Reminder,
  state: 'claimed' | 'shown',
  now: Instant,
): Record<string, ReminderMark> {
  return Object.fromEntries(reminder.keys.map((key) => [key, { state, notification: reminder.id, at: now }]))
}

/** What is to be created, were it not for quiet hours. */
function pendingOf(
  input: ReminderInput,
  wanted: readonly ReminderTouch[],
  morning: Morning,
  counts: Counts,
): Reminder[] {
  const { marks, settings } = input
  const isDigest = digestIsDue(input, morning) && !isLittle(counts)
  return [
    ...claimedAgain(wanted, marks, { day: morning.day, counts }),
    ...freshReminders(wanted, marks, {
      together: settings.notifyStyle === 'together' ? 2 : 3,
      digest: isDigest ? { day: morning.day, counts } : null,
    }),
  ]
}

function digestIsDue({ settings, marks }: ReminderInput, { isNow, day }: Morning): boolean {
  return settings.notifications && settings.digest && isNow && marks[digestKey(day)] === undefined
}

const isLittle = ({ due, overdue, later }: Counts): boolean => due + overdue + later < DIGEST_FROM

/** All that is due, earliest first, by the keys it goes by. */
function dueTouches({ now, items, marks, settings, calendar }: ReminderInput): ReminderTouch[] {
  const earlier = marksByTouch(marks, now)
  const due = new Map<string, ReminderTouch>()
  for (const item of items) {
    const touch = dueTouch(item, now, calendar, settings.notifyNames)
    if (touch === null) continue
    const key = keyOf(touch, marks, earlier)
    due.set(key, { ...touch, key, keys: keysOf({ ...touch, key }, now, settings.escalate, calendar) })
  }
  return [...due.values()].sort(byTime)
}

function keysOf(touch: ReminderTouch, now: Instant, escalate: boolean, calendar: Calendar): string[] {
  const { key, waiting } = touch
  if (waiting === null) {
    const isLate = escalate && escalatesAt(touch.at, calendar) <= now
    return isLate ? [key, noticeKey('overdue', key)] : [key]
  }
  if (waiting.level === 'alarm') return [key, noticeKey('red', key), noticeKey('alarm', key)]
  return waiting.level === 'red' ? [key, noticeKey('red', key)] : [key]
}

/** When a due touch is told of next. */
function nextNotice(touch: ReminderTouch, escalate: boolean, calendar: Calendar): Instant | null {
  if (touch.waiting !== null) return touch.waiting.nextAt
  return escalate && touch.keys.length === 1 ? escalatesAt(touch.at, calendar) : null
}

function earliest(now: Instant, moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce(
    (first, at) => (at !== null && at > now && (first === null || at < first) ? at : first),
    null,
  )
}

function dueTouch(item: TodayItem, now: Instant, calendar: Calendar, names: boolean): ReminderTouch | null {
  const { enrollment, contact, cadence, account } = item
  const { dueAt, dueStepId } = enrollment
  if (!isOpen(item) || dueAt === null || dueAt > now) return null
  const position = cadence.steps.findIndex(({ id }) => id === dueStepId)
  const step = cadence.steps[position]
  // A step that an edit took away: the enrollment is planned anew first, then its touch is reminded.
  if (step === undefined) return null
  const isLead = contact.leadSource === 'inbound' && position === 0
  return {
    key: reminderKey(touchIdOf(enrollment.id, step.id, enrollment.cycle), dueAt), keys: [],
    enrollmentId: enrollment.id, contactId: contact.id, stepId: step.id, type: step.type, channel: channelOf(step.type),
    name: names ? contact.name.value : null,
    company: names ? (contact.company?.value ?? account?.name.value ?? null) : null,
    cadenceName: cadence.name, index: position + 1, of: cadence.steps.length,
    at: dueAt, zone: contact.zone ?? calendar.zone,
    waiting: isLead ? waitingSince(arrivalOf(enrollment), now, calendar) : null,
  } // prettier-ignore
}

const isOpen = ({ enrollment, contact }: TodayItem): boolean =>
  enrollment.state === 'active' && !contact.doNotContact

/** What the digest counts: due today, open from before, and still to come today; leads have their own notifications. */
function countsOf({ now, items, calendar }: ReminderInput, due: readonly ReminderTouch[]): Counts {
  const today = dayAt(calendar.zone, Temporal.Instant.from(now).epochMilliseconds)
  const [start, end] = [startOf(calendar, today), startOf(calendar, today + 1)]
  const plain = due.filter(({ waiting }) => waiting === null)
  const overdue = plain.filter(({ at }) => at < start).length
  const later = items.filter((item) => {
    const { dueAt } = item.enrollment
    return isOpen(item) && dueAt !== null && dueAt > now && dueAt < end
  })
  return { due: plain.length - overdue, overdue, later: later.length }
}

function startOf(calendar: Calendar, day: EpochDay): Instant {
  const instant = Temporal.Instant.fromEpochMilliseconds(startOfDay(calendar.zone, day))
  return instant.toString({ smallestUnit: 'millisecond' })
}

/** Marks whose touch is settled; a digest goes with the last touch it told of, and with its day. */
function goneOf(
  marks: ReminderMarks,
  told: ReadonlySet<string>,
  digest: string | null,
): [string, ReminderMark][] {
  const open = Object.entries(marks).filter(([, { state }]) => state === 'claimed' || state === 'shown')
  const inDigest = open.filter(([key, { notification }]) => key !== digest && notification === digest)
  const digestStands = inDigest.length === 0 || inDigest.some(([key]) => told.has(key))
  return open.filter(([key]) => !told.has(key) && !(key === digest && digestStands))
}

/** Whether it was told of, and when, stays known; what a clock told that ran ahead was told of too early (N2). */
function settledMark(mark: ReminderMark, now: Instant): ReminderMark {
  return { ...mark, state: mark.state === 'shown' && mark.at <= now ? 'cleared' : 'withdrawn' }
}

/** N3: the notifications for several that a new one takes the place of. */
function superseded(marks: ReminderMarks, create: readonly Reminder[]): [string, ReminderMark][] {
  if (!create.some(({ kind }) => kind === 'several')) return []
  const anew = new Set(create.map(({ id }) => id))
  return Object.entries(marks).filter(
    ([, { state, notification }]) =>
      state === 'shown' && notification.startsWith('several.') && !anew.has(notification),
  )
}

/** Marks of each touch that were made before now: one from the future was made by a clock that was wrong. */
function marksByTouch(marks: ReminderMarks, now: Instant): Map<string, [string, ReminderMark][]> {
  const found = new Map<string, [string, ReminderMark][]>()
  for (const [key, mark] of Object.entries(marks)) {
    const noticed = noticeOf(key)
    if (noticed?.kind !== 'due' || mark.at > now) continue
    found.set(noticed.touchId, [...(found.get(noticed.touchId) ?? []), [key, mark]])
  }
  return found
}

/** N1: the key a touch goes by: its own, or that of an earlier reminder which its due instant has moved behind. */
function keyOf(
  touch: ReminderTouch,
  marks: ReminderMarks,
  earlier: Map<string, [string, ReminderMark][]>,
): string {
  if (marks[touch.key] !== undefined) return touch.key
  const touchId = noticeOf(touch.key)?.touchId ?? ''
  return earlier.get(touchId)?.find(([, mark]) => mark.at >= touch.at)?.[0] ?? touch.key
}

function byTime(a: ReminderTouch, b: ReminderTouch): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1
}

const DIGEST_FROM = 3
