import type { QueryClient } from '@tanstack/react-query'
import type { BatchPorts } from '#lib/app/batch.ts'
import type { Deps } from '#lib/app/deps.ts'
import { copyCadence, saveCadence } from '#lib/app/cadences.ts'
import { addToCadence, pauseCadence, removeFromCadence, resumeCadence } from '#lib/app/enroll.ts'
import type { TabFollower } from '#lib/app/follow-tab.ts'
import { saveNote } from '#lib/app/notes.ts'
import { deletePerson, editPerson, erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import { removePractice } from '#lib/app/practice.ts'
import { completeTouch, skipTouch, snoozeTouch } from '#lib/app/touches.ts'
import { openTouch } from '#lib/app/open-touch.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { setVerdict } from '#lib/app/verdicts.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { SyncStatus } from '#lib/sync/status.ts'

export type { SyncStatus }

/** What the interface needs of the browser and the worker; the entrypoints wire the real ones. */
export interface Ports {
  /** The follower of this window's tab; null on the full pages, which are tabs themselves. */
  tab: TabFollower | null
  watchSettings(listener: () => void): () => void
  shortcuts(): Promise<Shortcut[]>
  openShortcuts(): Promise<void>
  openPage(page: 'welcome' | 'app' | 'practice', hash?: string): Promise<void>
  /** Shows an address in the rep's main tab; practice addresses lead to the practice range. */
  openAddress(url: string, practice: boolean): Promise<void>
  requestAccess(site: 'linkedin' | 'mail'): Promise<boolean>
  /** Address of the page on screen, for notes; null where Chrome hides it. */
  addressOnScreen(): Promise<string | null>
  /** Tells the worker that records changed. */
  changed(): void
  sync: SyncPort
  batches: BatchPorts
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
  name: 'add-to-cadence' | 'open-panel'
  keys: string | null
}

export type Baton = ReturnType<typeof createBaton>

/** Binds the use cases to their dependencies; every act tells the worker afterwards. */
export function createBaton(deps: Deps, ports: Ports, client: QueryClient) {
  const act =
    <A, R>(useCase: (deps: Deps, args: A) => Promise<R>) =>
    async (args: A): Promise<R> => {
      const result = await useCase(deps, args)
      ports.changed()
      return result
    }
  // Long work comes with its own code, when it is asked for.
  const manyAct =
    <A, R>(load: () => Promise<(deps: Deps, batches: BatchPorts, args: A) => Promise<R>>) =>
    async (args: A): Promise<R> => {
      const useCase = await load()
      try {
        return await useCase(deps, ports.batches, args)
      } finally {
        ports.changed()
      }
    }
  return {
    deps,
    ports,
    client,
    addMany: manyAct(async () => (await import('#lib/app/add-many.ts')).addMany),
    undoBatch: manyAct(async () => (await import('#lib/app/batch.ts')).undoBatch),
    settleBatch: manyAct(async () => {
      const { settleBatch } = await import('#lib/app/batch.ts')
      return (_deps: Deps, batches: BatchPorts, batch: { id: string }) => settleBatch(batches, batch)
    }),
    cutOffBatches: async () => (await import('#lib/app/batch.ts')).cutOffBatches(deps, ports.batches),
    batchSize: async (id: string) => (await import('#lib/app/batch.ts')).batchSize(deps, ports.batches, id),
    addToCadence: act(addToCadence),
    savePerson: act(savePerson),
    undo: act(undoGroup),
    completeTouch: act(completeTouch),
    skipTouch: act(skipTouch),
    snoozeTouch: act(snoozeTouch),
    pauseCadence: act(pauseCadence),
    resumeCadence: act(resumeCadence),
    removeFromCadence: act(removeFromCadence),
    setVerdict: act(setVerdict),
    setDoNotContact: act(setDoNotContact),
    deletePerson: act(deletePerson),
    erasePerson: act(erasePerson),
    editContact: act(editPerson),
    saveNote: act(saveNote),
    saveCadence: act(saveCadence),
    copyCadence: act(copyCadence),
    removePractice: act((bound: Deps) => removePractice(bound)) as () => ReturnType<typeof removePractice>,
    setSettings: act((bound: Deps, patch: Partial<Settings>) => bound.settings.set(patch)),
    newId: () => deps.ids.next(),
    openTouch: (enrollmentId: string) => openTouch(deps, ports, enrollmentId),
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
