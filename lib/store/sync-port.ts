import type { Table } from '#lib/domain/records.ts'
import type { NumberedOp, SyncResponse } from '#lib/sync/protocol.ts'
import type { Binding, Meta } from './database.ts'

/** The store as the sync engine sees it. Every method takes the write lock for as short as it can. */
export interface SyncPort {
  counters(): Promise<Meta>
  /** Ties the database to a workspace; everything made so far becomes operations by `promote`. */
  bind(binding: Binding): Promise<void>
  /** Leaves the server and keeps all records, mirrored again. */
  unbind(): Promise<void>
  /** Makes operations of at most `limit` records that were kept here only. 0 = none is left. */
  promote(limit: number): Promise<number>
  /** The next operations to send, oldest first, whole groups, within the limits (bytes of JSON). */
  batch(limits: { ops: number; bytes: number }): Promise<Batch>
  /** Takes in an answer; `stale` when the cursor has moved since the request was made. */
  apply(sent: { epoch: string; cursor: number }, answer: Answer): Promise<Applied | 'stale'>
  /** A single operation the server cannot even read: it leaves the queue with its text kept. */
  refuse(client: string, seq: number, code: string): Promise<void>
  /** The server went back in time or is another: acknowledged operations it does not know are sent again. */
  epochChanged(epoch: string, lastSeq: Record<string, number>): Promise<void>
  /** Everything is pulled anew; what the server does not show then is gone. */
  cursorTooOld(): Promise<void>
  /** The server misses `expected`: it is sent again, or the queue gets new numbers. */
  seqGap(client: string, expected: number): Promise<void>
  /** The server knows other operations under these numbers: the queue gets a new client and new numbers. */
  renumber(): Promise<void>
  /** After a whole resync: looks at `limit` rows that it did not show. True when done. */
  sweep(limit: number): Promise<boolean>
  /** Forgets what is older than its time, and mirrors without an entry. */
  prune(): Promise<void>
  /** Milliseconds that the server's clock is ahead of this machine's. */
  setOffset(offset: number): Promise<void>
}

export interface Batch {
  push: { client: string; ops: NumberedOp[] }[]
  ops: number
  /** Whether more operations wait behind it. */
  more: boolean
  /** Device time of the oldest one, ms; null when none waits. */
  oldestAt: number | null
}

export type Answer = Pick<
  SyncResponse,
  'server_time' | 'epoch' | 'head' | 'results' | 'changes' | 'next' | 'more'
>

export interface Applied {
  changed: { t: Table; id: string }[]
  rejected: number
  more: boolean
}
