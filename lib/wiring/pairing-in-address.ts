import type { Baton } from '#lib/queries/baton.ts'

/**
 * `npm start` opens the welcome page as `welcome.html#pair=<address>&code=<one-time code>`, so that a newcomer need
 * not type what was printed a second before. Only a server on this very machine is accepted, and only while no other
 * is paired; whatever stands after `#` is sent to nobody.
 */
export function pairingIn(hash: string): { url: string; code: string } | null {
  const words = new URLSearchParams(hash.replace(/^#/, ''))
  const [address, code] = [words.get('pair'), words.get('code')]
  const url = URL.parse(address ?? '')
  if (url === null || code === null || !/^[A-Z0-9-]{4,64}$/.test(code)) return null
  return url.protocol === 'http:' && url.hostname === '127.0.0.1' ? { url: url.origin, code } : null
}

/** Pairs as the address says, once, and takes the words out of the address. Resolves when it is done or has failed. */
export async function pairFromAddress(baton: Baton): Promise<void> {
  const pairing = pairingIn(window.location.hash)
  if (pairing === null) return
  window.history.replaceState(null, '', window.location.pathname)
  const { server, state } = await baton.ports.sync.status()
  const isOurs = server === null || (server === pairing.url && state === 'signed-out')
  // A refusal shows in the panel's state of sync; the settings offer to pair by hand.
  if (isOurs) await baton.pair(pairing).catch(() => undefined)
}
