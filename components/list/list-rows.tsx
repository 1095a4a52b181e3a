import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ListedPerson } from '#lib/app/people-on-page.ts'
import { contactRoute } from '#components/frame/routes.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import { PersonLine } from './person-line.tsx'
import type { Adding } from './use-adding-many.ts'
import type { Ticks } from './use-ticks.ts'

/**
 * The rows. One tab stop; `j` `k` and the arrows move, Space ticks, Shift with an arrow ticks on the way, Enter opens
 * who is known.
 */
export function ListRows({ people, cadenceId, ticks, tickable, adding, busy }: ListRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [, go] = useLocation()
  const [at, setAt] = useState(0)
  const isHeld = (index: number): boolean => !tickable.has(people[index]?.key ?? '')
  const first = people.findIndex((_, index) => !isHeld(index))
  const current = at < people.length && !isHeld(at) ? at : first
  const move = (by: 1 | -1): void => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])]
    for (let next = current + by; next >= 0 && next < boxes.length; next += by) {
      if (boxes[next]?.disabled === true) continue
      boxes[next]?.focus()
      boxes[next]?.scrollIntoView({ block: 'nearest' })
      return
    }
  }
  const open = (): void => {
    const known = people[current]?.known
    if (known && people[current]?.recognition.kind !== 'unclear') go(contactRoute(known.contactId))
  }
  useKeys([
    { keys: 'j', run: () => move(1), label: i18n.t('people.keyNext'), group: 'move' },
    { keys: 'k', run: () => move(-1), label: i18n.t('people.keyBefore'), group: 'move' },
    { keys: 'Enter', run: open, label: i18n.t('people.keyOpen'), group: 'move' },
  ])
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const key = people[current]?.key
    if (event.shiftKey && key !== undefined && !busy && !ticks.has(key)) ticks.toggle(key)
    move(by)
  }
  return (
    // The rows' own boxes take the focus; the list only hears the arrows on their way up.
    <ul className="rows" aria-label={i18n.t('list.label')} ref={list} onKeyDown={onKeyDown}>
      {people.map((person, index) => (
        <PersonLine
          key={person.key}
          person={person}
          ticked={ticks.has(person.key)}
          held={isHeld(index)}
          inCadence={cadenceId !== null && person.known?.cadenceIds.includes(cadenceId) === true}
          result={adding.resultOf(person.key)}
          busy={busy}
          current={index === current}
          onFocus={() => setAt(index)}
          onToggle={(range) => ticks.toggle(person.key, { range })}
        />
      ))}
    </ul>
  )
}

interface ListRowsProps {
  people: readonly ListedPerson[]
  cadenceId: string | null
  ticks: Ticks
  /** Keys of those who can be ticked. */
  tickable: ReadonlySet<string>
  adding: Adding
  busy: boolean
}
