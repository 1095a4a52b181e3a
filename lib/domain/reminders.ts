import { channelOf, type Channel, type StepType } from './cadence/step.ts'
import { touchIdOf } from './identity.ts'
import type { TodayItem } from './today.ts'
import type { Settings } from './settings.ts'
import type { Instant } from './values.ts'

/**
 * Which notifications to show and to take away. Pure: the caller keeps the marks, creates and clears.
 *
 *            (due) ──► claimed ──create──► shown ──no longer due──► cleared ──60 days──► forgotten
 *
 *   N1  A touch that is due is reminded once for its due instant; a snoozed one again at its new instant. One whose
 *       instant only moved back (another zone, other hours) behind the reminder it had is not reminded again.
 *   N2  «claimed» is written before `notifications.create`, «shown» after it. A claimed mark that is found at the next
 *       start is created again under the id it was claimed for: that replaces, never doubles. A shown one never is.
 *   N3  Three or more to be shown now come as one.
 *   N4  A notification goes when the last of its touches is done, skipped, snoozed, paused or must not happen.
 *   N5  Notifications off: none is created and nothing is marked; those on screen go.
 *   N6  Marks are kept for 60 days after their due instant, so that an undone touch is not reminded again.
 */

export interface ReminderMark {
  state: 'claimed' | 'shown' | 'cleared'
  /** Id of the notification that tells of it. */
  notification: string
  /** When it was claimed. */
  at: Instant
}

/** Marks by `reminderKey`. */
export type ReminderMarks = Readonly<Record<string, ReminderMark>>

/** What one touch is reminded of: facts, no sentences. */
export interface ReminderTouch {
  key: string
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
}

export type Reminder =
  | {
      kind: 'single'
      /** Id of the notification. */
      id: string
      touch: ReminderTouch
      /** Done records the plain outcome (mail, LinkedIn, task) or opens the panel at the outcomes (call). */
      done: 'record' | 'open'
      keys: string[]
    }
  /** Earliest first. Opens Today. */
  | { kind: 'several'; id: string; touches: ReminderTouch[]; keys: string[] }

export interface ReminderDecision {
  /** For each: write «claimed» for all its `keys`, create it, write «shown». */
  create: Reminder[]
  /** Notification ids to take off the screen; then write «cleared» for `cleared`. */
  clear: string[]
  cleared: string[]
  /** Marks to delete. */
  forget: string[]
}

export interface ReminderInput {
  now: Instant
  /** Enrollments with a due instant up to now; more may be given. */
  items: readonly TodayItem[]
  marks: ReminderMarks
  settings: Pick<Settings, 'notifications' | 'notifyNames'>
  /** The rep's zone, for contacts without one. */
  zone: string
}

export function decideReminders({ now, items, marks, settings, zone }: ReminderInput): ReminderDecision {
  const earlier = marksByTouch(marks, now)
  const due = new Map<string, ReminderTouch>()
  for (const item of items) {
    const touch = dueTouch(item, now, zone, settings.notifyNames)
    if (touch === null) continue
    const key = keyOf(touch, marks, earlier)
    due.set(key, { ...touch, key })
  }
  const wanted = settings.notifications ? [...due.values()].sort(byTime) : []
  const wantedKeys = new Set(wanted.map(({ key }) => key))
  const create = [
    ...claimedAgain(wanted, marks),
    ...fresh(wanted.filter(({ key }) => marks[key] === undefined)),
  ]
  const gone = Object.entries(marks).filter(([key, { state }]) => state !== 'cleared' && !wantedKeys.has(key))
  const alive = new Set([...wanted.map(({ key }) => marks[key]?.notification), ...create.map(({ id }) => id)])
  const clear = [...new Set(gone.map(([, mark]) => mark.notification))].filter((id) => !alive.has(id))
  const forget = Object.keys(marks).filter((key) => !due.has(key) && isOld(key, now))
  return { create, clear, cleared: gone.map(([key]) => key).filter((key) => !forget.includes(key)), forget }
}

/** The marks to write for a reminder: «claimed» before it is created, «shown» after. */
export function marksOf(
  reminder: Reminder,
  state: 'claimed' | 'shown',
  now: Instant,
): Record<string, ReminderMark> {
  return Object.fromEntries(reminder.keys.map((key) => [key, { state, notification: reminder.id, at: now }]))
}

/** Key of the mark, and of a single touch's notification: one touch at one due instant. */
export function reminderKey(touchId: string, dueAt: Instant): string {
  return `reminder.${touchId}.${dueAt}`
}

/** The touch of a notification's button: its ids, or null when the id is of several or of something else. */
export function touchOfReminder(id: string): { touchId: string; dueAt: Instant } | null {
  const match = /^reminder\.([0-9a-f-]{36})\.(\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(id)
  return match?.[1] === undefined || match[2] === undefined ? null : { touchId: match[1], dueAt: match[2] }
}

function dueTouch(item: TodayItem, now: Instant, zone: string, names: boolean): ReminderTouch | null {
  const { enrollment, contact, cadence, account } = item
  const { dueAt, dueStepId } = enrollment
  if (
    enrollment.state !== 'active' ||
    contact.doNotContact ||
    dueAt === null ||
    dueStepId === null ||
    dueAt > now
  )
    return null
  const position = cadence.steps.findIndex(({ id }) => id === dueStepId)
  const step = cadence.steps[position]
  // A step that an edit took away: the enrollment is planned anew first, then its touch is reminded.
  if (step === undefined) return null
  return {
    key: reminderKey(touchIdOf(enrollment.id, step.id, enrollment.cycle), dueAt),
    enrollmentId: enrollment.id, contactId: contact.id, stepId: step.id, type: step.type, channel: channelOf(step.type),
    name: names ? contact.name.value : null,
    company: names ? (contact.company?.value ?? account?.name.value ?? null) : null,
    cadenceName: cadence.name, index: position + 1, of: cadence.steps.length, at: dueAt, zone: contact.zone ?? zone,
  } // prettier-ignore
}

/** Marks of each touch that were made before now: one from the future was made by a clock that was wrong. */
function marksByTouch(marks: ReminderMarks, now: Instant): Map<string, [string, ReminderMark][]> {
  const found = new Map<string, [string, ReminderMark][]>()
  for (const [key, mark] of Object.entries(marks)) {
    const touchId = touchOfReminder(key)?.touchId
    if (touchId === undefined || mark.at > now) continue
    found.set(touchId, [...(found.get(touchId) ?? []), [key, mark]])
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
  const touchId = touchOfReminder(touch.key)?.touchId ?? ''
  return earlier.get(touchId)?.find(([, mark]) => mark.at >= touch.at)?.[0] ?? touch.key
}

/** N2: what was claimed and perhaps not shown, under the very ids it was claimed for. */
function claimedAgain(wanted: readonly ReminderTouch[], marks: ReminderMarks): Reminder[] {
  const groups = new Map<string, ReminderTouch[]>()
  for (const touch of wanted) {
    const mark = marks[touch.key]
    if (mark?.state !== 'claimed') continue
    groups.set(mark.notification, [...(groups.get(mark.notification) ?? []), touch])
  }
  return [...groups].map(([id, touches]) => reminderOf(id, touches))
}

/** N3. The id of several is that of its earliest touch, so it stays the same however often it is decided. */
function fresh(touches: readonly ReminderTouch[]): Reminder[] {
  const [first] = touches
  if (first === undefined) return []
  if (touches.length >= TOGETHER)
    return [reminderOf(`several.${String(touches.length)}.${first.key}`, [...touches])]
  return touches.map((touch) => reminderOf(touch.key, [touch]))
}

function reminderOf(id: string, touches: ReminderTouch[]): Reminder {
  const keys = touches.map(({ key }) => key)
  const [only] = touches
  if (id.startsWith(SEVERAL) || only === undefined) return { kind: 'several', id, touches, keys }
  return { kind: 'single', id, touch: only, done: only.channel === 'call' ? 'open' : 'record', keys }
}

function isOld(key: string, now: Instant): boolean {
  const dueAt = touchOfReminder(key)?.dueAt
  if (dueAt === undefined) return true
  return (
    Temporal.Instant.from(now).epochMilliseconds - Temporal.Instant.from(dueAt).epochMilliseconds > KEEP_MS
  )
}

function byTime(a: ReminderTouch, b: ReminderTouch): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1
}

const SEVERAL = 'several.'
const TOGETHER = 3
const KEEP_MS = 60 * 86_400_000
