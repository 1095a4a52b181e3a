import { useId, type ComponentProps } from 'react'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
}

/**
 * One of a few. The browser's own list: it reaches out of a narrow panel, types ahead and is known to every
 * screen reader.
 */
export function Select<Value extends string>({
  label,
  hideLabel = false,
  options,
  onChange,
  ...rest
}: SelectProps<Value>) {
  const id = useId()
  return (
    <div className="form-row">
      <label className={hideLabel ? 'vh' : 'label'} htmlFor={id}>
        {label}
      </label>
      <select
        {...rest}
        id={id}
        className="select"
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type SelectProps<Value extends string> = Omit<ComponentProps<'select'>, 'onChange' | 'value'> & {
  label: string
  hideLabel?: boolean
  value: Value
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
}
