import type { Core } from './core.ts'
import type { Rejected } from './database.ts'

/** What settings, pairing and sync need of the store besides reading and committing. */
export interface StoreAdmin {
  /** Operations that no server has acknowledged yet. Zero without a server. */
  pendingCount(): Promise<number>
  rejectedOps(): Promise<Rejected[]>
}

export function createAdmin(core: Core): StoreAdmin {
  return {
    pendingCount: () => core.db.read(['outbox'], (tx) => tx.objectStore('outbox').count()),
    rejectedOps: () => core.db.read(['rejected'], (tx) => tx.objectStore('rejected').getAll()),
  }
}
