import { digestKey, kindOfId, severalId, type ReminderMark, type ReminderMarks } from './reminder-keys.ts'
import type { ReminderTouch } from './reminders.ts'

/** How what is to be told is put together into notifications. Rules N2, N3, N8 to N10 of `reminders.ts`. */

/** What a digest says in numbers. */
export interface Counts {
  due: number
  /** Of earlier days. */
  overdue: number
  /** Still to come today. */
  later: number
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
  /** Earliest first. Opens Today. `overdue`: they were told of before and are still open. */
  | { kind: 'several' | 'overdue'; id: string; touches: ReminderTouch[]; keys: string[] }
  | { kind: 'digest'; id: string; touches: ReminderTouch[]; keys: string[]; counts: Counts }

interface Digest {
  day: string
  counts: Counts
}

/** A touch and what of it is to be told now. */
interface Told {
  touch: ReminderTouch
  keys: string[]
}

/** N2: what was claimed and perhaps not shown, under the very ids it was claimed for. */
export function claimedAgain(
  wanted: readonly ReminderTouch[],
  marks: ReminderMarks,
  today: Digest,
): Reminder[] {
  const groups = new Map<string, Told[]>()
  const add = (id: string, told: Told | null): void => {
    groups.set(id, [...(groups.get(id) ?? []), ...(told ? [told] : [])])
  }
  if (isUnsure(marks[digestKey(today.day)])) add(digestKey(today.day), null)
  for (const touch of wanted) {
    const claimed = touch.keys.filter((key) => isUnsure(marks[key]))
    for (const [id, keys] of Map.groupBy(claimed, (key) => marks[key]?.notification ?? key))
      add(id, { touch, keys })
  }
  return [...groups].map(([id, told]) => reminderOf(id, told, today))
}

/** Claimed, and perhaps not shown. */
function isUnsure(mark: ReminderMark | undefined): boolean {
  return mark?.state === 'claimed' || mark?.state === 'withdrawn'
}

/** What was never told: the digest, inbound leads, what is due, what is still open. */
export function freshReminders(
  wanted: readonly ReminderTouch[],
  marks: ReminderMarks,
  { together, digest }: { together: number; digest: Digest | null },
): Reminder[] {
  const fresh = wanted
    .map((touch) => ({ touch, keys: touch.keys.filter((key) => marks[key] === undefined) }))
    .filter(({ keys }) => keys.length > 0)
  const isLead = ({ touch }: Told): boolean => touch.waiting !== null
  const [leads, others] = [fresh.filter(isLead), fresh.filter((told) => !isLead(told))]
  const singles =
    leads.length >= MOST_LEADS
      ? severalOf('several', leads)
      : leads.map((told) => reminderOf(told.keys.at(-1) ?? told.touch.key, [told], null))
  if (digest !== null) return [...singles, reminderOf(digestKey(digest.day), others, digest)]
  const isDue = ({ touch, keys }: Told): boolean => keys.includes(touch.key)
  return [
    ...singles,
    ...dueReminders(others.filter(isDue), together),
    ...severalOf('overdue', others.filter((told) => !isDue(told))),
  ] // prettier-ignore
}

function dueReminders(due: readonly Told[], together: number): Reminder[] {
  if (due.length >= together) return severalOf('several', due)
  return due.map((told) => reminderOf(told.touch.key, [told], null))
}

function severalOf(kind: 'several' | 'overdue', told: readonly Told[]): Reminder[] {
  const [first] = told
  return first === undefined ? [] : [reminderOf(severalId(kind, told.length, first.touch.key), told, null)]
}

function reminderOf(id: string, told: readonly Told[], digest: Digest | null): Reminder {
  const kind = kindOfId(id)
  const touches = told.map(({ touch }) => touch)
  const keys = told.flatMap((one) => one.keys)
  const [only] = touches
  if (kind === 'digest') {
    // One of an earlier day that was cut off is for its touches alone.
    const isToday = digest !== null && id === digestKey(digest.day)
    const counts = isToday ? digest.counts : { due: touches.length, overdue: 0, later: 0 }
    return { kind, id, touches, keys: isToday ? [id, ...keys] : keys, counts }
  }
  if (kind !== 'single' || only === undefined)
    return { kind: kind === 'overdue' ? kind : 'several', id, touches, keys }
  return { kind, id, touch: only, done: only.channel === 'call' ? 'open' : 'record', keys }
}

const MOST_LEADS = 5
