import { useId, type ComponentProps } from 'react'

/** Several lines of text. */
export function TextArea({ label, hideLabel = false, help, error, className, ...rest }: TextAreaProps) {
  const id = useId()
  const note = error ?? help
  return (
    <div className="form-row">
      <label className={hideLabel ? 'vh' : 'label'} htmlFor={id}>
        {label}
      </label>
      <textarea
        dir="auto"
        rows={3}
        {...rest}
        id={id}
        className={`textarea ${className ?? ''}`}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        {...(error === undefined ? {} : { 'aria-invalid': true })}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={`${error === undefined ? 'help' : 'error'} m-0!`}>
          {note}
        </p>
      )}
    </div>
  )
}

type TextAreaProps = ComponentProps<'textarea'> & {
  label: string
  hideLabel?: boolean
  help?: string
  error?: string
}
