import type { ReactNode } from 'react'
import { i18n } from './i18n.ts'

export type ChipTone = 'plain' | 'due' | 'late' | 'done' | 'accent'

/** A fact, 20 px high. Tints stand for states, at most one in a row. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) {
  return (
    <span className={`chip ${TONES[tone]}`}>
      <span className="trunc">{children}</span>
    </span>
  )
}

/** A reason of the fit: for it, against it, or still open (dashed). The sign is said as a word. */
export function ReasonChip({ sign, children }: { sign: ReasonSign; children: ReactNode }) {
  return (
    <span className={`chip ${SIGNS[sign].look}`}>
      <span className="sign" aria-hidden="true">
        {SIGNS[sign].glyph}
      </span>
      <span className="vh">{i18n.t(`ui.reason.${sign}`)} </span>
      <span className="trunc">{children}</span>
    </span>
  )
}
export type ReasonSign = 'plus' | 'minus' | 'open'

/** One choice of several in a row (`chips`, a group with a name). */
export function ChipButton({ pressed, onPress, children }: ChipButtonProps) {
  return (
    <button type="button" className="chip chip-btn" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}
interface ChipButtonProps {
  pressed: boolean
  onPress: () => void
  children: ReactNode
}

/** Invented people of the practice range, marked wherever they appear. */
export function PracticeChip() {
  return <Chip tone="accent">{i18n.t('ui.practice')}</Chip>
}

const TONES: Record<ChipTone, string> = {
  plain: '',
  due: 'chip-due',
  late: 'chip-late',
  done: 'chip-done',
  accent: 'chip-acc',
}

/** The sign of each kind of reason. */
export const SIGNS = {
  plus: { glyph: '+', look: 'chip-plus' },
  minus: { glyph: '−', look: 'chip-minus' },
  open: { glyph: '?', look: 'chip-open' },
} as const satisfies Record<ReasonSign, unknown>
