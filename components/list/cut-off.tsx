import { useState } from 'react'
import type { CutOff as CutOffBatch } from '#lib/app/batch.ts'
import { useCutOffBatches } from '#lib/queries/batch.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useToast } from '#components/ui/toast.tsx'

/** Work over many rows that was cut off, in this window or another: what was done stands, and can go as one. */
export function CutOff() {
  const batches = useCutOffBatches()
  const baton = useBaton()
  const toast = useToast()
  const { fail } = useProblem()
  const [busy, setBusy] = useState(false)
  const batch = batches.data?.[0]
  if (!batch) return null
  const settle = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    await work().catch(fail)
    await batches.refetch()
    setBusy(false)
  }
  const undo = () =>
    settle(async () => {
      const count = await baton.undoBatch({ id: batch.id })
      toast({ title: i18n.t('list.undone', count?.undone ?? 0) })
    })
  return (
    <Banner
      tone="due"
      title={titleOf(batch)}
      action={
        <span className="flex gap-1">
          {batch.done > 0 && (
            <Button small busy={busy} onClick={() => void undo()}>
              {i18n.t('list.undoAll')}
            </Button>
          )}
          <Button small look="quiet" onClick={() => void settle(() => baton.settleBatch({ id: batch.id }))}>
            {i18n.t('list.cutOff.keep')}
          </Button>
        </span>
      }
    >
      {batch.kind === 'restore-file'
        ? i18n.t('files.restore.cutOffNext')
        : i18n.t('list.cutOff.next', { n: batch.done, of: batch.total })}
    </Banner>
  )
}

function titleOf({ kind, facts }: CutOffBatch): string {
  if (kind === 'import-people') return i18n.t('list.cutOff.importTitle', { file: facts.file ?? '' })
  if (kind === 'restore-file') return i18n.t('files.restore.cutOff')
  if (kind === 'clean-up') return i18n.t('backlog.cutOff')
  return i18n.t('list.cutOff.title', { cadence: facts.cadence ?? '' })
}
