/**
 * Whether a typed name is the person's: what the rep types before an erasure. Case, blanks and the signs a keyboard
 * does not offer (’ for ', – for -) do not count; every letter does.
 */
export function fitsTypedName(name: string, typed: string): boolean {
  return plain(name) === plain(typed)
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u02BC\u2018\u2019\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
