/** Lists that are typed as text: one entry a line or parted by commas. */

/** Entries without blanks around them, none twice (however it is written), in the order typed. */
export function entriesOf(typed: string): string[] {
  const seen = new Set<string>()
  return typed
    .split(/[\n,;]/)
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => {
      const folded = entry.toLocaleLowerCase()
      if (entry === '' || seen.has(folded)) return false
      seen.add(folded)
      return true
    })
}

/** The first entry that is no mail address, or null. Deliberately loose: the rep knows their own address. */
export function notAnAddress(entries: readonly string[]): string | null {
  return (
    entries.find((entry) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(entry) || entry.length > 320) ?? null
  )
}
