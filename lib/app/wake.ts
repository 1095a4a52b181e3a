import type { Badge } from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { KeyValue } from '#lib/store/env.ts'
import type { Change } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { leaveOut } from './leave-out.ts'
import { lookForNews } from './look.ts'
import { courseOf, pauseOf, resumeChanges, thisMoment } from './planning.ts'
import { refreshReminders, type ReminderPorts } from './remind.ts'
import { finishReplans, replanAll, type NoteStore } from './replan.ts'
import { repsDay, todayBadge } from './today-view.ts'

/**
 * What time alone brings about. Run at every wake of the worker and when the panel opens; running it twice does
 * nothing the second time, and a share left over is done at the next wake.
 */

/** What a wake needs of the browser. */
export interface WakePorts extends ReminderPorts {
  /** Ends with the browser, as badge and notifications do. */
  session: NoteStore
  showBadge(badge: Badge): Promise<void>
  /** Wakes the worker at this instant; null for no reason. */
  wakeAt(at: Instant | null): Promise<void>
}

/**
 * Ended pauses, plans, reminders, badge and the next alarm, as store and time say; nothing where nothing is new. The
 * caller holds the lock of reminders: two at once would claim the same touch.
 */
export async function timeBrings(deps: Deps, ports: WakePorts): Promise<void> {
  await lookForNews(deps, ports.session, async (now) => {
    await endPauses(deps)
    const leftOutAt = await followPlanning(deps, ports.kv)
    const lookAgain = await refreshReminders(deps, ports)
    const { changesAt, ...badge } = await todayBadge(deps)
    await ports.showBadge(badge)
    const next = await deps.store.nextDueAfter(now)
    const moments = [next, lookAgain, changesAt].filter((at) => at !== null)
    await ports.wakeAt(moments.length === 0 ? null : moments.reduce((a, b) => (a < b ? a : b)))
    return [...moments, leftOutAt]
  })
}

const SHARE = 200

/** Resumes the pauses whose day has come. */
export async function endPauses(deps: Deps): Promise<void> {
  const moment = await thisMoment(deps)
  const today = repsDay(moment)
  await deps.store.commit(async (reads, group) => {
    const changes: Change[] = []
    for (const enrollment of await reads.pausedUntil(today, SHARE)) {
      const course = await courseOf(reads, enrollment.id)
      if (!course || course.contact.doNotContact) continue
      changes.push(...resumeChanges(course, moment, await pauseOf(reads, course, true)))
      const facts = { cadence: course.cadence.name }
      changes.push(
        activityChange(deps, { contact: course.contact, kind: 'resumed', at: moment.now, group, facts }),
      )
    }
    return { changes, result: null }
  })
}

/**
 * Plans the rest where a saved cadence was cut off, leaves out what is overdue by its policy, and plans all anew when
 * zone, hours, days or windows are others than at the last planning; what is remembered of it stands outside the
 * database. Resolves to when something is to be left out next.
 */
export async function followPlanning(deps: Deps, kv: KeyValue): Promise<Instant | null> {
  await finishReplans(deps, kv)
  const leftOutAt = await leaveOut(deps, kv)
  const { settings, machineZone } = await thisMoment(deps)
  const { zone, hours, daysOff, contactHours, contactHolidays, windows } = settings
  const print = JSON.stringify([zone ?? machineZone, hours, daysOff, contactHours, contactHolidays, windows])
  if ((await kv.get([PRINT]))[PRINT] === print) return leftOutAt
  const active = await deps.store.dueEnrollments(END_OF_TIME, REPLAN_LIMIT)
  await replanAll(
    deps,
    active.map(({ id }) => id),
  )
  await kv.set({ [PRINT]: print })
  return leftOutAt
}

const PRINT = 'planning.print'
const END_OF_TIME = '9999-12-31T23:59:59.999Z'
const REPLAN_LIMIT = 100_000
