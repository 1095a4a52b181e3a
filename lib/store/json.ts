import type { Fields } from './rows.ts'

/** Equality of JSON values: order of keys does not matter, a key that holds undefined is not there. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equalJson(item, b[index]))
  }
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && equalJson(value, right.get(key)))
  )
}

/** The fields as JSON knows them: what is undefined goes. */
export function plainFields(fields: object): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields // an object goes in, an object comes out
}
