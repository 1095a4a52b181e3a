import { useRef, useState } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { useBelongings, type Belongings } from '#lib/queries/belongings.ts'
import { fitsTypedName } from '#lib/domain/typed-name.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'

/** Erasing cannot be undone: it says in numbers what goes and asks for the name. */
export function EraseDialog({ contactId, name, doNotContact, open, onClose, onErased }: EraseDialogProps) {
  const baton = useBaton()
  const toast = useToast()
  const belongings = useBelongings(contactId, { enabled: open }).data
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const fits = fitsTypedName(name, typed)
  const close = () => {
    setTyped('')
    setProblem(null)
    onClose()
  }
  const erase = async () => {
    setBusy(true)
    try {
      await baton.erasePerson({ contactId, typedName: typed })
      toast({ title: i18n.t('people.erased'), detail: name })
      close()
      onErased?.()
    } catch {
      setProblem(i18n.t('people.eraseFailed'))
    }
    setBusy(false)
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      focus={field}
      title={
        <>
          {i18n.t('people.eraseTitle')} <bdi>{name}</bdi>?
        </>
      }
      description={belongings === undefined ? i18n.t('people.eraseAll') : goesWords(belongings)}
      actions={
        <>
          <Button keyHint="Escape" onClick={close}>
            {i18n.t('ui.cancel')}
          </Button>
          <Button look="danger-filled" type="submit" form={FORM} disabled={!fits} busy={busy}>
            {i18n.t(busy ? 'people.erasing' : 'people.erase')}
          </Button>
        </>
      }
    >
      {doNotContact && <p className="t2">{i18n.t('people.eraseKeepsSuppression')}</p>}
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          if (fits && !busy) void erase()
        }}
      >
        <TextField
          ref={field}
          label={i18n.t('people.eraseType', { name: isolated(name) })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          {...(problem === null ? {} : { error: problem })}
        />
      </form>
    </Dialog>
  )
}

interface EraseDialogProps {
  contactId: string
  name: string
  doNotContact: boolean
  open: boolean
  onClose: () => void
  /** The person is gone: leave the screen that shows them. */
  onErased?: () => void
}

function goesWords({ captures, notes, touches }: Belongings): string {
  const parts = [
    i18n.t('people.goes.captures', captures),
    i18n.t('people.goes.notes', notes),
    i18n.t('people.goes.touches', touches),
  ]
  return i18n.t('people.eraseGoes', {
    parts: new Intl.ListFormat(undefined, { type: 'conjunction' }).format(parts),
  })
}

/** A name of the other direction inside a plain-text label (Unicode isolates). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

const FORM = 'erase-form'
