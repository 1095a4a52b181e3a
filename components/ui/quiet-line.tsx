import type { ReactNode } from 'react'

/** One quiet sentence under the bar with one word to press: «This tab shows Kari Nordmann — show». */
export function QuietLine({ children, href, word, onPress }: QuietLineProps) {
  return (
    <p className="quiet">
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
    </p>
  )
}

interface QuietLineProps {
  children: ReactNode
  word: string
  href?: string
  onPress?: () => void
}
