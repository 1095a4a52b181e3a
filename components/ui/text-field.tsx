import { Search } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { Icon } from './icon.tsx'

/** One line of text. Label above at 12, help or error below; an error says what would be right. */
export function TextField({ label, hideLabel = false, help, error, className, ...rest }: TextFieldProps) {
  const id = useId()
  const note = error ?? help
  return (
    <div className="form-row">
      <label className={hideLabel ? 'vh' : 'label'} htmlFor={id}>
        {label}
      </label>
      <input
        type="text"
        dir="auto"
        {...rest}
        id={id}
        className={`input ${className ?? ''}`}
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

type TextFieldProps = ComponentProps<'input'> & {
  label: string
  hideLabel?: boolean
  help?: string
  error?: string
}

/** A search field with its glass; the label is for a screen reader, the placeholder says what is searched. */
export function SearchField({ label, className, ...rest }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className="search">
      <Icon of={Search} />
      <span className="vh">{label}</span>
      <input type="search" dir="auto" {...rest} className={`input ${className ?? ''}`} />
    </label>
  )
}
