import { editContact, type Edit, type EditableField } from '#lib/domain/edit.ts'
import type { Commit } from '#lib/store/store.ts'
import { movedAccount } from './accounts.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'

/** The rep types over one value; a refused one says why and changes nothing. A new company brings its account. */
export async function editPerson(
  deps: Deps,
  { contactId, field, value }: { contactId: string; field: EditableField; value: string },
): Promise<Commit<Edit | { kind: 'gone' }>> {
  // The tables of countries are large: only who types a number waits for them.
  const phoneOf = field === 'phone' ? (await import('#lib/domain/phone.ts')).normalPhone : undefined
  return deps.store.commit<Edit | { kind: 'gone' }>(async (reads, group) => {
    const contact = await reads.get('contact', contactId)
    if (!contact) return { changes: [], result: { kind: 'gone' } }
    const at = deps.clock.now()
    const edit = editContact(contact, field, value, at, phoneOf && ((text) => phoneOf(text)))
    if (edit.kind === 'refused' || edit.changed.length === 0) return { changes: [], result: edit }
    const merged = { ...contact, ...edit.patch }
    const person = { from: 'contact' as const, contactId }
    const account =
      field === 'company'
        ? await movedAccount(deps, reads, { known: contact, merged, person, now: at })
        : null
    const patch = { ...edit.patch, ...(account && { accountId: account.id }) }
    return {
      changes: [
        ...(account?.changes ?? []),
        { t: 'contact', id: contactId, k: 'patch', f: patch },
        activityChange(deps, { contact, kind: 'edited', at, group, facts: { fields: field } }),
      ],
      result: edit,
    }
  })
}
