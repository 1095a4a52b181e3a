import { firstStores } from './0001-first-stores.ts'
import { day } from './0002-day.ts'
import { snippets } from './0003-snippets.ts'

/** Migration at index n leads to version n + 1. Contiguous: one is added at the end, none is edited or removed. */
export const MIGRATIONS: readonly ((db: IDBDatabase, transaction: IDBTransaction) => void)[] = [
  firstStores,
  day,
  snippets,
]
