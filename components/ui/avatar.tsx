/** Initials in a square. Baton fetches no pictures. */
export function Avatar({ name, size = 40 }: { name: string; size?: 24 | 32 | 40 }) {
  return (
    <span
      className={`avatar ${size === 24 ? 'avatar-sm' : ''} ${size === 32 ? 'size-8! text-sm!' : ''}`}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}

/** First letters of the first and the last word that begin with a letter; one sign for a script without words. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const first = words[0] ?? name.trim()
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (initial(first) + initial(last)).toLocaleUpperCase()
}

function initial(word: string): string {
  return [...new Intl.Segmenter().segment(word)][0]?.segment ?? ''
}
