import { verdictEffect, type Verdict } from '#lib/domain/status.ts'
import type { Change, Commit } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { endRunning } from './people.ts'

/** Qualified, nurture until a day, or disqualified with a reason; each ends the running cadences as it says. */
export async function setVerdict(
  deps: Deps,
  { contactId, verdict }: { contactId: string; verdict: Verdict },
): Promise<Commit<null>> {
  return deps.store.commit(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact || contact.doNotContact) return { changes: [], result: null }
    const now = deps.clock.now()
    const effect = verdictEffect(verdict, now)
    const changes: Change[] = [
      { t: 'contact', id: contactId, k: 'patch', f: effect.contact },
      ...(await endRunning(reads, contactId, effect.enrollment)),
      activityChange(deps, { contact, kind: 'verdict', at: now, group, facts: effect.facts }),
    ]
    return { changes, result: null }
  })
}
