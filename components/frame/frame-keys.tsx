import { useBaton } from '#lib/queries/context.tsx'
import { useShortcuts } from '#lib/queries/shortcuts.ts'
import { KeysOverlay } from '#components/keys/keys-overlay.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'

/** `?`: the keys of the screen on show, and those Chrome gave, of panel and full page alike. */
export function FrameKeys({ open, onClose }: { open: boolean; onClose: () => void }) {
  const baton = useBaton()
  const shortcuts = useShortcuts().data ?? []
  return (
    <KeysOverlay
      open={open}
      onClose={onClose}
      onChange={() => void baton.openPage('app', '#/settings')}
      shortcuts={shortcuts.flatMap(({ name, keys }) =>
        keys === null
          ? []
          : [
              {
                keys,
                run: () => undefined,
                label: i18n.t(`frame.command.${textKey(name)}`),
                group: 'everywhere' as const,
              },
            ],
      )}
    />
  )
}
