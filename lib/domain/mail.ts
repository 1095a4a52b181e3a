/** A mail address as it is compared and written to: no display name, no `mailto:`, lower case. Null when it is none. */
export function normalMail(address: string): string | null {
  if (address.length > 1_000) return null
  const inAngles = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address
  const bare = (
    inAngles
      .trim()
      .replace(/^mailto:/i, '')
      .split('?')[0] ?? ''
  )
    .trim()
    .normalize('NFC')
    .toLowerCase()
  return bare.length <= 254 && MAIL.test(bare) && !bare.includes('..') ? bare : null
}

/** The mailbox behind a tagged address (`kari+oslo@firm.no` → `kari@firm.no`) in the form of `normalMail`; itself without a tag. */
export function withoutPlusTag(mail: string): string {
  return mail.replace(/^([^+@]+)\+[^@]*@/, '$1@')
}

const MAIL =
  /^[^\s@<>()[\]\\,;:"\p{C}]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}][\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u
