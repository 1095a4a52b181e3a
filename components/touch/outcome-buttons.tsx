import { useState } from 'react'
import { outcomesFor } from '#lib/domain/outcomes.ts'
import { SkipMenu } from '#components/today/skip-menu.tsx'
import { Snooze } from '#components/today/snooze.tsx'
import { useTouchActs, type TouchRef } from '#components/today/use-touch-acts.ts'
import { i18n } from '#components/ui/i18n.ts'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { outcomeWord } from '#components/ui/words.ts'

/** What happened, each with its key; the outcome decides what follows. `d` takes the plain one where there is one. */
export function OutcomeButtons({ touch, onDone }: { touch: TouchRef; onDone: () => void }) {
  const acts = useTouchActs()
  const [menu, setMenu] = useState<'snooze' | 'skip' | null>(null)
  const [busy, setBusy] = useState(false)
  const outcomes = outcomesFor(touch.type)
  const plain = outcomes.find((outcome) => outcome.isPlain)
  const take = async (id: (typeof outcomes)[number]['id']) => {
    if (busy) return
    setBusy(true)
    if (await acts.done(touch, id)) onDone()
    setBusy(false)
  }
  useKeys([
    ...outcomes.map((outcome, index) => ({
      keys: String(index + 1),
      run: () => void take(outcome.id),
      label: outcomeWord(outcome.id),
    })),
    ...(plain ? [{ keys: 'd', run: () => void take(plain.id), label: i18n.t('today.done') }] : []),
    { keys: 's', run: () => setMenu('snooze'), label: i18n.t('today.snooze.word') },
    { keys: 'x', run: () => setMenu('skip'), label: i18n.t('today.skip') },
  ])
  const toggle = (which: 'snooze' | 'skip') => (open: boolean) => setMenu(open ? which : null)
  return (
    <div>
      <h2 className="sm t3 font-normal mb-1" id="outcomes-head">
        {i18n.t('touch.whatHappened')}
      </h2>
      <ul className="outcomes" aria-labelledby="outcomes-head">
        {outcomes.map((outcome, index) => (
          <li key={outcome.id}>
            <button
              type="button"
              className="btn"
              disabled={busy}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => void take(outcome.id)}
            >
              <KeyHint keys={String(index + 1)} />
              <span className="trunc">{outcomeWord(outcome.id)}</span>
            </button>
          </li>
        ))}
        <li>
          <Snooze
            touch={touch}
            open={menu === 'snooze'}
            onOpenChange={toggle('snooze')}
            onDone={onDone}
            trigger={<MenuButton keys="s" word={i18n.t('today.snooze.word')} />}
          />
        </li>
        <li>
          <SkipMenu
            touch={touch}
            open={menu === 'skip'}
            onOpenChange={toggle('skip')}
            onDone={onDone}
            trigger={<MenuButton keys="x" word={i18n.t('today.skipAsk')} />}
          />
        </li>
      </ul>
    </div>
  )
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
