import { repsDay } from './today-view.ts'
import { verdictEffect, verdictProblem, type Verdict } from '#lib/domain/status.ts'
import type { Change, Commit } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { runningOf } from './people.ts'
import { thisMoment } from './planning.ts'

export type VerdictResult =
  | { kind: 'given' }
  | { kind: 'refused'; code: 'past-date' | 'no-date' | 'no-reason' | 'suppressed' | 'gone' }

/** Qualified, nurture until a day, or disqualified with a reason; each ends the running cadences as it says. */
export async function setVerdict(
  deps: Deps,
  { contactId, verdict }: { contactId: string; verdict: Verdict },
): Promise<Commit<VerdictResult>> {
  const moment = await thisMoment(deps)
  const problem = verdictProblem(verdict, repsDay(moment))
  return deps.store.commit<VerdictResult>(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    const code = problem ?? (contact ? (contact.doNotContact ? 'suppressed' : null) : 'gone')
    if (code !== null || !contact) return { changes: [], result: { kind: 'refused', code: code ?? 'gone' } }
    const effect = verdictEffect(verdict, moment.now)
    const running = await runningOf(reads, contactId)
    const changes: Change[] = [
      { t: 'contact', id: contactId, k: 'patch', f: effect.contact },
      ...running.map(({ id }): Change => ({ t: 'enrollment', id, k: 'patch', f: effect.enrollment })),
      activityChange(deps, { contact, kind: 'verdict', at: moment.now, group, facts: effect.facts }),
    ]
    return { changes, result: { kind: 'given' } }
  })
}
