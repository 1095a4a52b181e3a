import { Pencil } from 'lucide-react'
import type { Confidence } from '#lib/domain/values.ts'
import { Icon } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

/** `rep`: typed by the rep, wins over every reading. */
export type MarkLevel = Confidence | 'rep'

/**
 * How sure a value is: a full disc, a quarter, a ring, a pencil. It is a button whose name is the whole sentence
 * (`words`), shown on hover and focus. Grey on purpose: doubt is not an alarm.
 */
export function ConfidenceMark({ level, words, onPress }: ConfidenceMarkProps) {
  return (
    <Tooltip words={words}>
      <button type="button" className="mark" aria-label={words} {...(onPress ? { onClick: onPress } : {})}>
        {level === 'rep' ? <Icon of={Pencil} small /> : <Disc level={level} />}
      </button>
    </Tooltip>
  )
}

interface ConfidenceMarkProps {
  level: MarkLevel
  words: string
  onPress?: () => void
}

function Disc({ level }: { level: Confidence }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {level === 'sure' ? <circle className="f" cx="6" cy="6" r="4.5" /> : <circle cx="6" cy="6" r="4" />}
      {level === 'likely' && <path className="f" d="M6 6V2a4 4 0 0 1 4 4z" />}
    </svg>
  )
}
