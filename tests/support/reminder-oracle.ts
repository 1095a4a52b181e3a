import { touchIdOf } from '#lib/domain/identity.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Desktop } from './reminder-desktop.ts'

/** The naive way to know what must have been reminded: look at everybody, every time. */

export interface DueTouch {
  touchId: string
  at: string
}

export async function dueNow(store: StoreReads, now: string): Promise<DueTouch[]> {
  const due: DueTouch[] = []
  const { contacts } = await store.searchContacts('', { limit: 1_000 })
  for (const contact of contacts) {
    if (contact.doNotContact) continue
    for (const { id, cadenceId, state, dueAt, dueStepId, cycle } of await store.enrollmentsOf(contact.id)) {
      const cadence = await store.get('cadence', cadenceId)
      if (state !== 'active' || dueAt === null || dueAt > now) continue
      if (dueStepId === null || cadence?.steps.every((step) => step.id !== dueStepId)) continue
      due.push({ touchId: touchIdOf(id, dueStepId, cycle), at: dueAt })
    }
  }
  return due
}

/**
 * Those that nothing has told of. A touch whose instant moved to before a reminder it had was told of by that one.
 */
export function missedBy({ told }: Pick<Desktop, 'told'>, due: readonly DueTouch[]): string[] {
  const isTold = ({ touchId, at }: DueTouch): boolean =>
    told.has(`due ${touchId} ${at}`) ||
    [...told].some(([what, last]) => what.startsWith(`due ${touchId} `) && last.at >= at)
  return due.filter((one) => !isTold(one)).map(({ touchId, at }) => `${touchId} ${at}`)
}

export function isQuiet(
  settings: Pick<Settings, 'quietHours' | 'zone'>,
  machineZone: string,
  now: string,
): boolean {
  if (settings.quietHours === null) return false
  const [from, to] = settings.quietHours
  const time = Temporal.Instant.from(now)
    .toZonedDateTimeISO(settings.zone ?? machineZone)
    .toPlainTime()
    .toString()
    .slice(0, 5)
  return from < to ? time >= from && time < to : time >= from || time < to
}
