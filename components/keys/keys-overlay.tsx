import { X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { useListedKeys } from '#components/ui/keys-provider.tsx'
import { SearchField } from '#components/ui/text-field.tsx'
import type { KeyBinding, KeyGroup } from '#components/ui/use-keys.ts'

/** `?`: the keys of this screen, its own first; the field finds a key by its word. */
export function KeysOverlay({ open, onClose, shortcuts, onChange }: KeysOverlayProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog open={open} onClose={onClose} title={<KeysTitle onClose={onClose} />} focus={field}>
      {open && <KeyLists field={field} shortcuts={shortcuts} onChange={onChange} />}
    </Dialog>
  )
}

interface KeysOverlayProps {
  open: boolean
  onClose: () => void
  /** Chrome's own keys, as it gave them. */
  shortcuts: readonly KeyBinding[]
  onChange: () => void
}

function KeysTitle({ onClose }: { onClose: () => void }) {
  return (
    <span className="flex items-center justify-between">
      {i18n.t('keys.title')}
      <IconButton icon={X} small label={i18n.t('ui.close')} onClick={onClose} />
    </span>
  )
}

function KeyLists({
  field,
  shortcuts,
  onChange,
}: { field: React.RefObject<HTMLInputElement | null> } & Pick<KeysOverlayProps, 'shortcuts' | 'onChange'>) {
  const listed = useListedKeys()
  const [all] = useState(() => [...listed(), ...shortcuts])
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase()
    const found = all.filter((binding) => (binding.label ?? '').toLocaleLowerCase().includes(wanted))
    return Map.groupBy(found, (binding) => binding.group ?? 'screen')
  }, [all, typed])
  return (
    <>
      <SearchField
        ref={field}
        label={i18n.t('keys.find')}
        placeholder={i18n.t('keys.find')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {GROUPS.map((group) => {
        const bindings = groups.get(group)
        return bindings && <KeyGroupList key={group} group={group} bindings={bindings} />
      })}
      {groups.size === 0 && <p className="t2">{i18n.t('keys.none')}</p>}
      <p className="sm t3 flex justify-between gap-2">
        <span>{i18n.t('keys.foot')}</span>
        <button type="button" className="link link-24 nowrap" onClick={onChange}>
          {i18n.t('keys.change')}
        </button>
      </p>
    </>
  )
}

function KeyGroupList({ group, bindings }: { group: KeyGroup; bindings: readonly KeyBinding[] }) {
  return (
    <section>
      <h3 className="sm t3 font-normal pb-1">{i18n.t(`keys.group.${group}`)}</h3>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1">
        {bindings.map((binding) => (
          <div key={binding.keys} className="flex items-center justify-between gap-2 min-h-6">
            <dt className="trunc">{binding.label}</dt>
            <dd className="flex gap-0.5">
              <KeyHint keys={binding.keys} />
              <span className="vh">{binding.keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const GROUPS: readonly KeyGroup[] = ['screen', 'move', 'everywhere']
