import * as z from 'zod/mini'
import { settings, type Settings } from '#lib/domain/settings.ts'

/**
 * Changes on their way to the storage. Extension storage answers later, and a page that goes takes what is not yet
 * there with it; this one is written at once, and the next page of Baton finishes it.
 */

export function keepOnItsWay(patch: Partial<Settings>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(patch))
  } catch (cause) {
    // A full disk: then only the page itself holds the change, and says when it was not saved.
    if (!(cause instanceof DOMException)) throw cause
  }
}

export function onItsWay(): Partial<Settings> | null {
  const text = localStorage.getItem(KEY)
  if (text === null) return null
  const parsed = z.partial(settings).safeParse(JSON.parse(text))
  // Fields of the schema that are absent are undefined in its type, never in the value.
  return parsed.success ? (parsed.data as Partial<Settings>) : null
}

/** `patch` has arrived: it is dropped, unless something newer stands there. */
export function arrived(patch: Partial<Settings>): void {
  if (localStorage.getItem(KEY) === JSON.stringify(patch)) localStorage.removeItem(KEY)
}

const KEY = 'baton.settings-on-their-way'
