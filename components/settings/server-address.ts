/** What was typed as an origin; a bare host takes https, this machine http. Null when it is no address. */
export function serverAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text)
  const address = URL.parse(/^https?:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`)
  if (!address || address.username !== '' || !/^[^.].*$/.test(address.hostname)) return null
  return address.origin
}
