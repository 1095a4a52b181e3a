import { bind, unbind } from './binding.ts'
import { locked, mustStandAt, type Core } from './core.ts'
import type { Rejected } from './database.ts'
import { apply } from './exchange.ts'
import { exportUnsent, type Unsent } from './export-unsent.ts'
import { batch } from './outbox.ts'
import { promote } from './promote.ts'
import { freshenIndexes } from './freshen.ts'
import { prune } from './prune.ts'
import { ready } from './ready.ts'
import { dropRejected, refuse } from './rejected.ts'
import { cursorTooOld, epochChanged, renumber, seqGap } from './requeue.ts'
import { sweep } from './sweep.ts'
import type { SyncPort } from './sync-port.ts'
import { createWhole, type Whole } from './whole.ts'

/** What settings, pairing and sync need of the store besides reading and committing. */
export interface StoreAdmin {
  /** Edits that no server has acknowledged yet; zero without a server, where nothing waits for one. */
  pendingCount(): Promise<number>
  /** Operations the server refused, with their code and text, until they are dropped. */
  rejectedOps(): Promise<Rejected[]>
  /** Lets go of the refused edits of a record: it shows the server's state again. */
  dropRejected(t: string, id: string): Promise<void>
  /** Everything that stands on this device alone, as JSON that can be saved to a file. */
  exportUnsent(): Promise<Unsent>
  /** A share of the rows gets the index entries of this version; true when all have them. */
  freshenIndexes(): Promise<boolean>
  sync: SyncPort
  whole: Whole
}

export function createAdmin(core: Core): StoreAdmin {
  const counters = (): ReturnType<SyncPort['counters']> => locked(core, () => ready(core))
  return {
    pendingCount: () => pendingCount(core),
    rejectedOps: () => core.db.read(['rejected'], (tx) => tx.objectStore('rejected').getAll()),
    dropRejected: (t, id) => dropRejected(core, t, id),
    exportUnsent: () => exportUnsent(core),
    freshenIndexes: () => freshenIndexes(core),
    whole: createWhole(core),
    sync: {
      counters,
      bind: (binding) => bind(core, binding),
      unbind: () => unbind(core),
      promote: (limit) => promote(core, limit),
      batch: (limits) => batch(core, limits),
      apply: (sent, answer) => apply(core, sent, answer),
      refuse: (client, seq, code) => refuse(core, client, seq, code),
      epochChanged: (epoch, lastSeq) => epochChanged(core, epoch, lastSeq),
      cursorTooOld: () => cursorTooOld(core),
      seqGap: (client, expected) => seqGap(core, client, expected),
      renumber: () => renumber(core),
      sweep: (limit) => sweep(core, limit),
      prune: () => prune(core),
      setOffset: (offset) => setOffset(core, offset),
    },
  }
}

async function pendingCount(core: Core): Promise<number> {
  return core.db.read(['outbox'], (tx) => tx.objectStore('outbox').count())
}

function setOffset(core: Core, offset: number): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (Math.abs(meta.offset - offset) < 50) return
    await core.db.write(['meta'], 'relaxed', async (tx) => {
      await mustStandAt(tx, meta)
      await tx.objectStore('meta').put({ ...meta, offset: Math.round(offset) })
    })
  })
}
