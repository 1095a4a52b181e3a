import type { ReactElement, ReactNode } from 'react'
import { outcomeOf, outcomesFor, plainOutcome, type Outcome } from '#lib/domain/outcomes.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Menu, MenuFoot, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { outcomeLabel } from '#components/ui/words.ts'
import { useTold } from './use-told.tsx'
import { useTouchActs, type TouchRef } from './use-touch-acts.ts'

/** What came of the touch, by number; a call has no plain «done» and always asks. */
export function OutcomeMenu({ touch, trigger, open, onOpenChange, onDone, children }: OutcomeMenuProps) {
  const acts = useTouchActs()
  const { ask, dialog } = useTold(touch, (outcome, told) => {
    void acts.done(touch, outcome, told).then((done) => done && onDone?.())
  })
  const take = (outcome: Outcome) => {
    onOpenChange(false)
    ask(outcome)
  }
  return (
    <>
      <Menu
        label={i18n.t('today.outcomeOf', { name: touch.name })}
        trigger={trigger}
        open={open}
        onOpenChange={onOpenChange}
      >
        {open && <Outcomes touch={touch} onTake={take} />}
        {children !== undefined && (
          <>
            <MenuSeparator />
            {children}
          </>
        )}
      </Menu>
      {dialog}
    </>
  )
}

interface OutcomeMenuProps {
  touch: TouchRef
  trigger: ReactElement<Record<string, unknown>>
  open: boolean
  onOpenChange: (open: boolean) => void
  onDone?: () => void
  /** More acts below the outcomes. */
  children?: ReactNode
}

function Outcomes({ touch, onTake }: { touch: TouchRef; onTake: (outcome: Outcome) => void }) {
  const outcomes = outcomesFor(touch.type, useOutcomes())
  useKeys(
    outcomes
      .slice(0, KEYS)
      .map((outcome, index) => ({ keys: String(index + 1), run: () => onTake(outcome) })),
    { overlay: true },
  )
  return (
    <>
      {outcomes.map((outcome, index) => (
        <MenuItem
          key={outcome.id}
          {...(index < KEYS ? { keyHint: String(index + 1) } : {})}
          {...(outcome.effect === 'continue' ? {} : { end: i18n.t(`today.effect.${outcome.effect}`) })}
          onSelect={() => onTake(outcome)}
        >
          {outcomeLabel(outcome)}
        </MenuItem>
      ))}
      {outcomes.some((outcome) => outcome.effect !== 'continue') && (
        <MenuFoot>{i18n.t('today.effectFoot')}</MenuFoot>
      )}
    </>
  )
}

/** What `d` and the Done button do: the plain outcome of the step, or `ask` where there is none. */
export function useDone(touch: TouchRef, ask: () => void, onDone?: () => void): () => void {
  const acts = useTouchActs()
  const all = useOutcomes()
  const plain = outcomeOf(plainOutcome(touch.type) ?? '', all)
  return () => {
    if (plain === null) ask()
    else void acts.done(touch, plain).then((isDone) => isDone && onDone?.())
  }
}

/** The keys 1 to 9. */
const KEYS = 9
