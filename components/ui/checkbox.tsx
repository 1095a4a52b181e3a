import { useEffect, useRef, type ReactNode } from 'react'

/** A tick that waits for a button. A partly ticked box shows a dash. */
export function Checkbox({
  label,
  checked,
  mixed = false,
  disabled = false,
  hideLabel = false,
  onChange,
}: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <label className="flex items-start gap-2 min-h-6">
      <input
        ref={box}
        className={`check my-0.5 ${mixed ? 'is-mixed' : ''}`}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? 'vh' : ''}>{label}</span>
    </label>
  )
}

interface CheckboxProps {
  label: ReactNode
  checked: boolean
  mixed?: boolean
  disabled?: boolean
  hideLabel?: boolean
  onChange: (checked: boolean) => void
}
