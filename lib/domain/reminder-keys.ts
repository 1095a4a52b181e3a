import type { Instant } from './values.ts'

/** Keys of the marks and ids of notifications. A key stands for one thing that is told once. */

export interface ReminderMark {
  /** `withdrawn`: claimed, perhaps never shown, and settled before anybody knew. */
  state: 'claimed' | 'shown' | 'cleared' | 'withdrawn'
  /** Id of the notification that tells of it. */
  notification: string
  /** When it was claimed. */
  at: Instant
}

/** Marks by key. */
export type ReminderMarks = Readonly<Record<string, ReminderMark>>

/** What is told of a touch: that it is due, that it is still open a working day later, that a lead has waited too long. */
export type NoticeKind = 'due' | 'overdue' | 'red' | 'alarm'

/** Key of the mark, and of a single touch's notification: one touch at one due instant. */
export function reminderKey(touchId: string, dueAt: Instant): string {
  return `reminder.${touchId}.${dueAt}`
}

/** The key of another notice about the touch that goes by `key`. */
export function noticeKey(kind: NoticeKind, key: string): string {
  return kind === 'due' ? key : key.replace(/^reminder\./, `reminder.${kind}.`)
}

export function digestKey(day: string): string {
  return `reminder.digest.${day}`
}

/** Id of a notification for several. It is that of its earliest touch, so it stays the same however often it is decided. */
export function severalId(kind: 'several' | 'overdue', count: number, firstKey: string): string {
  return `${kind}.${String(count)}.${firstKey}`
}

/** What the notification of an id tells. */
export function kindOfId(id: string): 'single' | 'several' | 'overdue' | 'digest' {
  if (id.startsWith('several.')) return 'several'
  if (id.startsWith('overdue.')) return 'overdue'
  return id.startsWith('reminder.digest.') ? 'digest' : 'single'
}

export interface Noticed {
  kind: NoticeKind
  touchId: string
  dueAt: Instant
}

/** What a key, or the id of a single touch's notification, stands for; null for anything else. */
export function noticeOf(key: string): Noticed | null {
  const match = /^reminder\.(?:(overdue|red|alarm)\.)?([0-9a-f-]{36})\.(\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(key)
  if (match?.[2] === undefined || match[3] === undefined) return null
  // The pattern allows these three only.
  return { kind: (match[1] as NoticeKind | undefined) ?? 'due', touchId: match[2], dueAt: match[3] }
}

/** N6: the instant before which what was due needs no mark any more. */
export function keptSince(now: Instant): Instant {
  return Temporal.Instant.from(now).subtract(KEEP).toString({ smallestUnit: 'millisecond' })
}

/** Whether a mark is of no use any more; instants and days are compared as text. */
export function isOldKey(key: string, since: Instant): boolean {
  const from = noticeOf(key)?.dueAt ?? digestDay(key)
  return from === null || from < since
}

/** The digest of a day that is still to come: a clock that ran ahead has told it. */
export function isDigestAfter(key: string, day: string): boolean {
  return (digestDay(key) ?? '') > day
}

function digestDay(key: string): string | null {
  return /^reminder\.digest\.(\d{4}-\d\d-\d\d)$/.exec(key)?.[1] ?? null
}

const KEEP = { hours: 60 * 24 }
