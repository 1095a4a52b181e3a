import { ChevronLeft } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import type { Comparison } from '#lib/app/same-person.ts'
import type { Choices, Compared, Side } from '#lib/domain/join-fields.ts'
import type { Contact } from '#lib/domain/records.ts'
import type { Sourced } from '#lib/domain/values.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useComparison } from '#lib/queries/same-person.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { sourceWords } from '#components/now/evidence-words.ts'
import { NowLoading } from '#components/now/loading.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import './same.css'
import { PairGone } from './pair-gone.tsx'
import { PickScreen } from './pick-screen.tsx'
import { reasonWords } from './reason-words.ts'

/** Two records, one person: field by field which value stays, then one press. Without the other one: with whom? */
export function MergeScreen({ contactId, otherId }: { contactId: string; otherId: string | undefined }) {
  return otherId === undefined ? (
    <PickScreen contactId={contactId} />
  ) : (
    <Pair contactId={contactId} otherId={otherId} />
  )
}

function Pair({ contactId, otherId }: { contactId: string; otherId: string }) {
  const comparison = useComparison(contactId, otherId)
  if (comparison.data === undefined && !comparison.isError) return <NowLoading />
  return comparison.data ? <Merge comparison={comparison.data} askedId={contactId} /> : <PairGone />
}

function Merge({ comparison, askedId }: { comparison: Comparison; askedId: string }) {
  const { stays, goes, reason, fields, isHeld } = comparison
  const [choices, setChoices] = useState<Choices>({})
  const { merge, apart, busy } = useDeciding(comparison, choices)
  useKeys([{ keys: 'Enter', run: () => void merge(), label: i18n.t('same.makeOne') }])
  return (
    <>
      <main>
        <div className="same-crumb">
          <a className="btn-icon sm" href={hashOf(contactRoute(askedId))} aria-label={i18n.t('ui.back')}>
            <Icon of={ChevronLeft} />
          </a>
          <h1 className="grow">{i18n.t('same.title')}</h1>
        </div>
        <div className="same-heads">
          <Head contact={stays} />
          <Head contact={goes} />
        </div>
        {reason !== null && <p className="sm t2 px-3 pt-2 m-0">{reasonWords(reason)}</p>}
        {isHeld && <p className="sm px-3 pt-2 m-0">{i18n.t('same.held')}</p>}
        {fields.length === 0 && <p className="t2 p-3 m-0">{i18n.t('same.noDifference')}</p>}
        {fields.map((one) => (
          <Field
            key={one.field}
            one={one}
            side={choices[one.field] ?? one.proposed}
            onChoose={(side) => setChoices((before) => ({ ...before, [one.field]: side }))}
          />
        ))}
      </main>
      <footer className="actionbar">
        <p className="sm t3">{i18n.t('same.keeps')}</p>
        <div className="actions">
          <Button look="filled" className="grow" busy={busy} keyHint="Enter" onClick={() => void merge()}>
            {i18n.t('same.makeOne')}
          </Button>
          <Button disabled={busy} onClick={() => void apart()}>
            {i18n.t('same.notSame')}
          </Button>
        </div>
      </footer>
    </>
  )
}

function Head({ contact }: { contact: Contact }) {
  const time = useTime()
  return (
    <div>
      <b>
        <bdi>{contact.name.value}</bdi>
      </b>
      <span>{i18n.t('same.since', { day: time.day(contact.createdAt) })}</span>
      {contact.emails.map(({ value }) => (
        <span key={value}>
          <bdi>{value}</bdi>
        </span>
      ))}
    </div>
  )
}

function Field({ one, side, onChoose }: { one: Compared; side: Side; onChoose: (side: Side) => void }) {
  const group = useId()
  const cell = (of: Side, value: Sourced | null) => (
    <Cell field={one.field} value={value} group={group} checked={side === of} onChoose={() => onChoose(of)} />
  )
  return (
    <fieldset className="same-cmp">
      <legend>
        <b>{one.field === 'status' ? i18n.t('same.status') : i18n.t(`now.field.${one.field}`)}</b>
        <span className="t3">{i18n.t(`same.why.${one.why}`)}</span>
      </legend>
      <div className="same-two">
        {cell('stays', one.stays)}
        {cell('goes', one.goes)}
      </div>
    </fieldset>
  )
}

function Cell({ field, value, group, checked, onChoose }: CellProps) {
  const time = useTime()
  // A value is never given up for none.
  if (value === null) return <div className="same-cell none">{i18n.t('same.notThere')}</div>
  const words = wordsOf(field, value.value)
  const isPlain = field === 'status' || field === 'zone'
  return (
    <label className="same-cell">
      <input className="radio" type="radio" name={group} checked={checked} onChange={onChoose} />
      <span className="grow min-w-0">
        <span className="v">
          <bdi>{words}</bdi>
        </span>
        {!isPlain && <span className="s">{sourceWords(value, time)}</span>}
      </span>
    </label>
  )
}

interface CellProps {
  field: Compared['field']
  value: Sourced | null
  group: string
  checked: boolean
  onChoose: () => void
}

function wordsOf(field: Compared['field'], value: string): string {
  return field === 'status' ? i18n.t(`ui.status.${value as Contact['status']}`) : value // `compared` gives the contact's own status
}

/** Merge and «not the same»; both lead to the person, and both can be undone. */
function useDeciding({ stays, goes }: Comparison, choices: Choices) {
  const baton = useBaton()
  const act = useAct()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const pair = { contactId: stays.id, otherId: goes.id }
  const run = async (work: () => Promise<string | null>) => {
    if (busy) return
    setBusy(true)
    const to = await work()
    setBusy(false)
    if (to !== null) go(contactRoute(to), { replace: true })
  }
  return {
    busy,
    merge: () =>
      run(async () => {
        const done = await act(
          () => baton.mergePeople({ ...pair, choices }),
          ({ result }) =>
            result.kind === 'merged'
              ? { title: i18n.t('same.merged'), detail: stays.name.value }
              : { problem: i18n.t('same.goneNext') },
        )
        return done?.result.kind === 'merged' ? done.result.contactId : null
      }),
    apart: () =>
      run(async () => {
        const words = { name: stays.name.value, other: goes.name.value }
        const said = { title: i18n.t('same.kept'), detail: i18n.t('same.two', words) }
        return (await act(() => baton.keepApart(pair), said)) ? stays.id : null
      }),
  }
}
