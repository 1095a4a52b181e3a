import { Ban, CircleCheck, Combine, Download, Eraser, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useBaton } from '#lib/queries/context.tsx'
import { useFiles } from '#lib/queries/files.ts'
import { mergeRoute } from '#components/frame/routes.ts'
import { useAct, useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { EraseDialog } from './erase-dialog.tsx'

/** What can be done with a saved person anywhere: do not contact, all that is stored as a file, delete, erase. */
export function PersonMenu({ contactId, name, doNotContact, onGone, children }: PersonMenuProps) {
  const baton = useBaton()
  const act = useAct()
  const [, go] = useLocation()
  const { exportPerson } = useFiles()
  const { fail } = useProblem()
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
        <MenuItem icon={Combine} onSelect={() => go(mergeRoute(contactId))}>
          {i18n.t('same.mergeAny')}
        </MenuItem>
        <MenuItem icon={Download} onSelect={() => void exportPerson(contactId).catch(fail)}>
          {i18n.t('files.exportPerson')}
        </MenuItem>
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
