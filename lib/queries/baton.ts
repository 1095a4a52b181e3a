import type { QueryClient } from '@tanstack/react-query'
import type { FilePieces } from '#lib/app/backup.ts'
import type { BatchPorts } from '#lib/app/batch.ts'
import type { Deps } from '#lib/app/deps.ts'
import type { Drafts } from '#lib/app/drafts.ts'
import type { TabFollower } from '#lib/app/follow-tab.ts'
import type { OpenPorts } from '#lib/app/open-touch.ts'
import type { MissingParts } from '#lib/app/watch-missing.ts'
import { bindActs } from './acts.ts'
import type { Whole } from '#lib/store/whole.ts'
import type { SyncStatus } from '#lib/sync/status.ts'

export type { SyncStatus }

/** What the interface needs of the browser and the worker; the entrypoints wire the real ones. */
export interface Ports {
  /** The follower of this window's tab; null on the full pages, which are tabs themselves. */
  tab: TabFollower | null
  /** What has come into the page since; null on the full pages. */
  missing: MissingParts | null
  watchSettings(listener: () => void): () => void
  shortcuts(): Promise<Shortcut[]>
  openShortcuts(): Promise<void>
  openPage(page: 'welcome' | 'app' | 'practice', hash?: string): Promise<void>
  /** Shows an address in the rep's main tab; practice addresses lead to the practice range. */
  openAddress(url: string, practice: boolean): Promise<void>
  webmailTabs: OpenPorts['webmailTabs']
  copyText: OpenPorts['copyText']
  /** Writes at the cursor of the mail on screen; `not-mail` on every other page. Null on the full pages. */
  insertText: ((text: string) => Promise<InsertAnswer>) | null
  /** Chrome's key for it, which also works while the mail has the focus. */
  watchInsertKey(pressed: () => void): () => void
  requestAccess(site: 'linkedin' | 'mail'): Promise<boolean>
  /** Address of the page on screen, for notes; null where Chrome hides it. */
  addressOnScreen(): Promise<string | null>
  /** Tells the worker that records changed. */
  changed(): void
  sync: SyncPort
  batches: BatchPorts
  /** Reads them when first asked; the same answer from then on. */
  drafts(): Promise<Drafts>
  files: FilePorts
}

type InsertAnswer = 'written' | 'there' | 'no-compose' | 'several' | 'refused' | 'not-mail' | 'no-access'

export interface FilePorts {
  whole: Whole
  /** Version of Baton, written into what goes out. */
  version: string
  /** Hands a file to the rep's downloads. */
  save(file: FilePieces): void
}

export interface SyncPort {
  status(): Promise<SyncStatus>
  watch(listener: () => void): () => void
  now(): Promise<void>
  /** Trades the code for a token and sends what is here. Rejects with `PairingError`. */
  pair(server: { url: string; code: string }): Promise<void>
  /** Leaves the server; every record stays here. */
  unpair(): Promise<void>
  /** A one-time code for another browser; rejects when the server does not answer. */
  pairingCode(): Promise<{ code: string; until: string }>
  exportUnsent(): Promise<void>
  dropRejected(op: { t: string; id: string }): Promise<void>
}

export interface Shortcut {
  name: 'add-to-cadence' | 'open-panel' | 'insert-text'
  keys: string | null
}

export type Baton = ReturnType<typeof createBaton>

/** Binds the use cases to their dependencies and the ports of this page. */
export function createBaton(deps: Deps, ports: Ports, client: QueryClient) {
  return {
    deps,
    ports,
    client,
    ...bindActs(deps, ports),
    newId: () => deps.ids.next(),
    drafts: ports.drafts,
    pair: ports.sync.pair,
    unpair: ports.sync.unpair,
    pairingCode: ports.sync.pairingCode,
    syncNow: ports.sync.now,
    exportUnsent: ports.sync.exportUnsent,
    dropRejected: ports.sync.dropRejected,
    readAgain: () => ports.tab?.readAgain(),
    readThisPage: () => ports.tab?.readAgain(),
    requestAccess: ports.requestAccess,
    addressOnScreen: ports.addressOnScreen,
    openShortcuts: ports.openShortcuts,
    openPage: ports.openPage,
  }
}
