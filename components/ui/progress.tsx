import type { CSSProperties } from 'react'

/** A bar with numbers in words above it; `value` of 100. */
export function Progress({
  value,
  words,
  tone = 'accent',
}: {
  value: number
  words: string
  tone?: 'accent' | 'due'
}) {
  // `as`: React's style type does not know custom properties.
  const style = { '--v': Math.max(0, Math.min(100, value)) } as CSSProperties
  return (
    <div className="progress" role="img" aria-label={words}>
      <i style={style} className={tone === 'due' ? 'bg-due!' : ''} />
    </div>
  )
}
