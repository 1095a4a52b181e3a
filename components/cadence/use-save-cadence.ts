import { useBaton } from '#lib/queries/context.tsx'
import type { Cadence } from '#lib/domain/records.ts'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useToast } from '#components/ui/toast.tsx'
import type { CadenceDraft } from './draft.ts'

type Known = Cadence & { id: string }

/** How far planning the people is. */
export type OnPlanned = (progress: { done: number; of: number }) => void

/**
 * Stores a draft as a new cadence (`known` null) or over the known one; says how many people it changes, and one Undo
 * takes steps and people back. Null when it was not stored.
 */
export function useSaveCadence(): (
  draft: CadenceDraft,
  known: Known | null,
  onProgress?: OnPlanned,
) => Promise<string | null> {
  const baton = useBaton()
  const toast = useToast()
  const { fail } = useProblem()
  const takeBack = async (cadenceId: string, groups: readonly string[], name: string) => {
    try {
      const undone = await baton.undoEdit({ cadenceId, groups })
      const isUndone = undone === 'undone'
      toast(
        { title: isUndone ? i18n.t('cadence.undone', { name }) : i18n.t('ui.notUndone') },
        { failed: !isUndone },
      )
    } catch (error) {
      fail(error)
    }
  }
  return async (draft, known, onProgress) => {
    const cadence: Known = known
      ? { ...known, ...draft }
      : {
          ...draft,
          id: baton.newId(),
          shipped: null,
          archived: false,
          createdAt: baton.deps.clock.now(),
        }
    try {
      const { groups, affected } = await baton.saveCadence({ cadence, ...(onProgress && { onProgress }) })
      const { name } = draft
      toast(
        {
          title: i18n.t('cadence.savedToast', { name }),
          ...(affected === 0 ? {} : { detail: i18n.t('cadence.affected', affected) }),
        },
        { undo: () => void takeBack(cadence.id, groups, name) },
      )
      return cadence.id
    } catch (error) {
      fail(error)
      return null
    }
  }
}
