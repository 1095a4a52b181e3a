/**
 * Canonical JSON (SPEC R2): keys in code unit order, no spaces, numbers and strings as `JSON.stringify` writes them,
 * members that are `undefined` left out. Equal values give equal text on every device and on the server.
 * Throws RangeError on what JSON cannot hold (not finite, a function) and on nesting deeper than 64.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('not finite')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new RangeError(`no JSON for ${typeof value}`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, depth + 1)}`)
  return `{${members.join(',')}}`
}

const MAX_DEPTH = 64
