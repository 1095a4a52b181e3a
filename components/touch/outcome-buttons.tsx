import { useRef, useState } from 'react'
import { SENTIMENTS, type Sentiment } from '#lib/domain/outcome-axes.ts'
import { outcomesFor, type Outcome } from '#lib/domain/outcomes.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { SkipMenu } from '#components/today/skip-menu.tsx'
import { Snooze } from '#components/today/snooze.tsx'
import { useTold } from '#components/today/use-told.tsx'
import { useTouchActs, type Done, type OutcomeTold, type TouchRef } from '#components/today/use-touch-acts.ts'
import { i18n } from '#components/ui/i18n.ts'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { outcomeLabel } from '#components/ui/words.ts'

/**
 * What happened, each with its key; the outcome decides what follows. `d` takes the plain one; a call has none: there
 * it goes to the first.
 * `onDone` hears what follows, or null where the touch was put off or left out.
 */
export function OutcomeButtons({ touch, onDone }: { touch: TouchRef; onDone: (done: Done | null) => void }) {
  const { outcomes, take, dialog, busy, sentiment, setSentiment } = useTaking(touch, onDone)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const feeling = useRef<HTMLSelectElement>(null)
  const buttons = useRef<HTMLUListElement>(null)
  const front = outcomes.filter((outcome) => outcome.front).slice(0, KEYS)
  const behind = outcomes.filter((outcome) => !front.includes(outcome))
  useOutcomeKeys({
    outcomes,
    take,
    setMenu,
    hasMore: behind.length > 0,
    first: () => buttons.current?.querySelector('button')?.focus(),
    feeling: touch.type === 'call' ? () => feeling.current?.focus() : null,
  })
  const toggle = (which: OpenMenu) => (open: boolean) => setMenu(open ? which : null)
  return (
    <div>
      <div className="flex items-center justify-between gap-2 mb-1">
        <h2 className="sm t3 font-normal" id="outcomes-head">
          {i18n.t('touch.whatHappened')}
        </h2>
        {touch.type === 'call' && (
          <SentimentField field={feeling} value={sentiment} onChange={setSentiment} />
        )}
      </div>
      <ul ref={buttons} className="outcomes" aria-labelledby="outcomes-head">
        {front.map((outcome, index) => (
          <li key={outcome.id}>
            <button
              type="button"
              className="btn"
              disabled={busy}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => take(outcome)}
            >
              <KeyHint keys={String(index + 1)} />
              <span className="trunc">{outcomeLabel(outcome)}</span>
            </button>
          </li>
        ))}
        <li>
          <Snooze
            touch={touch}
            open={menu === 'snooze'}
            onOpenChange={toggle('snooze')}
            onDone={() => onDone(null)}
            trigger={<MenuButton keys="s" word={i18n.t('today.snooze.word')} />}
          />
        </li>
        <li>
          <SkipMenu
            touch={touch}
            open={menu === 'skip'}
            onOpenChange={toggle('skip')}
            onDone={() => onDone(null)}
            trigger={<MenuButton keys="x" word={i18n.t('today.skipAsk')} />}
          />
        </li>
        {behind.length > 0 && (
          <li>
            <Menu
              label={i18n.t('touch.moreOutcomes', { name: touch.name })}
              side="top"
              open={menu === 'more'}
              onOpenChange={toggle('more')}
              trigger={<MenuButton keys="Shift+D" word={i18n.t('touch.more')} />}
            >
              {menu === 'more' && (
                <Behind outcomes={behind} first={front.length} onTake={(outcome) => take(outcome)} />
              )}
            </Menu>
          </li>
        )}
      </ul>
      {dialog}
    </div>
  )
}

type OpenMenu = 'snooze' | 'skip' | 'more'

function useOutcomeKeys({ outcomes, take, setMenu, hasMore, first, feeling }: OutcomeKeys): void {
  const plain = outcomes.find((outcome) => outcome.isPlain)
  useKeys([
    ...outcomes.slice(0, KEYS).map((outcome, index) => ({
      keys: String(index + 1),
      run: () => take(outcome),
      label: outcomeLabel(outcome),
    })),
    { keys: 'd', run: () => (plain ? take(plain) : first()), label: i18n.t('today.done') },
    { keys: 's', run: () => setMenu('snooze'), label: i18n.t('today.snooze.word') },
    { keys: 'x', run: () => setMenu('skip'), label: i18n.t('today.skip') },
    ...(hasMore ? [{ keys: 'Shift+D', run: () => setMenu('more'), label: i18n.t('today.doneAs') }] : []),
    ...(feeling ? [{ keys: 'Shift+S', run: feeling, label: i18n.t('touch.sentiment') }] : []),
  ])
}

interface OutcomeKeys {
  outcomes: readonly Outcome[]
  take: (outcome: Outcome) => void
  setMenu: (menu: OpenMenu) => void
  hasMore: boolean
  /** To the first button: what `d` means where no outcome goes without saying. */
  first: () => void
  /** To how the person took it; null where nobody was talked to. */
  feeling: (() => void) | null
}

/** Takes one outcome, once; how the person took it goes along where the rep has said it. */
function useTaking(touch: TouchRef, onDone: (done: Done) => void) {
  const acts = useTouchActs()
  const all = useOutcomes()
  const [busy, setBusy] = useState(false)
  const [sentiment, setSentiment] = useState<Sentiment | null>(null)
  const record = async (outcome: Outcome, told: OutcomeTold) => {
    if (busy) return
    setBusy(true)
    const done = await acts.done(touch, outcome, { ...told, ...(sentiment && { sentiment }) })
    if (done !== null) onDone(done)
    setBusy(false)
  }
  const { ask, dialog } = useTold(touch, (outcome, told) => void record(outcome, told))
  return { outcomes: outcomesFor(touch.type, all), take: ask, dialog, busy, sentiment, setSentiment }
}

/** The outcomes that have no button. Their numbers go on behind the buttons', as far as there are keys. */
function Behind({ outcomes, first, onTake }: BehindProps) {
  useKeys(
    outcomes.flatMap((outcome, index) =>
      first + index < KEYS ? [{ keys: String(first + index + 1), run: () => onTake(outcome) }] : [],
    ),
    { overlay: true },
  )
  return outcomes.map((outcome, index) => (
    <MenuItem
      key={outcome.id}
      {...(first + index < KEYS ? { keyHint: String(first + index + 1) } : {})}
      {...(outcome.effect === 'continue' ? {} : { end: i18n.t(`today.effect.${outcome.effect}`) })}
      onSelect={() => onTake(outcome)}
    >
      {outcomeLabel(outcome)}
    </MenuItem>
  ))
}

interface BehindProps {
  outcomes: readonly Outcome[]
  /** How many have a button. */
  first: number
  onTake: (outcome: Outcome) => void
}

function SentimentField({ field, value, onChange }: SentimentFieldProps) {
  return (
    <select
      ref={field}
      className="sentiment"
      aria-label={i18n.t('touch.sentiment')}
      aria-keyshortcuts="Shift+S"
      value={value ?? ''}
      onChange={(event) => {
        onChange(SENTIMENTS.find((known) => known === event.target.value) ?? null)
        event.target.blur() // The keys of the outcomes are next.
      }}
    >
      <option value="">{i18n.t('touch.asOutcome')}</option>
      {SENTIMENTS.map((sentiment) => (
        <option key={sentiment} value={sentiment}>
          {i18n.t(`outcomes.sentiment.${sentiment}`)}
        </option>
      ))}
    </select>
  )
}

interface SentimentFieldProps {
  field: React.RefObject<HTMLSelectElement | null>
  value: Sentiment | null
  onChange: (sentiment: Sentiment | null) => void
}

function MenuButton({
  keys,
  word,
  ...rest
}: { keys: string; word: string } & React.ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className="btn" aria-keyshortcuts={keys}>
      <KeyHint keys={keys} />
      {word}
    </button>
  )
}

/** The keys 1 to 9. */
const KEYS = 9
