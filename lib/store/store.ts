import type {
  Activity,
  Cadence,
  Enrollment,
  Note,
  RecordOf,
  Snippet,
  Stored,
  Table,
  Touch,
} from '#lib/domain/records.ts'
import type { DayRow } from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'

/**
 * The store as the rooms above see it. Two implementations pass one contract suite: IndexedDB in the browser,
 * and the same code over fake-indexeddb in unit tests.
 *
 * Writing: `commit` takes the database's exclusive Web Lock, lets the plan read a consistent state, writes the
 * operations ahead to extension storage, then records, outbox entries and undo entry in ONE IndexedDB
 * transaction, and only then resolves. When it rejects with `StoreError` nothing is half done: what was written
 * ahead is finished or dropped at the next start.
 */

export type Change = {
  [T in Table]:
    | { t: T; id: string; k: 'put'; f: RecordOf<T> }
    | { t: T; id: string; k: 'patch'; f: Partial<RecordOf<T>> }
    | { t: T; id: string; k: 'del' | 'restore' | 'erase' }
}[Table]

export interface Plan<R> {
  changes: Change[]
  result: R
  /** What Baton ships: it yields to every edit made anywhere, also to one made before it. */
  isDefault?: boolean
  /** Ids made for this very plan: nothing is stored under them, so nothing is looked for. */
  fresh?: ReadonlySet<string>
}

export interface Commit<R> {
  /** Sync group and undo handle; empty changes make no group. */
  group: string | null
  result: R
}

/** One commit of many (`Store.commitMany`); its group is the caller's, so that it is known before and after a cut. */
export interface ManyItem<R> {
  group: string
  plan: (read: StoreReads, group: string) => Promise<Plan<R>>
}

export type ManyResult<R> =
  | ({ kind: 'saved' } & Commit<R>)
  /** Refused or gone wrong: nothing of it is saved. */
  | { kind: 'failed'; error: unknown }
  /** Storage had refused an earlier one. */
  | { kind: 'not-tried' }

/** Match keys and ids that plans in a row are going to look up; more may be named than is asked for. */
export interface Foreseen {
  contactKeys?: readonly string[]
  accountKeys?: readonly string[]
  suppressionIds?: readonly string[]
  /** Records that every plan reads. */
  records?: readonly { t: Table; id: string }[]
  /** Enrollments whose touches are read. */
  touchesOf?: readonly string[]
}

/** Reads of one moment; every list is read through an index and has a bound. */
export interface StoreReads {
  get<T extends Table>(t: T, id: string): Promise<Stored<T> | undefined>
  getMany<T extends Table>(t: T, ids: readonly string[]): Promise<(Stored<T> | undefined)[]>
  /** Contacts that carry one of the match keys (`matchKeysOf`), in the order of the keys, none twice. */
  contactsByKeys(keys: readonly string[]): Promise<Stored<'contact'>[]>
  /** Ids of the contacts under each match or likeness key, for many keys at once. */
  contactIdsByKeys(keys: readonly string[]): Promise<Map<string, readonly string[]>>
  accountsByKeys(keys: readonly string[]): Promise<Stored<'account'>[]>
  contactsOfAccount(accountId: string, limit: number): Promise<Stored<'contact'>[]>
  /** Newest first. `query`: words that must all begin a word of name, company, mail or LinkedIn address; folded. */
  searchContacts(query: string, page: { limit: number; after?: string }): Promise<ContactPage>
  enrollmentsOf(contactId: string): Promise<(Enrollment & { id: string })[]>
  enrollmentsOfCadence(cadenceId: string, limit: number): Promise<(Enrollment & { id: string })[]>
  touchesOf(enrollmentId: string): Promise<(Touch & { id: string })[]>
  /** The touches of each, in the order of the ids. */
  touchesOfMany(enrollmentIds: readonly string[]): Promise<(Touch & { id: string })[][]>
  notesOf(contactId: string, limit: number): Promise<(Note & { id: string })[]>
  capturesOf(contactId: string, limit: number): Promise<Stored<'capture'>[]>
  /** Newest first. */
  activitiesOf(contactId: string, limit: number): Promise<(Activity & { id: string })[]>
  /** Active enrollments that are due before `before` (and not before `from`), earliest first. */
  dueEnrollments(before: Instant, limit: number, from?: Instant): Promise<(Enrollment & { id: string })[]>
  /** What is due before `until` (the end of the rep's day), awaits an answer or is back from nurture; in any order. */
  dayRows(until: Instant): Promise<DayRow[]>
  /** The earliest due instant after `after`, or null. */
  nextDueAfter(after: Instant): Promise<Instant | null>
  /** How many touches were done at or after `since`, counted up to `limit`. */
  countDone(since: Instant, limit: number): Promise<number>
  /** Touches to which something happened at or after `since`, the earliest first. */
  touchesSince(since: Instant, limit: number): Promise<(Touch & { id: string })[]>
  /** Enrollments whose pause ends on `day` or ended before it. */
  pausedUntil(day: string, limit: number): Promise<(Enrollment & { id: string })[]>
  cadences(): Promise<(Cadence & { id: string })[]>
  snippets(): Promise<(Snippet & { id: string })[]>
  isSuppressed(ids: readonly string[]): Promise<boolean>
  /** Those of the suppression entries that are in force. */
  suppressedAmong(ids: readonly string[]): Promise<Set<string>>
  practiceIds(): Promise<{ t: Table; id: string }[]>
  /** Everything that belongs to the contact, for deletion and erasure; the contact itself last. */
  belongingsOf(contactId: string): Promise<{ t: Table; id: string }[]>
  /** Deleted records of the contact that are still kept so that they can return: for erasure, and for who asks what is stored. */
  deletedOf(contactId: string): Promise<{ t: Table; id: string }[]>
  canUndo(group: string): Promise<boolean>
  /** Those of the groups that can be taken back, and how much each counts when it is (`UndoCount`). */
  undoableAmong(groups: readonly string[]): Promise<Map<string, number>>
}

export interface ContactPage {
  contacts: Stored<'contact'>[]
  /** Pass as `after` for the next page; null at the end. */
  next: string | null
}

/** Changes of its own for the commit of an Undo; `back` is what takes the group back. */
export type UndoExtra = (read: StoreReads, group: string, back: readonly Change[]) => Promise<Change[]>

export type UndoResult = 'undone' | 'gone' | 'changed-since'

/** What became of a group that was taken back: one of the three, and of shifts that share a group each by itself. */
export interface UndoCount {
  undone: number
  /** Something later stands on them: they are left as they are. */
  changed: number
  /** Taken back before, or deleted meanwhile. */
  gone: number
}

export interface Store extends StoreReads {
  /** `group` is the id this commit will have: activities written by the plan carry it, so that they can be undone. */
  commit<R>(plan: (read: StoreReads, group: string) => Promise<Plan<R>>): Promise<Commit<R>>
  /**
   * Commits one after the other, each whole and upon those before it, in one turn: cheap enough for a hundred people.
   * Resolves when all are saved; keep the number small (20 or so), other writers wait meanwhile.
   */
  commitMany<R>(items: readonly ManyItem<R>[], foreseen?: Foreseen): Promise<ManyResult<R>[]>
  /**
   * Takes back a group: fields that still hold what the group wrote get their earlier value, records it made go,
   * records it deleted return. `changed-since` when something later stands on it; then nothing is changed.
   */
  undo(group: string, extra?: UndoExtra): Promise<UndoResult>
  /** Takes groups back in the order given, in one turn, each as `undo` would. */
  undoMany(groups: readonly string[]): Promise<UndoCount[]>
  /** The same text as before means that no record has changed since, by anybody; for comparing only. */
  version(): Promise<string>
  /** Called with the tables and ids of every commit and pull, of this context and (through BroadcastChannel) of others. */
  subscribe(listener: (changed: readonly { t: Table; id: string }[]) => void): () => void
  close(): void
}
