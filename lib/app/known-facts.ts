import { factsOf } from '#lib/domain/templates/facts.ts'
import type { Evidence } from '#lib/domain/templates/variables.ts'
import type { Deps } from './deps.ts'

/** What pages told of the person last, the newest first, each with its site and day; empty for nobody. */
export async function knownFacts(deps: Pick<Deps, 'store'>, contactId: string): Promise<Evidence[]> {
  const [contact, captures] = await Promise.all([
    deps.store.get('contact', contactId),
    deps.store.capturesOf(contactId, MOST_PAGES),
  ])
  return contact ? factsOf(captures, contact) : []
}

const MOST_PAGES = 50
