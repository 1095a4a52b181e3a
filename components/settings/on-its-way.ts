import * as z from 'zod/mini'
import type { Drafts } from '#lib/app/drafts.ts'
import { settings, type Settings } from '#lib/domain/settings.ts'

/**
 * Changes on their way to the settings. Those are read, changed and written under a lock, and a page that goes takes
 * what is not yet there with it; a draft is written at once, and the next page of Baton finishes it.
 */

export function keepOnItsWay(drafts: Drafts, patch: Partial<Settings>): void {
  // A full disk: then only the page itself holds the change, and says when it was not saved.
  drafts.keep(KEY, JSON.stringify(patch)).catch(() => undefined)
}

export function onItsWay(drafts: Drafts): Partial<Settings> | null {
  const text = drafts.get(KEY)
  if (text === null) return null
  const parsed = z.partial(settings).safeParse(JSON.parse(text))
  // Fields of the schema that are absent are undefined in its type, never in the value.
  return parsed.success ? (parsed.data as Partial<Settings>) : null
}

/** `patch` has arrived: it is dropped, unless something newer stands there. */
export function arrived(drafts: Drafts, patch: Partial<Settings>): void {
  if (drafts.get(KEY) === JSON.stringify(patch)) drafts.drop(KEY)
}

const KEY = 'settings'
