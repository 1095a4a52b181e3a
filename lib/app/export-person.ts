import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import type { Stored, Table } from '#lib/domain/records.ts'
import type { Copies, Standing, Whole } from '#lib/store/whole.ts'
import { dayOf, type FilePieces } from './backup.ts'
import type { Deps } from './deps.ts'

/**
 * Everything that is stored about one person, as readable JSON: for a subject access request. Deleted records that
 * are still kept for Undo stand in it too, and the copies on their way to a server. Null when the person is gone.
 */
export async function personFile(
  deps: Deps,
  whole: Whole,
  { contactId, version }: { contactId: string; version: string },
): Promise<FilePieces | null> {
  const contact = await deps.store.get('contact', contactId)
  if (!contact) return null
  const living = await deps.store.belongingsOf(contactId)
  const belongings = [...living, ...(await deps.store.deletedOf(contactId))]
  const tables = new Map<Table, Entry[]>()
  for (const t of new Set(belongings.map((record) => record.t))) {
    const ids = belongings.filter((record) => record.t === t).map(({ id }) => id)
    tables.set(t, entriesOf(ids, await whole.standing(t, ids)))
  }
  const content = {
    app: 'baton',
    kind: 'person',
    version,
    at: deps.clock.now(),
    about:
      'Everything Baton stores about this person on this device. Each value carries where it was read or who typed it, and when. Instants are UTC.',
    contact: contactOf(contact),
    company:
      contact.accountId === null ? null : ((await deps.store.get('account', contact.accountId)) ?? null),
    cadences: await cadencesOf(deps, tables.get('enrollment') ?? []),
    touches: tables.get('touch') ?? [],
    notes: tables.get('note') ?? [],
    captures: tables.get('capture') ?? [],
    timeline: tables.get('activity') ?? [],
    joinedContacts: (tables.get('contact') ?? []).filter(({ id }) => id !== contactId),
    doNotContact: await suppressionsOf(deps, contact),
    copies: copiesOf(await whole.copiesOf(belongings)),
  }
  const name = `baton-person-${slugOf(contact)}-${dayOf(deps)}.json`
  return { name, type: 'application/json', pieces: [`${JSON.stringify(content, null, 2)}\n`] }
}

type Entry = { id: string; deleted: boolean } & Record<string, unknown>

function entriesOf(ids: readonly string[], standing: readonly (Standing | null)[]): Entry[] {
  return ids.flatMap((id, index) => {
    const row = standing[index]
    return row?.f ? [{ ...row.f, id, deleted: row.state === 'deleted' }] : []
  })
}

function contactOf({ id, ...values }: Stored<'contact'>): object {
  return { id, ...values }
}

async function cadencesOf({ store }: Deps, enrollments: readonly Entry[]): Promise<Entry[]> {
  const ids = enrollments.map(({ cadenceId }) => String(cadenceId))
  const cadences = await store.getMany('cadence', ids)
  return enrollments.map((entry, index) => ({ ...entry, cadence: cadences[index]?.name ?? null }))
}

/** Hashes of the person's keys that stand on the do-not-contact list. */
async function suppressionsOf({ store }: Deps, contact: Stored<'contact'>): Promise<object[]> {
  const keys = matchKeysOf(contact)
  const entries = await store.getMany('suppression', suppressionIdsOf(keys))
  return entries.flatMap((entry, index) => (entry ? [{ key: keys[index], ...entry }] : []))
}

/** Earlier values that Undo could bring back, and what is on its way to the server or was. */
function copiesOf({ undo, operations }: Copies): object {
  return { earlierValues: undo, server: operations }
}

/** The name as far as a file name can bear it. */
function slugOf(contact: Stored<'contact'>): string {
  const name = contact.name.value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return name === '' ? contact.id : name
}
