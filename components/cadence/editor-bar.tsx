import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** The foot of the editor: whether everything is saved, and the two ways on when it is not. */
export function EditorBar({ isDirty, isOnlyHere, busy, onDrop }: EditorBarProps) {
  return (
    <footer className="cad-bar">
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
  onDrop: () => void
}
