import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Progress } from '#components/ui/progress.tsx'

/** The foot of the editor: who follows, whether everything is saved, and the two ways on when it is not. */
export function EditorBar({ isDirty, isOnlyHere, busy, planned, effects, onDrop }: EditorBarProps) {
  if (planned !== null && planned.of > 0) {
    const words = i18n.t('cadence.planning', { n: planned.done, of: planned.of })
    return (
      <footer className="cad-bar">
        <p className="sm grow" role="status">
          {words}
        </p>
        <Progress value={(planned.done / planned.of) * 100} words={words} />
      </footer>
    )
  }
  return (
    <footer className="cad-bar">
      {isDirty && !busy && effects}
      <p className={`sm grow ${isOnlyHere ? 'late' : 't3'}`} role="status">
        {i18n.t(isOnlyHere ? 'cadence.onlyHere' : isDirty ? 'cadence.notSaved' : 'cadence.saved')}
      </p>
      {isDirty && (
        <div className="actions">
          <Button look="quiet" disabled={busy} onClick={onDrop}>
            {i18n.t('cadence.discard')}
          </Button>
          <Button look="filled" type="submit" busy={busy}>
            {i18n.t(busy ? 'cadence.saving' : 'cadence.save')}
          </Button>
        </div>
      )}
    </footer>
  )
}

interface EditorBarProps {
  isDirty: boolean
  isOnlyHere: boolean
  busy: boolean
  /** How far planning the people is; null while nothing is saved. */
  planned: { done: number; of: number } | null
  /** What saving would do to the people in it. */
  effects: ReactNode
  onDrop: () => void
}
