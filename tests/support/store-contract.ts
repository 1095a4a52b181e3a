import type { Contact } from '#lib/domain/records.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import type { Change, Store } from '#lib/store/store.ts'
import {
  accountIdOf, AT, cadenceIdOf, contactIdOf, enrollmentIdOf, idOf, sampleAccount, sampleActivity, sampleCadence,
  sampleCapture, sampleContact, sampleEnrollment, sampleNote, sampleTouch, sourced,
} from './sample-records.ts' // oxfmt-ignore

/**
 * What every store must do, without a test runner: the same cases run on fake-indexeddb under vitest and on the real
 * IndexedDB inside an extension page.
 */
export interface ContractCase {
  name: string
  run(open: OpenStore): Promise<void>
}
/** Opens a store; the same name again is another context of the same database. A case begins with none. */
export type OpenStore = (name: string) => Promise<Store & StoreAdmin>

export const STORE_CONTRACT: readonly ContractCase[] = [
  {
    name: 'a put record is read back by id, and nothing else is there',
    run: async (open) => {
      const store = await open('a')
      await commitAll(store, [putContact(1)])
      equal(await store.get('contact', contactIdOf(1)), { ...sampleContact(), id: contactIdOf(1) })
      equal(await store.get('contact', contactIdOf(2)), undefined)
      equal(await store.getMany('contact', [contactIdOf(2), contactIdOf(1)]), [
        undefined,
        { ...sampleContact(), id: contactIdOf(1) },
      ])
    },
  },
  {
    name: 'a commit without changes makes no group; the plan gets the group its activities carry',
    run: async (open) => {
      const store = await open('a')
      const idle = await store.commit(async () => ({ changes: [], result: 7 }))
      equal(idle, { group: null, result: 7 })
      const { group, result } = await store.commit(async (_read, own) => ({
        changes: [
          putContact(1),
          { t: 'activity', id: idOf(1, 7), k: 'put', f: sampleActivity({ group: own }) },
        ],
        result: own,
      }))
      equal(group, result)
      equal(await store.canUndo(String(group)), true)
      const same = await store.commit(async () => ({
        changes: [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: null } }],
        result: null,
      }))
      equal(same.group, null)
    },
  },
  {
    name: 'a change that does not fit its schema is refused, and nothing of its commit is saved',
    run: async (open) => {
      const store = await open('a')
      const bad = { ...sampleContact(), status: 'nonsense' } as unknown as Contact // on purpose
      const code = await codeOf(
        commitAll(store, [putContact(1), { t: 'contact', id: contactIdOf(2), k: 'put', f: bad }]),
      )
      equal(code, 'invalid')
      equal(await store.get('contact', contactIdOf(1)), undefined)
      equal(
        await codeOf(
          commitAll(store, [{ t: 'contact', id: contactIdOf(3), k: 'patch', f: { zone: 'UTC' } }]),
        ),
        'missing',
      )
    },
  },
  {
    name: 'contacts and accounts are found by their match keys, none twice, in the order of the keys',
    run: async (open) => {
      const store = await open('a')
      await commitAll(store, [
        putContact(1, { emails: [sourced('ada@sample.test')] }),
        putContact(2, { slug: sourced('bea-sample'), accountId: accountIdOf(1) }),
        { t: 'account', id: accountIdOf(1), k: 'put', f: sampleAccount() },
      ])
      const found = await store.contactsByKeys([
        'li:bea-sample',
        'mail:ada@sample.test',
        'li:ada-sample',
        'li:nobody',
      ])
      equal(ids(found), [contactIdOf(2), contactIdOf(1)])
      equal(ids(await store.accountsByKeys(['co:sample-works'])), [accountIdOf(1)])
      equal(ids(await store.contactsOfAccount(accountIdOf(1), 10)), [contactIdOf(2)])
      await commitAll(store, [
        { t: 'contact', id: contactIdOf(2), k: 'patch', f: { slug: sourced('bea-new') } },
      ])
      equal(ids(await store.contactsByKeys(['li:bea-sample'])), [])
      equal(ids(await store.contactsByKeys(['li:bea-new'])), [contactIdOf(2)])
    },
  },
  {
    name: 'search: every word begins a word of name, company, mail or address; folded; newest first; paged',
    run: async (open) => {
      const store = await open('a')
      await commitAll(store, [
        putContact(1, {
          name: sourced('Zoë Müller-Straße'),
          company: sourced('Ångström AB'),
          slug: sourced('zoe-m'),
        }),
        putContact(2, {
          name: sourced('Łukasz Żółć'),
          company: null,
          slug: null,
          emails: [sourced('luk@firma.test')],
        }),
        putContact(3, { name: sourced('山田太郎'), company: null, slug: null }),
        putContact(4, { name: sourced('Zoe Other'), company: null, slug: null }),
      ])
      const search = async (query: string) => ids((await store.searchContacts(query, { limit: 10 })).contacts)
      equal(await search('zoe'), [contactIdOf(4), contactIdOf(1)])
      equal(await search('MULLER angs'), [contactIdOf(1)])
      equal(await search('strasse'), [contactIdOf(1)])
      equal(await search('https://www.linkedin.com/in/zoe-m'), [contactIdOf(1)])
      equal(await search('lukasz'), [contactIdOf(2)])
      equal(await search('luk@firma'), [contactIdOf(2)])
      equal(await search('山田'), [contactIdOf(3)])
      equal(await search('oe'), [])
      equal(await search('zoe nobody'), [])
      equal(await search('!!'), [])
      equal(await search(' '), [4, 3, 2, 1].map(contactIdOf))
      const first = await store.searchContacts('', { limit: 3 })
      equal([ids(first.contacts), first.next], [[4, 3, 2].map(contactIdOf), contactIdOf(2)])
      const second = await store.searchContacts('', { limit: 3, after: String(first.next) })
      equal([ids(second.contacts), second.next], [[contactIdOf(1)], null])
      const zoes = await store.searchContacts('zoe', { limit: 1 })
      equal([ids(zoes.contacts), zoes.next], [[contactIdOf(4)], contactIdOf(4)])
      const last = await store.searchContacts('zoe', { limit: 1, after: contactIdOf(4) })
      equal([ids(last.contacts), last.next], [[contactIdOf(1)], null])
    },
  },
  {
    name: 'due, next due and paused are read in order and within their bounds',
    run: async (open) => {
      const store = await open('a')
      const due = (n: number, over: Parameters<typeof sampleEnrollment>[0]): Change => ({
        t: 'enrollment', id: enrollmentIdOf(n), k: 'put', f: sampleEnrollment(over),
      }) // oxfmt-ignore
      await commitAll(store, [
        due(1, { dueAt: '2026-01-07T09:00:00.000Z' }),
        due(2, { dueAt: '2026-01-05T09:00:00.000Z' }),
        due(3, { dueAt: '2026-01-06T09:00:00.000Z', cadenceId: cadenceIdOf(2) }),
        due(4, { state: 'paused', pauseReason: 'manual', pausedUntil: '2026-01-06', dueAt: null }),
        due(5, { state: 'paused', pauseReason: 'manual', pausedUntil: null, dueAt: null }),
        due(6, { state: 'finished', finishReason: 'reply', dueAt: null }),
      ])
      equal(ids(await store.dueEnrollments('2026-01-07T09:00:00.000Z', 10)), [2, 3].map(enrollmentIdOf))
      equal(ids(await store.dueEnrollments('2026-01-08T00:00:00.000Z', 1)), [enrollmentIdOf(2)])
      equal(await store.nextDueAfter('2026-01-05T09:00:00.000Z'), '2026-01-06T09:00:00.000Z')
      equal(await store.nextDueAfter('2026-01-07T09:00:00.000Z'), null)
      equal(ids(await store.pausedUntil('2026-01-06', 10)), [enrollmentIdOf(4)])
      equal(ids(await store.pausedUntil('2026-01-05', 10)), [])
      equal(ids(await store.enrollmentsOfCadence(cadenceIdOf(2), 10)), [enrollmentIdOf(3)])
      equal((await store.enrollmentsOf(contactIdOf(1))).length, 6)
    },
  },
  {
    name: 'notes, captures, activities come newest first; belongings end with the contact itself',
    run: async (open) => {
      const store = await open('a')
      const later = '2026-01-06T09:00:00.000Z'
      await commitAll(store, [
        putContact(1),
        { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() },
        { t: 'note', id: idOf(2, 5), k: 'put', f: sampleNote({ at: later }) },
        { t: 'capture', id: idOf(1, 6), k: 'put', f: sampleCapture() },
        { t: 'activity', id: idOf(1, 7), k: 'put', f: sampleActivity({ at: later }) },
        { t: 'activity', id: idOf(2, 7), k: 'put', f: sampleActivity() },
        { t: 'activity', id: idOf(3, 7), k: 'put', f: sampleActivity({ contactId: contactIdOf(2) }) },
        { t: 'enrollment', id: enrollmentIdOf(1), k: 'put', f: sampleEnrollment() },
        { t: 'touch', id: idOf(1, 8), k: 'put', f: sampleTouch() },
        { t: 'cadence', id: cadenceIdOf(1), k: 'put', f: sampleCadence() },
      ])
      equal(ids(await store.notesOf(contactIdOf(1), 10)), [idOf(2, 5), idOf(1, 5)])
      equal(ids(await store.notesOf(contactIdOf(1), 1)), [idOf(2, 5)])
      equal(ids(await store.activitiesOf(contactIdOf(1), 10)), [idOf(1, 7), idOf(2, 7)])
      equal(ids(await store.capturesOf(contactIdOf(1), 10)), [idOf(1, 6)])
      equal(ids(await store.touchesOf(enrollmentIdOf(1))), [idOf(1, 8)])
      equal(ids(await store.cadences()), [cadenceIdOf(1)])
      const belongings = await store.belongingsOf(contactIdOf(1))
      equal(belongings.length, 8)
      equal(belongings.at(-1), { t: 'contact', id: contactIdOf(1) })
      await commitAll(
        store,
        belongings.map((one): Change => ({ ...one, k: 'del' })),
      )
      equal(await store.notesOf(contactIdOf(1), 10), [])
      equal(await store.enrollmentsOf(contactIdOf(1)), [])
      equal((await store.searchContacts('ada', { limit: 10 })).contacts, [])
    },
  },
  {
    name: 'practice records are listed, suppressions count while they are active',
    run: async (open) => {
      const store = await open('a')
      await commitAll(store, [
        putContact(1, { practice: true }),
        putContact(2),
        { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote({ practice: true }) },
        { t: 'suppression', id: idOf(1, 10), k: 'put', f: { reason: 'opted_out', at: AT, active: true } },
        { t: 'suppression', id: idOf(2, 10), k: 'put', f: { reason: 'opted_out', at: AT, active: false } },
      ])
      equal(await store.practiceIds(), [
        { t: 'contact', id: contactIdOf(1) },
        { t: 'note', id: idOf(1, 5) },
      ])
      equal(await store.isSuppressed([idOf(2, 10), idOf(3, 10)]), false)
      equal(await store.isSuppressed([idOf(2, 10), idOf(1, 10)]), true)
    },
  },
  {
    name: 'undo takes back what was made, changed and deleted, once',
    run: async (open) => {
      const store = await open('a')
      await commitAll(store, [putContact(1), { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() }])
      const group = await commitAll(store, [
        { t: 'contact', id: contactIdOf(1), k: 'patch', f: { status: 'working', zone: 'Europe/Paris' } },
        { t: 'note', id: idOf(1, 5), k: 'del' },
        { t: 'enrollment', id: enrollmentIdOf(1), k: 'put', f: sampleEnrollment() },
      ])
      await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { leadSource: 'inbound' } }])
      equal(await store.undo(group), 'undone')
      equal(await store.get('contact', contactIdOf(1)), {
        ...sampleContact({ leadSource: 'inbound' }),
        id: contactIdOf(1),
      })
      equal(ids(await store.notesOf(contactIdOf(1), 10)), [idOf(1, 5)])
      equal(await store.get('enrollment', enrollmentIdOf(1)), undefined)
      equal(await store.canUndo(group), false)
      equal(await store.undo(group), 'gone')
    },
  },
  {
    name: 'undo refuses when something later stands on it, and then changes nothing',
    run: async (open) => {
      const store = await open('a')
      const made = await commitAll(store, [putContact(1), putContact(2)])
      const patched = await commitAll(store, [
        { t: 'contact', id: contactIdOf(1), k: 'patch', f: { status: 'working' } },
        { t: 'contact', id: contactIdOf(2), k: 'patch', f: { status: 'working' } },
      ])
      await commitAll(store, [{ t: 'contact', id: contactIdOf(2), k: 'patch', f: { status: 'engaged' } }])
      equal(await store.undo(patched), 'changed-since')
      equal((await store.get('contact', contactIdOf(1)))?.status, 'working')
      equal(await store.undo(made), 'changed-since')
      const enrolled = await commitAll(store, [
        {
          t: 'enrollment',
          id: enrollmentIdOf(1),
          k: 'put',
          f: sampleEnrollment({ contactId: contactIdOf(2) }),
        },
      ])
      await commitAll(store, [
        { t: 'touch', id: idOf(1, 8), k: 'put', f: sampleTouch({ contactId: contactIdOf(2) }) },
      ])
      equal(await store.undo(enrolled), 'changed-since')
      // A due instant that was only computed anew does not stand in the way.
      const other = await commitAll(store, [
        { t: 'enrollment', id: enrollmentIdOf(2), k: 'put', f: sampleEnrollment() },
      ])
      await commitAll(store, [
        { t: 'enrollment', id: enrollmentIdOf(2), k: 'patch', f: { dueAt: '2026-02-01T00:00:00.000Z' } },
      ])
      equal(await store.undo(other), 'undone')
    },
  },
  {
    name: 'undo may add changes of its own, and a restored put comes back after a second deletion',
    run: async (open) => {
      const store = await open('a')
      const made = await commitAll(store, [putContact(1)])
      equal(
        await store.undo(made, async (_read, group) => [
          { t: 'activity', id: idOf(1, 7), k: 'put', f: sampleActivity({ kind: 'edited', group }) },
        ]),
        'undone',
      )
      equal(await store.get('contact', contactIdOf(1)), undefined)
      equal((await store.activitiesOf(contactIdOf(1), 10)).length, 1)
      await commitAll(store, [putContact(1, { zone: 'UTC' })])
      equal((await store.get('contact', contactIdOf(1)))?.zone, 'UTC')
      const gone = await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'del' }])
      equal(await store.undo(gone), 'undone')
      equal((await store.get('contact', contactIdOf(1)))?.zone, 'UTC')
    },
  },
  {
    name: 'an erased record is gone for good: no undo, no search, no return of its text',
    run: async (open) => {
      const store = await open('a')
      const made = await commitAll(store, [putContact(1)])
      await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'erase' }])
      equal(await store.get('contact', contactIdOf(1)), undefined)
      equal(await store.canUndo(made), false)
      equal(await store.undo(made), 'gone')
      equal((await store.searchContacts('ada', { limit: 5 })).contacts, [])
      equal(await store.belongingsOf(contactIdOf(1)), [])
    },
  },
  {
    name: 'a commit of 1,000 changes is whole, and survives closing',
    run: async (open) => {
      const store = await open('a')
      const many = Array.from({ length: 1_000 }, (_, n) => putContact(n + 1, { slug: sourced(`ada-${n}`) }))
      await commitAll(store, many)
      store.close()
      const again = await open('a')
      equal((await again.searchContacts('ada', { limit: 2_000 })).contacts.length, 1_000)
    },
  },
  {
    name: 'two contexts of one database write in turn and hear of each other',
    run: async (open) => {
      const [one, two] = [await open('a'), await open('a')]
      const heard: string[] = []
      two.subscribe((changed) => heard.push(...changed.map(({ id }) => id)))
      const counted = async (store: Store): Promise<void> => {
        await store.commit(async (read) => {
          const all = (await read.searchContacts('', { limit: 100 })).contacts.length
          return { changes: [putContact(all + 1)], result: null }
        })
      }
      await Promise.all(Array.from({ length: 20 }, (_, n) => counted(n % 2 ? one : two)))
      equal((await one.searchContacts('', { limit: 100 })).contacts.length, 20)
      await until(() => heard.length === 20)
      equal(heard.toSorted(), Array.from({ length: 20 }, (_, n) => contactIdOf(n + 1)).toSorted())
    },
  },
]

export const putContact = (n: number, over: Partial<Contact> = {}): Change => ({
  t: 'contact',
  id: contactIdOf(n),
  k: 'put',
  f: sampleContact(over),
})

/** Commits and gives the group. */
export async function commitAll(store: Store, changes: Change[]): Promise<string> {
  const { group } = await store.commit(async () => ({ changes, result: null }))
  return group ?? ''
}

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id)

async function codeOf(failing: Promise<unknown>): Promise<string> {
  try {
    await failing
    return 'nothing thrown'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [ordered(actual), ordered(expected)]
  if (a !== b) throw new Error(`expected ${b}, saw ${a}`)
}

async function until(holds: () => boolean): Promise<void> {
  for (let wait = 1; !holds() && wait < 1_000; wait *= 2)
    await new Promise((resolve) => setTimeout(resolve, wait))
}

/** JSON with the keys in order; undefined is shown. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, member]) => `${key}:${ordered(member)}`).join(',')}}`
}
