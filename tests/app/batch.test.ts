import { beforeEach, describe, expect, test } from 'vitest'
import { addMany, type AddedRow } from '#lib/app/add-many.ts'
import {
  batchSize,
  cutOffBatches,
  runBatch,
  settleBatch,
  undoAll,
  undoBatch,
  type BatchPorts,
  type BatchRun,
} from '#lib/app/batch.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { peoplePage } from '#lib/app/people-list.ts'
import { savePerson, setDoNotContact } from '#lib/app/people.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let ports: BatchPorts
beforeEach(async () => {
  world = await appWorld()
  ports = portsOf(world)
})

const portsOf = ({ profile }: AppWorld): BatchPorts => ({ kv: profile.kv, locks: profile.env().locks })
const people = (count: number, company = 'Probe Works'): PersonInput[] =>
  Array.from({ length: count }, (_, n) =>
    readPerson(`probe-${n}`, { name: `Probe ${WORDS[n] ?? n}`, currentCompany: company }),
  )
const add = (list: readonly PersonInput[], more: Partial<Parameters<typeof addMany>[2]> = {}) =>
  addMany(world, ports, { people: list, cadenceId: world.cadenceId, ...more })
const names = async (): Promise<string[]> =>
  (await peoplePage(world, { query: '', limit: 200 })).rows.map(({ name }) => name).toReversed()
const notes = async (): Promise<unknown> => (await ports.kv.get(['batches']))['batches']
const kinds = (run: BatchRun<AddedRow>): string[] =>
  run.rows.map((row) => (row.kind === 'done' ? row.result.kind : row.code))
const WORDS = [
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

describe('adding many', () => {
  test('saves each person whole, in the order of the rows, under one company', async () => {
    const run = await add(people(11))
    expect(run.state).toBe('done')
    expect(kinds(run)).toEqual(Array.from({ length: 11 }, () => 'added'))
    expect(await names()).toEqual(WORDS.slice(0, 11).map((word) => `Probe ${word}`))
    const contacts = await Promise.all(
      run.rows.map(async (row) => {
        if (row.kind !== 'done' || row.result.kind !== 'added') throw new Error('not added')
        const { contactId, enrollmentId } = row.result
        expect(await world.store.capturesOf(contactId, 9)).toHaveLength(1)
        expect((await world.store.get('enrollment', enrollmentId))?.dueAt).not.toBeNull()
        const kept = await world.store.activitiesOf(contactId, 9)
        expect(kept.map(({ kind, group }) => `${kind} ${group}`).toSorted()).toEqual([
          `captured ${row.group}`,
          `enrolled ${row.group}`,
        ])
        return world.store.get('contact', contactId)
      }),
    )
    expect(new Set(contacts.map((contact) => contact?.accountId)).size).toBe(1)
  })

  test('rows bring the company that their headline names beyond doubt, as a guess, and nothing else', async () => {
    const row = (name: string, headline: string): PersonInput => ({
      from: 'row',
      row: {
        name,
        slug: name.toLowerCase().replace(' ', '-'),
        memberId: null,
        headline,
        location: null,
        degree: null,
        anonymous: false,
      },
      url: 'https://www.linkedin.com/search/results/people/',
      at: TUESDAY,
      practice: false,
    })
    const run = await add([
      row('Inga Probe', 'Head of Purchasing at Probe Works | runner'),
      row('Ola Probe', 'Buyer @ Probe Works AS'),
      row('Kim Probe', 'Purchasing | Probe Works'),
    ])
    const [inga, ola, kim] = await Promise.all(
      run.rows.map(async (done) => {
        if (done.kind !== 'done' || done.result.kind !== 'added') throw new Error('not added')
        return world.store.get('contact', done.result.contactId)
      }),
    )
    expect(inga?.company).toMatchObject({
      value: 'Probe Works',
      strategy: 'headline-split',
      confidence: 'guess',
    })
    const [capture] = await world.store.capturesOf(inga?.id ?? '', 9)
    expect(capture?.fields.currentCompany).toMatchObject({ value: 'Probe Works', confidence: 'guess' })
    expect(inga?.accountId).not.toBeNull()
    expect(inga?.accountId).toBe(ola?.accountId)
    expect([kim?.company, kim?.accountId]).toEqual([null, null])

    // The profile names another one: it was never hers, so that is no change of jobs.
    await savePerson(world, { person: readPerson('inga-probe', { currentCompany: 'Sample Yard' }) })
    const later = await world.store.get('contact', inga?.id ?? '')
    expect(later?.company?.value).toBe('Sample Yard')
    expect((await world.store.get('account', later?.accountId ?? ''))?.name.value).toBe('Sample Yard')
    const kept = await world.store.activitiesOf(inga?.id ?? '', 9)
    expect(kept.map(({ kind }) => kind)).not.toContain('changed_job')
  })

  test('each person is a group of operations of their own', async () => {
    const server = { ws: world.ids.next(), user: 'u', server: 'http://localhost:1', practice: false }
    await world.store.sync.bind(server)
    const before = (await world.store.sync.batch({ ops: 500, bytes: 1e7 })).push[0]?.ops.length ?? 0
    const run = await add(people(3))
    const { push } = await world.store.sync.batch({ ops: 500, bytes: 1e7 })
    const groups = new Set(push[0]?.ops.slice(before).map(({ op }) => op.grp))
    expect([...groups]).toEqual(run.rows.map((row) => row.kind === 'done' && row.group))
  })

  test('leaves alone who must not be written to or is in it already, and says so for each', async () => {
    const [one, two, three] = await add(people(3)).then(({ rows }) =>
      rows.map((row) => (row.kind === 'done' && row.result.kind === 'added' ? row.result.contactId : '')),
    )
    await setDoNotContact(world, { contactId: two ?? '', on: true })
    const run = await add([...people(4), { from: 'contact', contactId: world.ids.next() }])
    expect(kinds(run)).toEqual(['already', 'suppressed', 'already', 'added', 'gone'])
    expect(await world.store.enrollmentsOf(one ?? '')).toHaveLength(1)
    expect(await world.store.enrollmentsOf(three ?? '')).toHaveLength(1)
    const archived = await add(people(5), { cadenceId: world.ids.next() })
    expect(kinds(archived)).toEqual(Array.from({ length: 5 }, () => 'no-cadence'))
  })

  test('the same person twice in one list is added once', async () => {
    const run = await add([...people(2), ...people(2)])
    expect(kinds(run)).toEqual(['added', 'added', 'already', 'already'])
    expect(await names()).toHaveLength(2)
  })

  test('tells how far it is, and stops between turns with what is done kept', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const run = await add(people(30), {
      signal: stop.signal,
      onProgress: ({ rows, total }) => {
        seen.push(rows.length)
        if (total === 30 && rows.length >= 20) stop.abort()
      },
    })
    expect(seen).toEqual([20])
    expect([run.state, run.rows.length, (await names()).length]).toEqual(['stopped', 20, 20])
  })

  test('remembers the cadence for the next time, and no cadence that nobody was added to', async () => {
    await add([])
    expect((await world.settings.get()).lastCadenceId).not.toBe(world.cadenceId)
    await add(people(1))
    expect((await world.settings.get()).lastCadenceId).toBe(world.cadenceId)
  })

  test('when storage refuses, it ends, says so, and what was saved stands', async () => {
    let sets = 0
    world.profile.kv.before = (operation) => {
      if (operation === 'set' && (sets += 1) === 3) throw new Error('full')
    }
    const run = await add(people(30))
    world.profile.kv.before = () => undefined
    expect([run.state, ...new Set(kinds(run))]).toEqual(['failed', 'added', 'write'])
    expect(kinds(run).filter((kind) => kind === 'added')).toHaveLength(20)
    expect(await names()).toHaveLength(20)
  })
})

describe('one Undo for all', () => {
  test('takes everything back, the company that the first one made too', async () => {
    const run = await add(people(23))
    const accountId = await accountOfFirst(run)
    const told: number[] = []
    const count = await undoBatch(world, ports, { id: run.id, onProgress: (done) => told.push(done) })
    expect(count).toEqual({ undone: 23, changed: 0, gone: 0 })
    expect(told).toEqual([20, 23])
    expect(await names()).toEqual([])
    expect(await world.store.get('account', accountId)).toBeUndefined()
    expect(await undoBatch(world, ports, { id: run.id })).toBeNull()
  })

  test('leaves who was worked on since, and can be asked again', async () => {
    const run = await add(people(3))
    const second = run.rows[1]
    if (second?.kind !== 'done' || second.result.kind !== 'added') throw new Error('not added')
    const { contactId } = second.result
    await setDoNotContact(world, { contactId, on: true })
    expect(await undoBatch(world, ports, { id: run.id })).toEqual({ undone: 2, changed: 1, gone: 0 })
    expect(await names()).toEqual(['Probe Two'])
    expect(await batchSize(world, ports, run.id)).toBe(1)
  })

  test('stands in the timeline of each: the entry names the batch', async () => {
    const run = await add(people(2))
    const row = run.rows[1]
    if (row?.kind !== 'done' || row.result.kind !== 'added') throw new Error('not added')
    const entries = await timelineOf(world, row.result.contactId)
    const enrolled = entries.find((entry) => entry.kind === 'enrolled')
    expect(enrolled).toMatchObject({ canUndo: true, facts: { batch: run.id } })
  })

  test('of groups of any origin: last first', async () => {
    const run = await add(people(3))
    const groups = run.rows.flatMap((row) => (row.kind === 'done' && row.group !== null ? [row.group] : []))
    const all = await world.store.undoableAmong(groups.slice(1))
    expect(await undoAll(world, { groups: all })).toEqual({ undone: 2, changed: 0, gone: 0 })
    expect(await names()).toEqual(['Probe One'])
  })
})

describe('a batch whose window was killed', () => {
  const cutAfter = async (turns: number): Promise<void> => {
    let seen = 0
    const never = add(people(50), {
      onProgress: () => {
        seen += 1
        // The window is gone: nothing of it goes on.
        if (seen === turns)
          world.profile.kv.before = () => {
            throw new Error('killed')
          }
      },
    })
    await never.catch(() => null)
    world.profile.kv.before = () => undefined
    world = await world.reopened()
    ports = portsOf(world)
  }

  test('is told with what was done, can be taken back whole, and is then forgotten', async () => {
    await cutAfter(2)
    const [cut, ...others] = await cutOffBatches(world, ports)
    expect(others).toEqual([])
    expect(cut).toMatchObject({ kind: 'add-people', total: 50, done: 40 })
    expect(cut?.facts['cadence']).toBe((await world.store.get('cadence', world.cadenceId))?.name)
    await undoBatch(world, ports, { id: cut?.id ?? '' })
    expect([await names(), await cutOffBatches(world, ports)]).toEqual([[], []])
    expect(await notes()).toEqual([])
  })

  test('is told no more once the rep has kept what was done; Undo stays possible', async () => {
    await cutAfter(1)
    const [cut] = await cutOffBatches(world, ports)
    await settleBatch(ports, { id: cut?.id ?? '' })
    expect(await cutOffBatches(world, ports)).toEqual([])
    expect(await undoBatch(world, ports, { id: cut?.id ?? '' })).toMatchObject({ undone: 20 })
  })

  test('is not told while it runs, after it ended, or when nothing was done', async () => {
    let whileRunning: unknown = null
    await runBatch(world, ports, {
      kind: 'test',
      items: [1],
      plan: async () => {
        whileRunning = cutOffBatches(world, ports)
        return { changes: [], result: null }
      },
    })
    expect(await whileRunning).toEqual([])
    expect(await notes()).toEqual([])
    await add(people(1))
    expect(await cutOffBatches(world, ports)).toEqual([])
  })

  test('notes older than Undo reaches are dropped', async () => {
    await add(people(1))
    world.at('2027-01-30T09:30:00.000Z')
    await add(people(2))
    expect(await notes()).toHaveLength(1)
  })
})

async function accountOfFirst(run: BatchRun<AddedRow>): Promise<string> {
  const row = run.rows[0]
  if (row?.kind !== 'done' || row.result.kind !== 'added') throw new Error('not added')
  return (await world.store.get('contact', row.result.contactId))?.accountId ?? ''
}
