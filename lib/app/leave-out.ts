import * as z from 'zod/mini'
import { leftOut } from '#lib/domain/cadence/left-out.ts'
import type { Cadence, Enrollment, Touch } from '#lib/domain/records.ts'
import { instant, type Instant } from '#lib/domain/values.ts'
import type { Change, ManyItem } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import {
  calendarOf,
  plannedIndex,
  stepFacts,
  thisMoment,
  touchOf,
  type Course,
  type Moment,
} from './planning.ts'
import { coursesOf, endedChanges, type NoteStore } from './replan.ts'

/**
 * Carries out the policy `skip` (O3): what nobody made in time is left out, at the instant the engine names, so that
 * every device writes the same. Looked at when the next one is due to be left out, and once an hour; where no cadence
 * has the policy it costs one look at the cadences. Resolves to when it wants to look again; null for never.
 */
export async function leaveOut(deps: Deps, kv: NoteStore): Promise<Instant | null> {
  const cadences = (await deps.store.cadences()).filter(({ steps }) =>
    steps.some(({ overdue }) => overdue?.policy === 'skip'),
  )
  if (cadences.length === 0) return null
  const moment = await thisMoment(deps)
  const print = printOf(cadences)
  const note = noted.safeParse((await kv.get([NOTE]))[NOTE])
  const inAnHour = new Date(Date.parse(moment.now) + HOUR_MS).toISOString()
  // One further ahead was noted by a clock that has been set back since.
  const waits = note.success && note.data.at > moment.now && note.data.at <= inAnHour
  if (waits && note.data.print === print) return note.data.at
  const late = (await deps.store.dueEnrollments(moment.now, MOST)).filter(({ cadenceId, dueStepId }) =>
    cadences.some(
      ({ id, steps }) =>
        id === cadenceId && steps.some((one) => one.id === dueStepId && one.overdue?.policy === 'skip'),
    ),
  )
  let at = inAnHour
  for (let from = 0; from < late.length; from += SHARE) {
    const next = await leaveOutShare(deps, late.slice(from, from + SHARE), moment)
    if (next !== null && next < at) at = next
  }
  await kv.set({ [NOTE]: { at, print } })
  return at
}

/** The earliest instant at which one of them will be left out later, or null. */
async function leaveOutShare(
  deps: Deps,
  enrollments: readonly (Enrollment & { id: string })[],
  moment: Moment,
): Promise<string | null> {
  let next: string | null = null
  const due: string[] = []
  for (const course of await coursesOf(deps.store, enrollments)) {
    const { touches, nextAt } = leftOut(inputOf(course, moment))
    if (touches.length > 0) due.push(course.enrollment.id)
    if (nextAt !== null && (next === null || nextAt < next)) next = nextAt
  }
  // Each a group of its own: the timeline can take one back alone.
  const items = due.map((id): ManyItem<null> => ({
    group: deps.ids.next(),
    plan: async (reads, group) => {
      const enrollment = await reads.get('enrollment', id)
      const [course] = enrollment?.state === 'active' ? await coursesOf(reads, [enrollment]) : []
      return { changes: course ? changesOf(deps, course, moment, group) : [], result: null }
    },
  }))
  if (items.length > 0) await deps.store.commitMany(items)
  return next
}

function changesOf(deps: Deps, course: Course, moment: Moment, group: string): Change[] {
  const { contact, enrollment } = course
  const changes: Change[] = []
  const touches: (Touch & { id: string })[] = [...course.touches]
  for (const { step, at, dueAt } of leftOut(inputOf(course, moment)).touches) {
    const touch = { ...touchOf(course, step, moment, { state: 'skipped' }), at, dueAt }
    const place = touches.findIndex(({ id }) => id === touch.id)
    touches.splice(place === -1 ? touches.length : place, 1, touch)
    const { id, ...f } = touch
    const facts = { ...stepFacts(course, step), reason: 'overdue' }
    changes.push(
      { t: 'touch', id, k: 'put', f },
      activityChange(deps, { contact, kind: 'touch_skipped', at: moment.now, group, facts }),
    )
  }
  if (changes.length === 0) return []
  const index = plannedIndex({ ...course, touches }, moment)
  changes.push({ t: 'enrollment', id: enrollment.id, k: 'patch', f: index })
  return index.state === 'finished' ? [...changes, ...endedChanges(deps, course, moment, { group })] : changes
}

function inputOf(course: Course, moment: Moment) {
  return { ...course, calendar: calendarOf(moment, course.contact), now: moment.now }
}

/** What the answer depends on besides time: the steps that are left out, and after how long. */
function printOf(cadences: readonly (Cadence & { id: string })[]): string {
  return cadences
    .flatMap(({ id, steps }) =>
      steps.map((step) => `${id} ${step.id} ${JSON.stringify(step.overdue ?? null)}`),
    )
    .join('\n')
}

const noted = z.object({ at: instant, print: z.string() })
const NOTE = 'planning.leftOut'
const HOUR_MS = 3_600_000
const SHARE = 100
const MOST = 50_000
