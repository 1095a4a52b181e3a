import { useState } from 'react'
import { useBatchSize } from '#lib/queries/batch.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { TextButton } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useToast } from '#components/ui/toast.tsx'

/** All of a batch, where `least` of its people still stand: beside the Undo of one it takes two. */
export function UndoBatch({ id, least }: { id: string; least: number }) {
  const baton = useBaton()
  const toast = useToast()
  const { fail } = useProblem()
  const size = useBatchSize(id).data ?? 0
  const [busy, setBusy] = useState(false)
  if (size < least) return null
  const undo = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const count = await baton.undoBatch({ id })
      toast({ title: i18n.t('list.undone', count?.undone ?? 0) }, { failed: (count?.undone ?? 0) === 0 })
    } catch (error) {
      fail(error)
    }
    setBusy(false)
  }
  return (
    <>
      {' '}
      <TextButton className="link-24 text-sm" aria-disabled={busy} onClick={() => void undo()}>
        {i18n.t('timeline.undoBatch', size)}
      </TextButton>
    </>
  )
}
