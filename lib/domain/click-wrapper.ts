/**
 * Addresses that LinkedIn and mail services put in place of a link, to check or to count the click. Only wrappers that
 * carry their target in themselves are opened; nothing is ever fetched. Any other redirector is somebody else's page.
 */

/**
 * The address that a text leads to: without what stands around it in a text, and with every wrapper opened. Null when
 * there is no end to the wrappers; any other text comes back as it is.
 */
export function openedAddress(text: string): string | null {
  let href = plain(text)
  for (let depth = 0; depth <= MAX_WRAPPERS; depth += 1) {
    const inner = unwrapped(href)
    if (inner === null) return href
    href = plain(inner)
  }
  return null
}

/** What the address leads to after one wrapper, or null when it is none of the known ones (or hides its target). */
function unwrapped(href: string): string | null {
  const match = /^(?:(?:https?:)?\/\/)?([a-z0-9.-]+?)\.?(?::\d+)?(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/is.exec(
    href,
  )
  if (match === null) return null
  const host = (match[1] ?? '').toLowerCase()
  const path = match[2] ?? '/'
  const query = match[3] ?? ''
  const opened = WRAPPERS.find(([hosts]) => hosts.test(host))?.[1](path, query, href) ?? null
  const target = opened?.trim() ?? ''
  return /^(?:https?:)?\/\/|^(?:[a-z0-9-]+\.)*linkedin\.com(?:\/|$)/i.test(target) ? target : null
}

/** Without what stands around an address in a text, and decoded when it was encoded as a whole. */
function plain(text: string): string {
  if (text.length > MAX_LENGTH) return ''
  let end = text.length
  while (end > 0 && AROUND.has(text[end - 1] ?? '')) end -= 1
  const bare = text
    .slice(0, end)
    .replace(/^[\s<"'“«(]+/, '')
    .replace(/^(https?):(?:\/{3,}|\/(?!\/))/i, '$1://')
  if (!/^https?%(?:25)?3a/i.test(bare)) return bare
  const once = decoded(bare) ?? bare
  return (/^https?%3a/i.test(once) ? (decoded(once) ?? once) : once).trim()
}

type Open = (path: string, query: string, whole: string) => string | null

const MAX_WRAPPERS = 5
const MAX_LENGTH = 8_000
/** What stands behind an address in a text. */
const AROUND = new Set(' \t\r\n\u00a0>"\'”»),.;')

/** The first of the named parameters that is there, decoded. */
const parameter =
  (...names: readonly string[]): Open =>
  (_path, query) => {
    for (const pair of query.replaceAll('&amp;', '&').split('&')) {
      const at = pair.indexOf('=')
      if (at > 0 && names.includes(pair.slice(0, at).toLowerCase())) return decodedForm(pair.slice(at + 1))
    }
    return null
  }

const decodedForm = (text: string): string | null => decoded(text.replaceAll('+', ' '))

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** UTF-8 behind base64, in either alphabet; null where it is none. */
function fromBase64(text: string): string | null {
  try {
    const bytes = Uint8Array.fromBase64(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))
    return decoded(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}

/** Proofpoint: v1 plain, v2 with `-` for `%` and `_` for `/`, v3 with the odd characters taken out into a tail. */
const proofpoint: Open = (path, query, whole) => {
  const version = /^\/v([123])\//i.exec(path)?.[1]
  if (version === '3') return proofpoint3(whole)
  const target = /(?:^|&)u=([^&]*)/.exec(query)?.[1]
  if (target === undefined) return null
  if (version === '1') return decodedForm(target)
  return version === '2' ? decoded(target.replaceAll('-', '%').replaceAll('_', '/')) : null
}

/** `/v3/__<address with * for every odd character>__;<those characters in base64>!…` */
function proofpoint3(whole: string): string | null {
  const match = /\/v3\/__(.+)__;([^!]*)!/.exec(whole)
  if (match?.[1] === undefined) return null
  const taken = match[2] ? Array.from(fromBase64(match[2]) ?? '') : []
  let used = 0
  const take = (count: number): string => {
    const piece = taken.slice(used, used + count).join('')
    used += count
    return piece
  }
  // `**` and a letter stand for a run: A for two, B for three …
  const target = match[1].replace(/\*(?:\*([A-Za-z0-9_-]))?/g, (_all, length?: string) =>
    take(length === undefined ? 1 : RUNS.indexOf(length) + 2),
  )
  return target.replace(/^(https?):\/+/i, '$1://')
}

const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The target is the last part of the path, encoded: `/1abc…/https%3A%2F%2Fwww…`. */
const lastPart: Open = (path) => {
  const at = /\/(https?(?:%3a|:)(?:%2f|\/){1,2}.*)$/i.exec(path)?.[1]
  return at === undefined ? null : (decoded(at)?.replace(/^(https?):\/+/i, '$1://') ?? null)
}

/** `/v2/___<address>___.<signature>` */
const underscored: Open = (_path, _query, whole) => {
  const target = /\/v\d\/(?:url_[a-z0-9-]+\/|r\d+\/)?___(.+?)___/i.exec(whole)?.[1]
  return target === undefined ? null : target.replace(/^(https?):\/+/i, '$1://')
}

const mandrill: Open = (_path, query) => {
  const packed = fromBase64(decoded(/(?:^|&)p=([^&]*)/.exec(query)?.[1] ?? '') ?? '')
  const found = packed === null ? undefined : /"url\\*"\s*:\s*\\*"(https?:.*?)\\*"/.exec(packed)?.[1]
  return found?.replaceAll('\\', '') ?? null
}

const sophos: Open = (_path, query) => {
  const packed = decoded(/(?:^|&)u=([^&]*)/.exec(query)?.[1] ?? '')
  return packed === null ? null : fromBase64(packed)
}

const google: Open = (path, query, whole) =>
  /^\/url\/?$/.test(path) ? parameter('q', 'url')(path, query, whole) : null

/** `/safety/go?url=…`, `/redir/redirect?url=…`, also behind the language or `/comm/`. */
const linkedin: Open = (path, query, whole) =>
  /^\/(?:(?:comm|mwlite|m|profile|[a-z]{2}(?:[-_][a-z]{2,4})?)\/)*(?:safety|redir|redirect)(?:\/|$)/i.test(
    path,
  )
    ? parameter('url', 'dest', 'u')(path, query, whole)
    : null

const GMX: Open = parameter('redirecturl')

const WRAPPERS: readonly (readonly [hosts: RegExp, open: Open])[] = [
  [/^(?:(?:www|m|mobile|touch|[a-z]{2})\.)*linkedin\.com$/, linkedin],
  [
    /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us|outlook\.cn|partner\.outlook\.cn)$/,
    parameter('url'),
  ],
  [
    /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$|^teams\.(?:microsoft|cloud)\.com$/,
    parameter('url'),
  ],
  [/(?:^|\.)urldefense(?:\.proofpoint)?\.(?:com|us)$/, proofpoint],
  [/^(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, google],
  [/^linkprotect\.cudasvc\.com$/, parameter('a')],
  [/^(?:secure-web|secure-web\.[a-z]+)\.cisco\.com$/, lastPart],
  [/(?:^|\.)mimecast(?:protect)?\.com$/, parameter('url', 'u', 'target')],
  [/^clicktime\.(?:symantec|cloud\.postoffice)\.(?:com|net)$/, parameter('u')],
  [/(?:^|\.)trendmicro\.(?:com|eu|co\.jp)$/, parameter('url')],
  [/^protect\d*\.fireeye\.com$/, parameter('u')],
  [/^scanmail\.trustwave\.com$/, parameter('u')],
  [/^atpscan\.global\.hornetsecurity\.com$/, parameter('u', 'url')],
  [/(?:^|\.)vadesecure\.com$/, parameter('u', 'url')],
  [/(?:^|\.)protection\.sophos\.com$/, sophos],
  [/^url\.avanan\.click$|^(?:[a-z0-9-]+\.)?protect\.checkpoint\.com$/, underscored],
  [/^deref-(?:gmx|web|mail|1und1)\.[a-z]{2,3}(?:\.[a-z]{2})?$/, GMX],
  [
    /(?:^|\.)(?:sendgrid\.net|hubspotlinks(?:free|starter)?\.com|hubspotemail\.net|hubspotfree\.net|hubspotstarter\.net|sidekickopen\d*\.com|getsidekick\.com)$/,
    parameter('t', 'url', 'u'),
  ],
  [/(?:^|\.)mandrillapp\.com$/, mandrill],
]
