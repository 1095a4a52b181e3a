import { TextButton } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** The key for adding as Chrome gives it, or the way to Chrome's page where it gave none. */
export function ShortcutLine({ keys, onOpen }: { keys: string | null; onOpen: () => void }) {
  if (keys !== null) return <p className="sm t3">{i18n.t('now.shortcut', { keys })}</p>
  return (
    <p className="sm t3">
      {i18n.t('now.noShortcut')}{' '}
      <TextButton className="link-24" onClick={onOpen}>
        {i18n.t('now.setShortcut')}
      </TextButton>
    </p>
  )
}
