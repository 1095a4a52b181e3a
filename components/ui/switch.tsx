import { useId, type ReactNode } from 'react'

/** A setting that acts at once, with its words and help to the left. */
export function Switch({ label, help, checked, disabled = false, onChange }: SwitchProps) {
  const id = useId()
  return (
    <label className="flex items-center gap-2 min-h-11 px-3 py-1.5" htmlFor={id}>
      <span className="grow min-w-0" id={`${id}-label`}>
        {label}
        {help !== undefined && <span className="help block m-0!">{help}</span>}
      </span>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}

interface SwitchProps {
  label: ReactNode
  help?: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}
