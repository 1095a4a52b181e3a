import { useId } from 'react'
import { KeyHint } from './key-hint.tsx'
import { useKeys } from './use-keys.ts'

export interface Choice<Id extends string> {
  id: Id
  label: string
  /** What is known about it, in grey at the right. */
  end?: string
}

/** One of several reasons, each with its number. A number chooses, arrow keys move; the button beside it takes it. */
export function ChoiceList<Id extends string>({ label, choices, value, onChange }: ChoiceListProps<Id>) {
  const name = useId()
  useKeys(
    choices.slice(0, 9).map((choice, index) => ({
      keys: String(index + 1),
      run: () => onChange(choice.id),
    })),
    { overlay: true },
  )
  return (
    <fieldset className="form-row border-0">
      <legend className="label">{label}</legend>
      <div className="choices" role="radiogroup" aria-label={label}>
        {choices.map((choice, index) => (
          <label className="choice-item" key={choice.id}>
            <input
              className="radio"
              type="radio"
              name={name}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
            />
            <span className="grow">{choice.label}</span>
            {choice.end !== undefined && <span className="end">{choice.end}</span>}
            {index < 9 && <KeyHint keys={String(index + 1)} />}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface ChoiceListProps<Id extends string> {
  label: string
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (id: Id) => void
}
