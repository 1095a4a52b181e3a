import { useRef, useState, type ReactElement } from 'react'
import { useSnooze } from '#lib/queries/touch.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Popover } from '#components/ui/popover.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { SnoozeChoices } from './snooze-menu.tsx'
import { snoozeOptions } from './snooze-words.ts'
import { useTouchActs, type TouchRef } from './use-touch-acts.ts'

/** The snooze menu of one touch, at the button that opens it; `s` opens it too where the caller says so. */
export function Snooze({ touch, trigger, open, onOpenChange, onDone }: SnoozeProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <Popover
      label={i18n.t('today.snooze.label', { name: touch.name })}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      focus={field}
    >
      {/* Only while it is open, so that its dates are worked out only then. */}
      {open && (
        <SnoozeInside
          touch={touch}
          field={field}
          onClose={() => onOpenChange(false)}
          {...(onDone ? { onDone } : {})}
        />
      )}
    </Popover>
  )
}

interface SnoozeProps {
  touch: TouchRef
  trigger: ReactElement<Record<string, unknown>>
  open: boolean
  onOpenChange: (open: boolean) => void
  onDone?: () => void
}

function SnoozeInside({ touch, field, onClose, onDone }: SnoozeInsideProps) {
  const [typed, setTyped] = useState('')
  const view = useSnooze(touch.enrollmentId, typed).data ?? null
  const time = useTime()
  const acts = useTouchActs()
  const isTaken = useRef(false)
  const take = async (at: string) => {
    if (isTaken.current) return
    isTaken.current = true
    onClose()
    if (await acts.snooze(touch, at)) onDone?.()
  }
  // The field is there at once and takes the focus; its choices follow.
  const options =
    view === null ? { typed: null, fixed: [] } : snoozeOptions(view.choices, view.course.cadence, time)
  return (
    <SnoozeChoices
      field={field}
      typed={typed}
      onType={setTyped}
      options={options}
      onTake={(option) => void take(option.at)}
      onPause={() => {
        onClose()
        void acts.pause(touch.enrollmentId, touch.name).then((done) => done && onDone?.())
      }}
    />
  )
}

interface SnoozeInsideProps {
  touch: TouchRef
  field: React.RefObject<HTMLInputElement | null>
  onClose: () => void
  onDone?: () => void
}
