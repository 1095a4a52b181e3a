import type { ReactElement } from 'react'
import { SKIP_REASONS, type SkipReason } from '#lib/domain/reasons.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { reasonWord } from '#components/ui/words.ts'
import { useTouchActs, type TouchRef } from './use-touch-acts.ts'

/** Leaves the touch out, with a reason by number; the next one is planned. */
export function SkipMenu({ touch, trigger, open, onOpenChange, onDone }: SkipMenuProps) {
  return (
    <Menu
      label={i18n.t('today.skipWhy', { name: touch.name })}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      {open && (
        <SkipChoices touch={touch} onClose={() => onOpenChange(false)} {...(onDone ? { onDone } : {})} />
      )}
    </Menu>
  )
}

interface SkipMenuProps {
  touch: TouchRef
  trigger: ReactElement<Record<string, unknown>>
  open: boolean
  onOpenChange: (open: boolean) => void
  onDone?: () => void
}

function SkipChoices({
  touch,
  onClose,
  onDone,
}: {
  touch: TouchRef
  onClose: () => void
  onDone?: () => void
}) {
  const acts = useTouchActs()
  const skip = async (reason: SkipReason) => {
    onClose()
    if (await acts.skip(touch, reason)) onDone?.()
  }
  useKeys(
    SKIP_REASONS.map((reason, index) => ({ keys: String(index + 1), run: () => void skip(reason) })),
    { overlay: true },
  )
  return (
    <>
      {SKIP_REASONS.map((reason, index) => (
        <MenuItem key={reason} keyHint={String(index + 1)} onSelect={() => void skip(reason)}>
          {reasonWord(reason)}
        </MenuItem>
      ))}
    </>
  )
}

/** Skip as one item at the foot of another menu. */
export function SkipMenuItems({ touch }: { touch: TouchRef }) {
  const acts = useTouchActs()
  return <MenuItem onSelect={() => void acts.skip(touch, 'not_needed')}>{i18n.t('today.skipPlain')}</MenuItem>
}
