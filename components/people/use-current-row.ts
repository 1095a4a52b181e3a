import { useEffect, useRef, useState } from 'react'
import { i18n } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'

/**
 * The row the keyboard stands on: `j` `k` and the arrows move, Enter opens. `show` brings a row on screen and
 * gives it the focus.
 */
export function useCurrentRow({ count, show, open, search }: CurrentRowOptions) {
  const [current, setCurrent] = useState<number | null>(null)
  const inRange = current === null || count === 0 ? null : Math.min(current, count - 1)
  const move = (by: 1 | -1) => {
    if (count === 0) return
    const next = inRange === null ? 0 : Math.max(0, Math.min(count - 1, inRange + by))
    setCurrent(next)
    show(next)
  }
  useFocusKept(count, () => inRange !== null && show(inRange))
  useKeys([
    { keys: '/', run: search, label: i18n.t('people.keySearch'), group: 'screen' },
    { keys: 'j', run: () => move(1), label: i18n.t('people.keyNext'), group: 'move' },
    { keys: 'k', run: () => move(-1), label: i18n.t('people.keyBefore'), group: 'move' },
    { keys: 'ArrowDown', run: () => move(1) },
    { keys: 'ArrowUp', run: () => move(-1) },
    {
      keys: 'Enter',
      run: () => inRange !== null && open(inRange),
      label: i18n.t('people.keyOpen'),
      group: 'move',
    },
  ])
  return { current: inRange, setCurrent, move }
}

interface CurrentRowOptions {
  count: number
  show: (index: number) => void
  open: (index: number) => void
  search: () => void
}

/** When the row with the focus has left the list, the one in its place takes it. */
function useFocusKept(count: number, take: () => void): void {
  const before = useRef(count)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const hasLost = count < before.current && document.activeElement === document.body
    before.current = count
    if (hasLost) latest.current()
  }, [count])
}
