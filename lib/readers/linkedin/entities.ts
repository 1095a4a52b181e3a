/** One object of embedded data. */
export type Entity = Readonly<Record<string, unknown>>

/** Longest object that is cut out of a block, in UTF-16 units to either side. */
const REACH = 100_000

export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The objects of a block that hold a pair of key and text themselves. Each is cut out and parsed alone: a whole block
 * of most of a megabyte takes longer than everything else of a page together, and a broken one would give nothing.
 */
export function objectsWith(text: string, key: string, value: string): Entity[] {
  const pair = `"${key}":${JSON.stringify(value)}`
  const found: Entity[] = []
  for (let at = text.indexOf(pair); at >= 0 && found.length < 20; at = text.indexOf(pair, at + 1)) {
    const start = edge(text, at, -1)
    const end = edge(text, at, 1)
    const entity = start < 0 || end < 0 ? null : parsed(text.slice(start, end + 1))
    if (entity) found.push(entity)
  }
  return found
}

/** Where the object around a place between two texts begins (`step` -1) or ends (1); braces inside texts count for nothing. */
function edge(text: string, at: number, step: 1 | -1): number {
  const [opening, closing] = step < 0 ? ['}', '{'] : ['{', '}']
  let depth = 0
  let isInside = false
  for (let i = step < 0 ? at - 1 : at; i >= 0 && i < text.length && Math.abs(i - at) < REACH; i += step) {
    const char = text[i]
    if (char === '"' && !isEscaped(text, i)) isInside = !isInside
    else if (isInside) continue
    else if (char === opening) depth++
    else if (char === closing && depth-- === 0) return i
  }
  return -1
}

function isEscaped(text: string, at: number): boolean {
  let i = at - 1
  while (text[i] === '\\') i--
  return (at - i) % 2 === 0
}

function parsed(text: string): Entity | null {
  try {
    // captures with line breaks inside texts exist
    const value: unknown = JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '))
    return isEntity(value) ? value : null
  } catch {
    return null
  }
}
