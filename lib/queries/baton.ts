import type { QueryClient } from '@tanstack/react-query'
import type { FilePieces } from '#lib/app/backup.ts'
import type { BatchPorts } from '#lib/app/batch.ts'
import type { Deps } from '#lib/app/deps.ts'
import type { TabFollower } from '#lib/app/follow-tab.ts'
import type { MissingParts } from '#lib/app/watch-missing.ts'
import type { Settings } from '#lib/domain/settings.ts'
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
  requestAccess(site: 'linkedin' | 'mail'): Promise<boolean>
  /** Address of the page on screen, for notes; null where Chrome hides it. */
  addressOnScreen(): Promise<string | null>
  /** Tells the worker that records changed. */
  changed(): void
  sync: SyncPort
  batches: BatchPorts
  files: FilePorts
}

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
  name: 'add-to-cadence' | 'open-panel'
  keys: string | null
}

export type Baton = ReturnType<typeof createBaton>

type UseCases = typeof import('./use-cases.ts').useCases
type ArgsOf<Name extends keyof UseCases> = Parameters<UseCases[Name]>[1]
type ResultOf<Name extends keyof UseCases> = Awaited<ReturnType<UseCases[Name]>>

/** Asked for early, so that the first act finds them there. */
const loadUseCases = () => import('./use-cases.ts')

/** Binds the use cases to their dependencies; every act tells the worker afterwards. */
export function createBaton(deps: Deps, ports: Ports, client: QueryClient) {
  const act =
    <Name extends keyof UseCases>(name: Name) =>
    async (args: ArgsOf<Name>): Promise<ResultOf<Name>> => {
      const { useCases } = await loadUseCases()
      const useCase = useCases[name] as (deps: Deps, args: ArgsOf<Name>) => Promise<ResultOf<Name>>
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
  const lateAct =
    <A, R>(load: () => Promise<(deps: Deps, args: A) => Promise<R>>) =>
    async (args: A): Promise<R> => {
      const result = await (await load())(deps, args)
      ports.changed()
      return result
    }
  return {
    deps,
    ports,
    client,
    saveCompany: lateAct(async () => (await import('#lib/app/company-on-page.ts')).saveCompany),
    saveDetails: lateAct(async () => (await import('#lib/app/details-on-page.ts')).saveDetails),
    addMany: manyAct(async () => (await import('#lib/app/add-many.ts')).addMany),
    undoBatch: manyAct(async () => (await import('#lib/app/batch.ts')).undoBatch),
    settleBatch: manyAct(async () => {
      const { settleBatch } = await import('#lib/app/batch.ts')
      return (_deps: Deps, batches: BatchPorts, batch: { id: string }) => settleBatch(batches, batch)
    }),
    cutOffBatches: async () => (await import('#lib/app/batch.ts')).cutOffBatches(deps, ports.batches),
    batchSize: async (id: string) => (await import('#lib/app/batch.ts')).batchSize(deps, ports.batches, id),
    /** Fetches what the acts need, so that the first one finds it there. */
    prepare: loadUseCases,
    addToCadence: act('addToCadence'),
    savePerson: act('savePerson'),
    undo: act('undo'),
    completeTouch: act('completeTouch'),
    skipTouch: act('skipTouch'),
    snoozeTouch: act('snoozeTouch'),
    pauseCadence: act('pauseCadence'),
    resumeCadence: act('resumeCadence'),
    removeFromCadence: act('removeFromCadence'),
    setVerdict: act('setVerdict'),
    setDoNotContact: act('setDoNotContact'),
    deletePerson: act('deletePerson'),
    erasePerson: act('erasePerson'),
    editContact: act('editContact'),
    mergePeople: act('mergePeople'),
    keepApart: act('keepApart'),
    saveNote: act('saveNote'),
    saveCadence: act('saveCadence'),
    copyCadence: act('copyCadence'),
    removePractice: act('removePractice') as () => Promise<ResultOf<'removePractice'>>,
    setSettings: async (patch: Partial<Settings>) => {
      await deps.settings.set(patch)
      ports.changed()
    },
    newId: () => deps.ids.next(),
    openTouch: async (enrollmentId: string) => (await loadUseCases()).openTouch(deps, ports, enrollmentId),
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
