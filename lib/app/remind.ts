import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import type { Reminder } from '#lib/domain/reminder-groups.ts'
import { noticeOf, type ReminderMark, type ReminderMarks } from '#lib/domain/reminder-keys.ts'
import { decideReminders, marksOf } from '#lib/domain/reminders.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { KeyValue } from '#lib/store/env.ts'
import type { Deps } from './deps.ts'
import { thisMoment } from './planning.ts'
import { dayBounds, dueItems } from './today-view.ts'
import { snoozeTouch } from './touches.ts'

/** What reminding needs of the browser. */
export interface ReminderPorts {
  /** Marks survive a loss of the database: nobody is reminded twice because of it. */
  kv: KeyValue
  show(reminder: Reminder, settings: Settings): Promise<void>
  clear(notificationId: string): Promise<void>
}

/**
 * Shows what is due and not yet shown, takes away what is settled. The caller holds the reminder lock: two runs at
 * once would claim the same touch. Killed anywhere, the next run goes on: what was claimed is made again under its
 * id, which replaces it. Resolves to when it wants to look again, besides the next due instant; null for no reason.
 */
export async function refreshReminders(deps: Deps, ports: ReminderPorts): Promise<Instant | null> {
  const moment = await thisMoment(deps)
  const calendar = calendarFor(moment.settings, moment.machineZone, null)
  const decision = decideReminders({
    now: moment.now,
    items: await dueItems(deps.store, dayBounds(moment, calendar).end),
    marks: await storedMarks(ports.kv),
    settings: moment.settings,
    calendar,
  })
  for (const reminder of decision.create) {
    await ports.kv.set(marksOf(reminder, 'claimed', moment.now))
    await ports.show(reminder, moment.settings)
    await ports.kv.set(marksOf(reminder, 'shown', moment.now))
  }
  for (const id of decision.clear) await ports.clear(id)
  if (Object.keys(decision.settled).length > 0) await ports.kv.set(decision.settled)
  if (decision.forget.length > 0) await ports.kv.remove(decision.forget)
  return decision.wakeAt
}

async function storedMarks(kv: KeyValue): Promise<ReminderMarks> {
  const stored = await kv.get(await kv.keys(PREFIX))
  const entries = Object.entries(stored).filter((entry): entry is [string, ReminderMark] => isMark(entry[1]))
  return Object.fromEntries(entries)
}

function isMark(value: unknown): value is ReminderMark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    'notification' in value &&
    'at' in value
  )
}

/** The enrollment and step a notification for one touch stands for; null when that touch is no longer the next one. */
export async function touchBehind(deps: Deps, id: string): Promise<TouchBehind | null> {
  const [touch] = noticeOf(id) === null ? [] : await openTouches(deps, [id])
  return touch ?? null
}

/** Snoozes what the notification stands for, one touch or several, as the settings say. */
export async function snoozeReminder(deps: Deps, kv: KeyValue, id: string): Promise<void> {
  const marks = await storedMarks(kv)
  const keys = Object.keys(marks).filter((key) => marks[key]?.notification === id)
  const { snoozeMinutes } = await deps.settings.get()
  const until = new Date(Date.parse(deps.clock.now()) + snoozeMinutes * 60_000).toISOString()
  for (const touch of await openTouches(deps, [id, ...keys])) await snoozeTouch(deps, { ...touch, until })
}

interface TouchBehind {
  enrollmentId: string
  stepId: string
}

/** The touches of these keys that are still the next ones of their enrollments. */
async function openTouches(deps: Deps, keys: readonly string[]): Promise<TouchBehind[]> {
  const asked = new Set(keys.map((key) => noticeOf(key)?.touchId))
  const due = await dueItems(deps.store, justAfter(deps.clock.now()))
  return due.flatMap(({ enrollment: { id, dueStepId, cycle } }) =>
    dueStepId !== null && asked.has(touchIdOf(id, dueStepId, cycle))
      ? [{ enrollmentId: id, stepId: dueStepId }]
      : [],
  )
}

/** Instants count in milliseconds: what is due now is due before this. */
function justAfter(now: Instant): Instant {
  return new Date(Date.parse(now) + 1).toISOString()
}

const PREFIX = 'reminder.'
