import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import {
  decideReminders,
  marksOf,
  touchOfReminder,
  type Reminder,
  type ReminderMark,
  type ReminderMarks,
} from '#lib/domain/reminders.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import type { KeyValue } from '#lib/store/env.ts'
import type { Deps } from './deps.ts'
import { thisMoment } from './planning.ts'
import { dueItems } from './today-view.ts'

/** What reminding needs of the browser. */
export interface ReminderPorts {
  /** Marks survive a loss of the database: nobody is reminded twice because of it. */
  kv: KeyValue
  show(reminder: Reminder): Promise<void>
  clear(notificationId: string): Promise<void>
}

/**
 * Shows what is due and not yet shown, takes away what is settled. The caller holds the reminder lock: two runs at
 * once would claim the same touch. Killed anywhere, the next run goes on: what was claimed is made again under its
 * id, which replaces it.
 */
export async function refreshReminders(deps: Deps, ports: ReminderPorts): Promise<void> {
  const moment = await thisMoment(deps)
  const decision = decideReminders({
    now: moment.now,
    items: await dueItems(deps.store, moment.now),
    marks: await storedMarks(ports.kv),
    settings: moment.settings,
    zone: calendarFor(moment.settings, moment.machineZone, null).zone,
  })
  for (const reminder of decision.create) {
    await ports.kv.set(marksOf(reminder, 'claimed', moment.now))
    await ports.show(reminder)
    await ports.kv.set(marksOf(reminder, 'shown', moment.now))
  }
  for (const id of decision.clear) await ports.clear(id)
  if (decision.cleared.length > 0) {
    const mark: ReminderMark = { state: 'cleared', notification: '', at: moment.now }
    await ports.kv.set(Object.fromEntries(decision.cleared.map((key) => [key, mark])))
  }
  if (decision.forget.length > 0) await ports.kv.remove(decision.forget)
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

/** The enrollment and step a notification stands for; null when that touch is no longer the next one. */
export async function touchBehind(
  deps: Deps,
  id: string,
): Promise<{ enrollmentId: string; stepId: string } | null> {
  const asked = touchOfReminder(id)
  if (!asked) return null
  for (const { enrollment } of await dueItems(deps.store, deps.clock.now())) {
    const { id: enrollmentId, dueStepId, cycle, dueAt } = enrollment
    if (dueStepId === null || touchIdOf(enrollmentId, dueStepId, cycle) !== asked.touchId) continue
    return dueAt === null ? null : { enrollmentId, stepId: dueStepId }
  }
  return null
}

const PREFIX = 'reminder.'
