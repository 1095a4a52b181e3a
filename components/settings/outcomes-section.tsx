import { useState } from 'react'
import { CHANNELS, type Channel } from '#lib/domain/cadence/step.ts'
import { outcomeData, outcomeOf, outcomesWith, withOutcome, type OutcomeData } from '#lib/domain/outcomes.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { Button, TextButton } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { outcomeLabel, reasonWord } from '#components/ui/words.ts'
import { OutcomeForm } from './outcome-form.tsx'
import { useSaving } from './saving.tsx'
import { Section } from './section.tsx'

/** What can come of a touch, channel by channel, each with what it does; all of it can be changed. */
export function OutcomesSection({ settings }: { settings: Settings }) {
  const baton = useBaton()
  const { save } = useSaving()
  const [open, setOpen] = useState<OutcomeData | null>(null)
  const all = outcomesWith(settings.outcomes).map((outcome) => outcomeData.parse(outcome))
  const isOwn = (id: string) => outcomeOf(id) === null
  const keep = (outcomes: OutcomeData[]) => {
    save({ outcomes })
    setOpen(null)
  }
  const form = open && (
    <OutcomeForm
      key={open.id}
      outcome={open}
      others={all}
      isOwn={isOwn(open.id)}
      isKnown={all.some(({ id }) => id === open.id)}
      onSave={(data) => keep(withOutcome(settings.outcomes, data))}
      onReset={() => keep(settings.outcomes.filter(({ id }) => id !== open.id))}
      onCancel={() => setOpen(null)}
    />
  )
  return (
    <Section
      id="outcomes"
      title={i18n.t('settings.outcomes.title')}
      intro={i18n.t('settings.outcomes.intro')}
    >
      {[...CHANNELS].map((channel) => (
        <section key={channel} aria-labelledby={`outcomes-${channel}`}>
          <div className="set-row">
            <h3 id={`outcomes-${channel}`} className="grow text-base">
              {i18n.t(`settings.outcomes.channel.${channel}`)}
            </h3>
            <Button small onClick={() => setOpen(blank(channel, baton.newId()))}>
              {i18n.t('settings.outcomes.add')}
            </Button>
          </div>
          <ul>
            {all
              .filter((outcome) => outcome.channel === channel)
              .map((outcome) => (
                <li key={outcome.id}>
                  {open?.id === outcome.id ? (
                    form
                  ) : (
                    <OutcomeRow
                      outcome={outcome}
                      mark={
                        isOwn(outcome.id)
                          ? 'own'
                          : settings.outcomes.some(({ id }) => id === outcome.id)
                            ? 'changed'
                            : null
                      }
                      onEdit={() => setOpen(outcome)}
                    />
                  )}
                </li>
              ))}
          </ul>
          {open?.channel === channel && !all.some(({ id }) => id === open.id) && form}
        </section>
      ))}
    </Section>
  )
}

/** «Voicemail · goes on · working»: the words, and in grey what it does. */
function OutcomeRow({ outcome, mark, onEdit }: OutcomeRowProps) {
  const facts = [
    i18n.t(`settings.outcomes.effects.${outcome.effect}`),
    outcome.status && i18n.t(`ui.status.${outcome.status}`),
    outcome.reason && reasonWord(outcome.reason),
    outcome.followUp?.text,
    mark && i18n.t(`settings.outcomes.${mark}`),
    outcome.off && i18n.t('settings.outcomes.off'),
  ]
  return (
    <div className="set-row">
      <span className="grow min-w-0 trunc">
        <span className={outcome.off ? 't3' : 'font-medium'}>{outcomeLabel(outcome)}</span>{' '}
        <span className="sm t3">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <TextButton
        aria-label={i18n.t('settings.outcomes.edit', [outcomeLabel(outcome)])}
        className="link-24"
        onClick={onEdit}
      >
        {i18n.t('settings.outcomes.edit', ['']).trim()}
      </TextButton>
    </div>
  )
}

interface OutcomeRowProps {
  outcome: OutcomeData
  mark: 'own' | 'changed' | null
  onEdit: () => void
}

function blank(channel: Channel, id: string): OutcomeData {
  return {
    id, channel, label: '', signal: 'neutral', effect: 'continue', status: null, reason: null, telephony: null,
    sentiment: null, followUp: null, types: null, isPlain: false, front: true, off: false,
  } // prettier-ignore
}
