import { ChevronRight, Search } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { KeyHint } from '#components/ui/key-hint.tsx'

export interface SnoozeOption {
  id: string
  /** «Tomorrow», or the typed date as it was understood. */
  label: string
  /** Its time in the contact's zone. */
  end: string
  at: string
  /** Whose time it is and what moves along, when this one is taken. */
  foot: string
}

export interface SnoozeOptions {
  /** What was typed, as a date; null when nothing is typed or it is not understood. */
  typed: SnoozeOption | null
  /** The fixed ones, keys 1 to 9. */
  fixed: readonly SnoozeOption[]
}

/**
 * When instead: a field on top whose words are shown as a date at once, the choices below with their keys. Enter
 * takes the marked one, a number takes that one as long as nothing is typed.
 */
export function SnoozeChoices(props: SnoozeChoicesProps) {
  const { field, typed, onType, options, words = {}, onTake, onPause } = props
  const id = useId()
  const list = [...(options.typed ? [options.typed] : []), ...options.fixed]
  const [marked, setMarked] = useState(0)
  const active = Math.min(marked, list.length - 1)
  // Words that are not understood (yet) are not another choice: an arrow says that one is meant.
  const isUnread = typed !== '' && options.typed === null && marked === 0
  const onKeyDown = (event: KeyboardEvent) => {
    const number =
      typed === '' && /^[1-9]$/.test(event.key) ? options.fixed[Number(event.key) - 1] : undefined
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (number) onTake(number)
    else if (step !== 0) setMarked((active + step + list.length) % list.length)
    else if (event.key === 'Enter' && list[active]) {
      if (!isUnread) onTake(list[active])
    } else return
    event.preventDefault()
  }
  return (
    <>
      <label className="search m-1 mb-1.5">
        <Icon of={Search} />
        <span className="vh">{i18n.t('today.snooze.words')}</span>
        <input
          ref={field}
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(list[active] ? { 'aria-activedescendant': `${id}-${list[active].id}` } : {})}
          placeholder={words.placeholder ?? i18n.t('today.snooze.placeholder')}
          value={typed}
          onChange={(event) => {
            setMarked(0)
            onType(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div role="listbox" id={`${id}-list`} aria-label={i18n.t('today.snooze.when')}>
        {list.map((option, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            aria-selected={index === active}
            className={`menu-item ${index === active ? 'is-active' : ''}`}
            onMouseMove={() => setMarked(index)}
            onClick={() => onTake(option)}
          >
            {option === options.typed && <Icon of={ChevronRight} />}
            <span>{option.label}</span>
            <span className="end">
              {option.end}{' '}
              {option === options.typed ? (
                <KeyHint keys="Enter" />
              ) : (
                <NumberHint index={options.fixed.indexOf(option)} />
              )}
            </span>
          </button>
        ))}
      </div>
      {typed !== '' && options.typed === null && options.fixed.length > 0 && (
        <p className="menu-foot" role="status">
          {words.notUnderstood ?? i18n.t('today.snooze.notUnderstood')}
        </p>
      )}
      {onPause && (
        <>
          <hr className="menu-sep" />
          <button type="button" className="menu-item" onClick={onPause}>
            {i18n.t('today.snooze.pause')}
          </button>
        </>
      )}
      {list[active] && list[active].foot !== '' && <p className="menu-foot">{list[active].foot}</p>}
    </>
  )
}

interface SnoozeChoicesProps {
  field: React.RefObject<HTMLInputElement | null>
  typed: string
  onType: (typed: string) => void
  options: SnoozeOptions
  /** Where other words are understood than a snooze has. */
  words?: { placeholder?: string; notUnderstood?: string }
  onTake: (option: SnoozeOption) => void
  onPause?: () => void
}

function NumberHint({ index }: { index: number }) {
  return index < 9 ? <KeyHint keys={String(index + 1)} /> : null
}
