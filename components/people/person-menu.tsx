import { Ban, CircleCheck, Eraser, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { EraseDialog } from './erase-dialog.tsx'

/** What can be done with a saved person anywhere: do not contact, delete, erase. */
export function PersonMenu({ contactId, name, doNotContact, onGone, children }: PersonMenuProps) {
  const baton = useBaton()
  const act = useAct()
  const [erasing, setErasing] = useState(false)
  const setDoNotContact = (on: boolean) =>
    act(() => baton.setDoNotContact({ contactId, on }), {
      title: i18n.t(on ? 'people.stopped' : 'people.allowed'),
      detail: name,
    })
  const remove = async () => {
    const done = await act(() => baton.deletePerson({ contactId }), {
      title: i18n.t('people.deleted'),
      detail: name,
    })
    if (done !== null) onGone?.()
  }
  return (
    <>
      <Menu
        label={i18n.t('people.menu', { name })}
        trigger={
          <IconButton icon={MoreHorizontal} small tip={false} label={i18n.t('people.menu', { name })} />
        }
      >
        {children}
        {doNotContact ? (
          <MenuItem icon={CircleCheck} onSelect={() => void setDoNotContact(false)}>
            {i18n.t('people.allow')}
          </MenuItem>
        ) : (
          <MenuItem icon={Ban} onSelect={() => void setDoNotContact(true)}>
            {i18n.t('people.stop')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => void remove()}>
          {i18n.t('people.delete')}
        </MenuItem>
        <MenuItem icon={Eraser} danger onSelect={() => setErasing(true)}>
          {i18n.t('people.eraseAsk')}
        </MenuItem>
      </Menu>
      <EraseDialog
        contactId={contactId}
        name={name}
        doNotContact={doNotContact}
        open={erasing}
        onClose={() => setErasing(false)}
        {...(onGone === undefined ? {} : { onErased: onGone })}
      />
    </>
  )
}

interface PersonMenuProps {
  contactId: string
  name: string
  doNotContact: boolean
  /** The person was deleted or erased: leave the screen that shows them. */
  onGone?: () => void
  /** Items of the screen itself, above these. */
  children?: ReactNode
}
