import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { doNotContactEffect } from '#lib/domain/status.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import { fitsTypedName } from '#lib/domain/typed-name.ts'
import type { Change, Commit, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'
import { personPlan } from './person-plan.ts'

export type WithId<T> = T & { id: string }

export type SaveResult =
  | { kind: 'saved'; contactId: string; known: boolean }
  /** There is neither a name nor a mail address to save a person under. */
  | { kind: 'no-name' }
  | { kind: 'gone' }
  /** On the never-capture list; `entry` is its line. */
  | { kind: 'never'; entry: string }

/** Saves the person without a cadence. A known person is updated, never doubled. */
export async function savePerson(
  deps: Deps,
  { person }: { person: PersonInput },
): Promise<Commit<SaveResult>> {
  return deps.store.commit<SaveResult>(async (reads, group) => {
    const plan = await personPlan(deps, reads, person, group)
    if (plan.kind !== 'planned') return { changes: [], result: plan }
    const { contact, known, changes } = plan
    if (!known)
      changes.push(activityChange(deps, { contact, kind: 'saved', at: deps.clock.now(), group, facts: {} }))
    return { changes, result: { kind: 'saved', contactId: contact.id, known } }
  })
}

/** Sets or clears «do not contact»; setting it ends every running cadence and outlives the person's deletion. */
export async function setDoNotContact(
  deps: Deps,
  { contactId, on }: { contactId: string; on: boolean },
): Promise<Commit<null>> {
  return deps.store.commit(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: null }
    const now = deps.clock.now()
    const effect = doNotContactEffect(on, now)
    const ended = on ? await runningOf(reads, contactId) : []
    const changes: Change[] = [
      { t: 'contact', id: contactId, k: 'patch', f: effect.contact },
      ...suppressionIdsOf(matchKeysOf(contact)).map((id): Change => ({
        t: 'suppression',
        id,
        k: 'put',
        f: { reason: 'rep', at: now, active: on },
      })),
      ...ended.map(({ id }): Change => ({ t: 'enrollment', id, k: 'patch', f: effect.enrollment })),
      activityChange(deps, { contact, kind: 'do_not_contact', at: now, group, facts: { on } }),
    ]
    return { changes, result: null }
  })
}

/** Takes the person and all that belongs to them out of sight; Undo brings everything back. */
export async function deletePerson(deps: Deps, { contactId }: { contactId: string }): Promise<Commit<null>> {
  return deps.store.commit(async (reads) => ({
    changes: (await reads.belongingsOf(contactId)).map(({ t, id }): Change => ({ t, id, k: 'del' })),
    result: null,
  }))
}

/**
 * Erases the person for ever, here and on the server: nothing personal is kept, only that ids are gone and, where
 * it was set, the hashed «do not contact». The typed name must fit.
 */
export async function erasePerson(
  deps: Deps,
  { contactId, typedName }: { contactId: string; typedName: string },
): Promise<Commit<'erased' | 'name-differs' | 'gone'>> {
  return deps.store.commit(async (reads) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: 'gone' }
    if (!fitsTypedName(contact.name.value, typedName)) return { changes: [], result: 'name-differs' }
    // What was deleted before goes too: it is kept for a while so that it can return.
    const belongings = [...(await reads.deletedOf(contactId)), ...(await reads.belongingsOf(contactId))]
    return { changes: belongings.map(({ t, id }): Change => ({ t, id, k: 'erase' })), result: 'erased' }
  })
}

/** The enrollments of the contact that still run. */
export async function runningOf(reads: StoreReads, contactId: string): Promise<WithId<Enrollment>[]> {
  return (await reads.enrollmentsOf(contactId)).filter(({ state }) => state !== 'finished')
}

/** Entries that keep a person uncontacted beyond the record, one for each match key. */
export function suppressionChanges(contact: Contact, at: string, active: boolean): Change[] {
  return suppressionIdsOf(matchKeysOf(contact)).map((id): Change => ({
    t: 'suppression',
    id,
    k: 'put',
    f: { reason: 'rep', at, active },
  }))
}
