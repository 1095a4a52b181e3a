/** A key in a small box, after the word in buttons, before it in lists of keys. Decoration: `aria-keyshortcuts` says it. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <>
      {keys.split(' ').map((key) => (
        <kbd className="kbd" aria-hidden="true" key={key}>
          {glyphOf(key)}
        </kbd>
      ))}
    </>
  )
}

/** The sign of a key as the hints show it: `Enter` → ⏎, `Shift+A` → ⇧A, `a` → A. */
export function glyphOf(key: string): string {
  if (key.startsWith('Shift+')) return `⇧${key.slice(6).toUpperCase()}`
  return GLYPHS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** The keys of the screen, at its foot; `?` goes first where there is no room. */
export function KeyBar({ keys, label }: { keys: readonly { keys: string; word: string }[]; label: string }) {
  return (
    <footer className="keybar">
      <ul className="keys" aria-label={label}>
        {keys.map((hint) => (
          <li key={hint.keys} className={hint.keys === '?' ? 'max-[349px]:hidden!' : ''}>
            <KeyHint keys={hint.keys} />
            {hint.word}
          </li>
        ))}
      </ul>
    </footer>
  )
}

const GLYPHS: Record<string, string> = {
  Enter: '⏎',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
}
