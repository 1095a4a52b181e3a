import { useState, type ReactNode } from 'react'
import {
  DISQUALIFICATION_REASONS,
  NURTURE_DAYS,
  NURTURE_DEFAULT_DAYS,
  RECYCLE_REASONS,
  type DisqualificationReason,
  type RecycleReason,
} from '#lib/domain/reasons.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceList } from '#components/ui/choice-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { dayOf } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { reasonWord } from '#components/ui/words.ts'

interface VerdictDialogProps {
  open: boolean
  name: string
  /** What ends, in one line. */
  ends: string
  onClose: () => void
}

/** Not now: why, and the day that brings the person back. */
export function NurtureDialog(
  props: VerdictDialogProps & { onNurture: (reason: RecycleReason, until: string) => void },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={i18n.t('qualify.nurtureWho', { name: props.name })}
      description={props.ends}
    >
      {props.open && <NurtureForm {...props} />}
    </Dialog>
  )
}

function NurtureForm({
  onNurture,
  onClose,
}: {
  onNurture: (reason: RecycleReason, until: string) => void
  onClose: () => void
}) {
  const time = useTime()
  const today = Temporal.PlainDate.from(dayOf(time.now, time.zone))
  const after = (days: number) => today.add({ days }).toString()
  const [reason, setReason] = useState<RecycleReason | null>(null)
  const [until, setUntil] = useState(after(NURTURE_DEFAULT_DAYS))
  const isPast = until === '' || Temporal.PlainDate.compare(until, today) <= 0
  const days = NURTURE_DAYS.find((number) => after(number) === until)
  const take = () => reason !== null && !isPast && onNurture(reason, until)
  return (
    <VerdictForm onSubmit={take}>
      <ChoiceList
        label={i18n.t('qualify.whyNotNow')}
        choices={RECYCLE_REASONS.map((id) => ({ id, label: reasonWord(id) }))}
        value={reason}
        onChange={setReason}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 max-[349px]:grid-cols-1">
        <TextField
          label={i18n.t('qualify.askAgain')}
          type="date"
          min={after(1)}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
          {...(isPast ? { error: i18n.t('qualify.dateToCome') } : { help: time.date(until) })}
        />
        <div className="pt-6 max-[349px]:pt-0">
          <Segmented
            label={i18n.t('qualify.inDays')}
            value={days === undefined ? null : String(days)}
            options={NURTURE_DAYS.map((number) => ({ value: String(number), label: String(number) }))}
            onChange={(value) => setUntil(after(Number(value)))}
          />
        </div>
      </div>
      <VerdictActions
        word={i18n.t('qualify.nurture')}
        disabled={reason === null || isPast}

        onClose={onClose}
      />
    </VerdictForm>
  )
}

/** Not at all: why. */
export function DisqualifyDialog(
  props: VerdictDialogProps & { onDisqualify: (reason: DisqualificationReason) => void },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={i18n.t('qualify.disqualifyWho', { name: props.name })}
      description={props.ends}
    >
      {props.open && <DisqualifyForm {...props} />}
    </Dialog>
  )
}

function DisqualifyForm({
  onDisqualify,
  onClose,
}: {
  onDisqualify: (reason: DisqualificationReason) => void
  onClose: () => void
}) {
  const [reason, setReason] = useState<DisqualificationReason | null>(null)
  const take = () => reason !== null && onDisqualify(reason)
  return (
    <VerdictForm onSubmit={take}>
      <ChoiceList
        label={i18n.t('qualify.why')}
        choices={DISQUALIFICATION_REASONS.map((id) => ({ id, label: reasonWord(id) }))}
        value={reason}
        onChange={setReason}
      />
      <p className="help m-0!">{i18n.t('qualify.orDoNotContact')}</p>
      <VerdictActions
        word={i18n.t('qualify.disqualify')}
        disabled={reason === null}

        onClose={onClose}
      />
    </VerdictForm>
  )
}

/** Enter takes it from wherever the focus stands in the form. */
function VerdictForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** It can be undone, so the last button is filled teal, never red. */
function VerdictActions({
  word,
  disabled,
  onClose,
}: {
  word: string
  disabled: boolean
  onClose: () => void
}) {
  return (
    <div className="dialog-foot -mx-4 -mb-4">
      <Button keyHint="Escape" onClick={onClose}>
        {i18n.t('ui.cancel')}
      </Button>
      <Button look="filled" keyHint="Enter" type="submit" disabled={disabled}>
        {word}
      </Button>
    </div>
  )
}
