/** One of two to five, all seen at once; it acts at once. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

/** The same as a field of a form, its name above it. */
export function SegmentedField<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <div className="form-row">
      <span className="label" aria-hidden="true">
        {props.label}
      </span>
      <div>
        <Segmented {...props} />
      </div>
    </div>
  )
}

export interface SegmentedProps<Value extends string> {
  label: string
  /** Null: none of them (a date typed by hand). */
  value: Value | null
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}
