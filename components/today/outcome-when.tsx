import { useRef, useState } from 'react'
import type { OutcomeWhenView } from '#lib/app/outcome-when.ts'
import type { Outcome } from '#lib/domain/outcomes.ts'
import { useOutcomeWhen } from '#lib/queries/touch.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { capital, placeOf, type TimeWords } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { outcomeLabel } from '#components/ui/words.ts'
import { SnoozeChoices, type SnoozeOption, type SnoozeOptions } from './snooze-menu.tsx'
import type { OutcomeTold, TouchRef } from './use-touch-acts.ts'

/**
 * Until when somebody is away, or when to call back: typed or chosen. Enter alone takes what the outcome does
 * without, Escape records nothing.
 */
export function OutcomeWhen({ touch, outcome, onTake, onClose }: OutcomeWhenProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const time = useTime()
  const isTaken = useRef(false)
  const view = useOutcomeWhen({ ...touch, outcome, typed }).data ?? null
  const kind = outcome.effect === 'pause' ? 'away' : 'call'
  return (
    <Dialog
      open
      onClose={onClose}
      focus={field}
      title={i18n.t(`today.told.${kind}.title`, { outcome: outcomeLabel(outcome), name: touch.name })}
      description={i18n.t(`today.told.${kind}.about`)}
    >
      <div className="-mx-2">
        <SnoozeChoices
          field={field}
          typed={typed}
          onType={setTyped}
          options={optionsOf(view, time)}
          words={{
            placeholder: i18n.t(`today.told.${kind}.placeholder`),
            notUnderstood: i18n.t(`today.told.${kind}.notUnderstood`),
          }}
          onTake={({ at }) => {
            if (isTaken.current) return
            isTaken.current = true
            onTake(kind === 'away' ? { until: at } : { followUpAt: at })
          }}
        />
      </div>
    </Dialog>
  )
}

interface OutcomeWhenProps {
  touch: TouchRef
  outcome: Outcome
  onTake: (told: OutcomeTold) => void
  onClose: () => void
}

function optionsOf(view: OutcomeWhenView | null, time: TimeWords): SnoozeOptions {
  if (view === null) return { typed: null, fixed: [] }
  const options =
    view.kind === 'away' ? view.choices.map(awayOption(time)) : view.choices.map(callOption(time))
  return {
    typed: options.find(({ id }) => id === 'typed') ?? null,
    fixed: options.filter(({ id }) => id !== 'typed'),
  }
}

const awayOption =
  (time: TimeWords) =>
  (choice: Extract<OutcomeWhenView, { kind: 'away' }>['choices'][number]): SnoozeOption => {
    const day = time.date(choice.until)
    return {
      id: choice.id,
      label: choice.id === 'typed' ? capital(day) : i18n.t(`today.told.away.choice.${choice.id}`),
      end: choice.id === 'typed' ? '' : day,
      at: choice.until,
      foot:
        choice.goesOn === null
          ? i18n.t('today.told.away.lastStep')
          : i18n.t('today.told.away.goesOn', { day, when: time.when(choice.goesOn) }),
    }
  }

const callOption =
  (time: TimeWords) =>
  ({ id, at, zone }: Extract<OutcomeWhenView, { kind: 'call' }>['choices'][number]): SnoozeOption => {
    const offset = time.offset(zone)
    const place = placeOf(zone)
    return {
      id,
      label:
        id === 'typed'
          ? capital(time.when(at, zone))
          : id === 'usual'
            ? i18n.t('today.told.call.usual')
            : i18n.t(`today.snooze.choice.${id}`),
      end: id === 'typed' ? (offset === null ? '' : place) : capital(time.when(at, zone)),
      at,
      foot: offset === null ? '' : i18n.t('today.snooze.zone', { place, offset }),
    }
  }
