import { useState } from 'react'
import { SENTIMENTS, TELEPHONY } from '#lib/domain/outcome-axes.ts'
import { outcomeProblem, reasonsOf, type FollowUp, type OutcomeData } from '#lib/domain/outcomes.ts'
import { CONTACT_STATUSES } from '#lib/domain/records.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { SegmentedField } from '#components/ui/segmented.tsx'
import { Select } from '#components/ui/select.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { outcomeLabel, outcomeWord, reasonWord } from '#components/ui/words.ts'

/** One outcome while it is changed; it is kept with Save, and only when it makes sense. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { outcome, others, isOwn, isKnown, onSave, onReset, onCancel } = props
  const [data, setData] = useState(outcome)
  const change = (patch: Partial<OutcomeData>) => setData({ ...data, ...patch })
  const problem = outcomeProblem(data, others, outcomeLabel)
  return (
    <form
      className="grid gap-3 p-3 border border-line-strong rounded-md"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === null) onSave({ ...data, label: ownLabel(data, isOwn) })
      }}
    >
      <TextField
        label={i18n.t('settings.outcomes.name')}
        value={outcomeLabel(data)}
        maxLength={40}
        autoFocus
        {...(problem === 'no-name' || problem === 'same-name' ? { error: problemWords(problem) } : {})}
        onChange={(event) => change({ label: event.target.value })}
      />
      <EffectFields data={data} onChange={change} />
      <AxisFields data={data} onChange={change} />
      <FollowUpFields followUp={data.followUp} onChange={(followUp) => change({ followUp })} />
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.outcomes.front')}
          help={i18n.t('settings.outcomes.frontHelp')}
          checked={data.front}
          onChange={(front) => change({ front })}
        />
        {!data.isPlain && (
          <Switch
            label={i18n.t('settings.outcomes.offer')}
            checked={!data.off}
            onChange={(offered) => change({ off: !offered })}
          />
        )}
      </div>
      {problem !== null && problem !== 'no-name' && problem !== 'same-name' && (
        <p className="error m-0!" role="status">
          {problemWords(problem)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="filled" type="submit" disabled={problem !== null}>
          {i18n.t('settings.outcomes.save')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('settings.outcomes.cancel')}</Button>
        {isKnown && (
          <Button look="danger" onClick={onReset}>
            {i18n.t(isOwn ? 'settings.outcomes.remove' : 'settings.outcomes.shipped')}
          </Button>
        )}
      </div>
    </form>
  )
}

interface OutcomeFormProps {
  outcome: OutcomeData
  /** All of them; its own old form among them does no harm. */
  others: readonly OutcomeData[]
  isOwn: boolean
  /** It is kept already, not just being added. */
  isKnown: boolean
  onSave: (data: OutcomeData) => void
  onReset: () => void
  onCancel: () => void
}

interface Fields {
  data: OutcomeData
  onChange: (patch: Partial<OutcomeData>) => void
}

/** What it does to cadence and person. */
function EffectFields({ data, onChange }: Fields) {
  const reasons = reasonsOf(data.status)
  return (
    <>
      <SegmentedField
        label={i18n.t('settings.outcomes.effect')}
        value={data.effect}
        options={(['continue', 'pause', 'end'] as const).map((value) => ({
          value,
          label: i18n.t(`settings.outcomes.effects.${value}`),
        }))}
        onChange={(effect) => onChange({ effect })}
      />
      <div className="set-two">
        <Select
          label={i18n.t('settings.outcomes.status')}
          value={data.status ?? NONE}
          options={[
            { value: NONE, label: i18n.t('settings.outcomes.sameStatus') },
            ...CONTACT_STATUSES.map((status) => ({ value: status, label: i18n.t(`ui.status.${status}`) })),
          ]}
          onChange={(status) => onChange({ status: status === NONE ? null : status, reason: null })}
        />
        {reasons.length > 0 && (
          <Select
            label={i18n.t('settings.outcomes.reason')}
            value={data.reason ?? NONE}
            options={[
              { value: NONE, label: i18n.t('settings.outcomes.noReason') },
              ...reasons.map((reason) => ({ value: reason, label: reasonWord(reason) })),
            ]}
            onChange={(reason) => onChange({ reason: reason === NONE ? null : reason })}
          />
        )}
      </div>
    </>
  )
}

/** What it says of the line and of the person. */
function AxisFields({ data, onChange }: Fields) {
  const nothing = { value: NONE, label: i18n.t('settings.outcomes.nothing') } as const
  return (
    <>
      <SegmentedField
        label={i18n.t('settings.outcomes.signal')}
        value={data.signal}
        options={(['positive', 'neutral', 'negative'] as const).map((value) => ({
          value,
          label: i18n.t(`settings.outcomes.signals.${value}`),
        }))}
        onChange={(signal) => onChange({ signal })}
      />
      <div className="set-two">
        {data.channel === 'call' && (
          <Select
            label={i18n.t('settings.outcomes.line')}
            value={data.telephony ?? NONE}
            options={[
              nothing,
              ...TELEPHONY.map((line) => ({ value: line, label: i18n.t(`settings.outcomes.lines.${line}`) })),
            ]}
            onChange={(line) => onChange({ telephony: line === NONE ? null : line })}
          />
        )}
        <Select
          label={i18n.t('settings.outcomes.sentiment')}
          value={data.sentiment ?? NONE}
          options={[
            nothing,
            ...SENTIMENTS.map((one) => ({ value: one, label: i18n.t(`outcomes.sentiment.${one}`) })),
          ]}
          onChange={(sentiment) => onChange({ sentiment: sentiment === NONE ? null : sentiment })}
        />
      </div>
    </>
  )
}

function FollowUpFields({
  followUp,
  onChange,
}: {
  followUp: FollowUp | null
  onChange: (followUp: FollowUp | null) => void
}) {
  return (
    <>
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.outcomes.followUp')}
          checked={followUp !== null}
          onChange={(on) => onChange(on ? { type: 'task', text: '', days: 1 } : null)}
        />
      </div>
      {followUp !== null && (
        <>
          <TextField
            label={i18n.t('settings.outcomes.followText')}
            value={followUp.text}
            maxLength={500}
            onChange={(event) => onChange({ ...followUp, text: event.target.value })}
          />
          <div className="set-two">
            <Select
              label={i18n.t('settings.outcomes.followType')}
              value={followUp.type}
              options={(['task', 'call'] as const).map((type) => ({
                value: type,
                label: i18n.t(`settings.outcomes.${type}`),
              }))}
              onChange={(type) => onChange({ ...followUp, type })}
            />
            <TextField
              label={i18n.t('settings.outcomes.followDays')}
              type="number"
              min={0}
              max={365}
              value={String(followUp.days)}
              onChange={(event) =>
                onChange({
                  ...followUp,
                  days: Math.min(365, Math.max(0, Math.trunc(Number(event.target.value)))),
                })
              }
            />
          </div>
        </>
      )}
    </>
  )
}

/** A shipped outcome keeps the words of the language unless the rep has written other ones. */
function ownLabel({ id, label }: OutcomeData, isOwn: boolean): string | null {
  const words = (label ?? '').trim()
  return !isOwn && (label === null || words === outcomeWord(id)) ? null : words
}

function problemWords(problem: NonNullable<ReturnType<typeof outcomeProblem>>): string {
  return i18n.t(`settings.outcomes.problem.${textKey(problem)}`)
}

const NONE = 'none'
