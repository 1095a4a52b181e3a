import type { ReactNode } from 'react'

/** One quiet sentence under the bar with one word to press: «This tab shows Kari Nordmann — show». */
export function QuietLine({ label, children, href, word, onPress }: QuietLineProps) {
  return (
    <aside className="quiet" aria-label={label}>
      <span className="grow trunc">{children}</span>
      {href === undefined ? (
        <button type="button" className="link link-24" {...(onPress ? { onClick: onPress } : {})}>
          {word}
        </button>
      ) : (
        <a className="link link-24" href={href}>
          {word}
        </a>
      )}
    </aside>
  )
}

interface QuietLineProps {
  /** Names the line for a screen reader. */
  label: string
  children: ReactNode
  word: string
  href?: string
  onPress?: () => void
}
