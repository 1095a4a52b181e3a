import type { BatchPorts } from '#lib/app/batch.ts'
import type { Deps } from '#lib/app/deps.ts'
import { noteDraftKey } from '#lib/app/drafts.ts'
import type { OpenPorts } from '#lib/app/open-touch.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Ports } from './baton.ts'
import type { completeWritten, useCases } from './use-cases.ts'

type UseCases = typeof useCases
type ArgsOf<Name extends keyof UseCases> = Parameters<UseCases[Name]>[1]
type ResultOf<Name extends keyof UseCases> = Awaited<ReturnType<UseCases[Name]>>

type ActPorts = OpenPorts & Pick<Ports, 'changed' | 'batches' | 'drafts'>

/** Asked for early, so that the first act finds them there. */
const loadUseCases = () => import('./use-cases.ts')

/** Everything that changes something; each tells the worker afterwards. Its code comes when it is first asked for. */
export function bindActs(deps: Deps, ports: ActPorts) {
  const act =
    <Name extends keyof UseCases>(name: Name) =>
    async (args: ArgsOf<Name>): Promise<ResultOf<Name>> => {
      const run = (await loadUseCases()).useCases[name]
      // Each takes the dependencies and one argument.
      const result = await (run as (deps: Deps, args: ArgsOf<Name>) => Promise<ResultOf<Name>>)(deps, args)
      ports.changed()
      return result
    }
  return {
    ...bindLongWork(deps, ports),
    /** Fetches what the acts need, so that the first one finds it there. */
    prepare: loadUseCases,
    addToCadence: act('addToCadence'),
    savePerson: act('savePerson'),
    undo: act('undo'),
    completeTouch: async (args: Parameters<typeof completeWritten>[2]) => {
      const commit = await (await loadUseCases()).completeWritten(deps, ports, args)
      ports.changed()
      return commit
    },
    skipTouch: act('skipTouch'),
    snoozeTouch: act('snoozeTouch'),
    pauseCadence: act('pauseCadence'),
    resumeCadence: act('resumeCadence'),
    removeFromCadence: act('removeFromCadence'),
    setVerdict: act('setVerdict'),
    setDoNotContact: act('setDoNotContact'),
    deletePerson: act('deletePerson'),
    erasePerson: async (args: ArgsOf<'erasePerson'>) => {
      const commit = await act('erasePerson')(args)
      if (commit.result === 'erased') (await ports.drafts()).drop(noteDraftKey(args.contactId))
      return commit
    },
    editContact: act('editContact'),
    mergePeople: act('mergePeople'),
    keepApart: act('keepApart'),
    saveNote: act('saveNote'),
    saveSnippet: act('saveSnippet'),
    removeSnippet: act('removeSnippet'),
    copyCadence: act('copyCadence'),
    removePractice: act('removePractice') as () => Promise<ResultOf<'removePractice'>>,
    setSettings: async (patch: Partial<Settings>) => {
      await deps.settings.set(patch)
      ports.changed()
    },
    openTouch: async (enrollmentId: string) => (await loadUseCases()).openTouch(deps, ports, enrollmentId),
  }
}

/** Work on pages and lists that few sessions need, and long work on many people. */
function bindLongWork(deps: Deps, ports: Pick<Ports, 'changed' | 'batches'>) {
  const lateAct =
    <A, R>(load: () => Promise<(deps: Deps, args: A) => Promise<R>>) =>
    async (args: A): Promise<R> => {
      const result = await (await load())(deps, args)
      ports.changed()
      return result
    }
  const manyAct =
    <A, R>(load: () => Promise<(deps: Deps, batches: BatchPorts, args: A) => Promise<R>>) =>
    async (args: A): Promise<R> => {
      const run = await load()
      try {
        return await run(deps, ports.batches, args)
      } finally {
        ports.changed()
      }
    }
  return {
    saveCompany: lateAct(async () => (await import('#lib/app/company-on-page.ts')).saveCompany),
    saveDetails: lateAct(async () => (await import('#lib/app/details-on-page.ts')).saveDetails),
    saveCadence: manyAct(async () => (await import('#lib/app/cadence-edit.ts')).saveCadence),
    undoEdit: manyAct(async () => (await import('#lib/app/cadence-edit.ts')).undoEdit),
    cleanUp: manyAct(async () => (await import('#lib/app/clean-up.ts')).cleanUp),
    addMany: manyAct(async () => (await import('#lib/app/add-many.ts')).addMany),
    undoBatch: manyAct(async () => (await import('#lib/app/batch.ts')).undoBatch),
    settleBatch: manyAct(async () => {
      const { settleBatch } = await import('#lib/app/batch.ts')
      return (_deps: Deps, batches: BatchPorts, batch: { id: string }) => settleBatch(batches, batch)
    }),
    cutOffBatches: async () => (await import('#lib/app/batch.ts')).cutOffBatches(deps, ports.batches),
    batchSize: async (id: string) => (await import('#lib/app/batch.ts')).batchSize(deps, ports.batches, id),
  }
}
