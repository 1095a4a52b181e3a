import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, type RefObject } from 'react'
import type { PeopleList } from './use-people-list.ts'

/** The window of rows on screen, padded to the height of all; asks for the next page near the end. */
export function useRows(list: PeopleList, scroller: RefObject<HTMLElement | null>, height: number) {
  const count = list.rows.length
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here alone, never handed on
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (list.hasMore && last >= count - 8) list.more()
  })
  return {
    items: items.map(({ index }) => index),
    padding: {
      paddingTop: items[0]?.start ?? 0,
      paddingBottom: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    },
    focus: (index: number) => {
      virtual.scrollToIndex(index)
      // The row may only now come into the page.
      requestAnimationFrame(() => {
        scroller.current
          ?.querySelector<HTMLElement>(`a[href="#/contact/${list.rows[index]?.id ?? ''}"]`)
          ?.focus()
      })
    },
  }
}
