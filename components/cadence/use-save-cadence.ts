import { useBaton } from '#lib/queries/context.tsx'
import type { Cadence } from '#lib/domain/records.ts'
import { useAct } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import type { CadenceDraft } from './draft.ts'

type Known = Cadence & { id: string }

/** Stores a draft as a new cadence (`known` null) or over the known one; says how many people it changes. */
export function useSaveCadence(): (draft: CadenceDraft, known: Known | null) => Promise<string | null> {
  const baton = useBaton()
  const act = useAct()
  return async (draft, known) => {
    const cadence: Known = known
      ? { ...known, ...draft }
      : {
          ...draft,
          id: baton.newId(),
          shipped: null,
          archived: false,
          createdAt: baton.deps.clock.now(),
        }
    const done = await act(
      () => baton.saveCadence({ cadence }),
      ({ result }) => ({
        title: i18n.t('cadence.savedToast', { name: draft.name }),
        ...(result.affected === 0 ? {} : { detail: i18n.t('cadence.affected', result.affected) }),
      }),
    )
    return done === null ? null : cadence.id
  }
}
