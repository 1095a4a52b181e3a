import { beforeEach, describe, expect, test } from 'vitest'
import { contactView } from '#lib/app/contact-view.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { readTable } from '#lib/app/import-file.ts'
import { importPeople, rowsToImport } from '#lib/app/import-people.ts'
import { previewImport } from '#lib/app/import-preview.ts'
import { savePerson } from '#lib/app/people.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { previewSchedule } from '#lib/app/preview.ts'
import { todayView } from '#lib/app/today-view.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { guessColumns } from '#lib/domain/import/columns.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
const INBOUND = '018f0000-0000-7000-8000-0000000000aa'

const step = (id: string, type: Step['type'], value: number, unit: Step['delay']['unit']): Step => ({
  id,
  type,
  delay: { value, unit, from: 'arrival' },
  subject: 'Hello',
  body: 'Hello',
  breakup: false,
})

beforeEach(async () => {
  world = await appWorld()
  const steps = [step('call', 'call', 5, 'minutes'), step('later', 'call', 1, 'business_days')]
  await world.store.commit(() =>
    Promise.resolve({
      changes: [
        {
          t: 'cadence',
          id: INBOUND,
          k: 'put',
          f: { name: 'Inbound', steps, shipped: null, archived: false, createdAt: TUESDAY },
        },
      ],
      result: null,
    }),
  )
})

const hand = (arrivedAt: string | null): PersonInput => ({
  from: 'hand',
  name: 'Inga Probe',
  company: 'Probe Works',
  email: 'inga@probe.test',
  linkedin: null,
  ...(arrivedAt !== null && { arrivedAt }),
  practice: false,
})

async function add(person: PersonInput, arrivedAt: string | null = null, cadenceId = INBOUND) {
  const { group, result } = await addToCadence(world, { person, cadenceId, arrivedAt })
  if (result.kind !== 'added') throw new Error(result.kind)
  return { ...result, group }
}
const enrollment = async (id: string) => {
  const found = await world.store.get('enrollment', id)
  if (!found) throw new Error('no enrollment')
  return found
}

describe('an arrival typed with the person', () => {
  test('makes them inbound; the cadence counts from it, and so does the clock of Today', async () => {
    const { contactId, enrollmentId } = await add(hand('2026-11-24T09:20:00.000Z'))
    expect(await world.store.get('contact', contactId)).toMatchObject({
      leadSource: 'inbound',
      arrivedAt: '2026-11-24T09:20:00.000Z',
    })
    expect(await enrollment(enrollmentId)).toMatchObject({
      startedAt: TUESDAY,
      arrivedAt: '2026-11-24T09:20:00.000Z',
      // Five minutes after the arrival has passed: at once (P7).
      dueAt: TUESDAY,
    })
    const inbound = (await todayView(world)).groups.find(({ id }) => id === 'inbound')
    expect(inbound?.rows.map(({ waiting }) => waiting)).toMatchObject([{ wallMinutes: 10, level: 'amber' }])
  })

  test('of Friday puts the step of the next business day on Monday, not on the day after the adding', async () => {
    const { enrollmentId } = await add(hand('2026-11-20T15:00:00.000Z'))
    await completeTouch(world, { enrollmentId, stepId: 'call', outcome: 'call_no_answer' })
    // Monday is past: the next time at which it may be made, on another day than the call (P13).
    expect((await enrollment(enrollmentId)).dueAt).toBe('2026-11-25T09:00:00.000Z')
    const { schedule } = await add(readPerson('odd-probe'), '2026-11-24T09:28:00.000Z')
    expect(schedule.map(({ at }) => at)).toEqual(['2026-11-24T09:33:00.000Z', '2026-11-25T09:00:00.000Z'])
  })

  test('waits with a person who is saved without a cadence, until one begins', async () => {
    const { result } = await savePerson(world, { person: hand('2026-11-24T09:20:00.000Z') })
    if (result.kind !== 'saved') throw new Error(result.kind)
    const { contactId } = result
    world.at('2026-11-24T10:00:00.000Z')
    expect((await contactView(world, contactId))?.arrival).toBe('2026-11-24T09:20:00.000Z')
    const { enrollmentId } = await add({ from: 'contact', contactId })
    expect((await enrollment(enrollmentId)).arrivedAt).toBe('2026-11-24T09:20:00.000Z')
    expect((await contactView(world, contactId))?.arrival).toBeNull()
  })

  test('an old one is not counted from again', async () => {
    const { contactId, enrollmentId } = await add(hand('2026-11-24T09:20:00.000Z'))
    await completeTouch(world, { enrollmentId, stepId: 'call', outcome: 'call_no_interest' })
    world.at('2027-05-24T09:00:00.000Z')
    const again = await add({ from: 'contact', contactId })
    expect((await enrollment(again.enrollmentId)).arrivedAt).toBeUndefined()
    expect((await enrollment(again.enrollmentId)).dueAt).toBe('2027-05-24T09:05:00.000Z')
  })
})

describe('an arrival said at the adding', () => {
  test('goes before the known one, makes inbound, gives the dates that were shown, and Undo takes it back', async () => {
    const { result } = await savePerson(world, { person: hand(null) })
    if (result.kind !== 'saved') throw new Error(result.kind)
    const { contactId } = result
    const before = await world.store.get('contact', contactId)
    expect(before?.leadSource).toBe('outbound')
    const person: PersonInput = { from: 'contact', contactId }
    const arrivedAt = '2026-11-24T09:28:00.000Z'
    const shown = await previewSchedule(world, { person, cadenceId: INBOUND, arrivedAt })
    const { group, schedule } = await add(person, arrivedAt)
    expect(schedule).toEqual(shown)
    expect(schedule[0]?.at).toBe('2026-11-24T09:33:00.000Z')
    expect(await world.store.get('contact', contactId)).toMatchObject({ leadSource: 'inbound', arrivedAt })
    await undoGroup(world, { group: group ?? '' })
    const after = await world.store.get('contact', contactId)
    expect(after).toMatchObject({ leadSource: 'outbound', status: 'new' })
    expect(after?.arrivedAt ?? null).toBeNull()
  })

  test('nobody else is changed: who is added without one is outbound, and counts from the beginning', async () => {
    const { contactId, enrollmentId } = await add(readPerson('odd-probe'))
    expect(await world.store.get('contact', contactId)).toMatchObject({ leadSource: 'outbound' })
    expect(await enrollment(enrollmentId)).not.toHaveProperty('arrivedAt')
    expect((await enrollment(enrollmentId)).dueAt).toBe('2026-11-24T09:35:00.000Z')
  })
})

describe('a column of a file', () => {
  const csv = [
    'Name,Mail,Arrived at',
    'Inga Probe,inga@probe.test,2026-11-24 09:28',
    'Odd Probe,odd@probe.test,2026-11-25 09:28',
    'Una Probe,una@probe.test,last week',
    'Kai Probe,kai@probe.test,',
  ].join('\n')

  const preview = async () => {
    const table = await readTable(new TextEncoder().encode(csv))
    if (table.kind === 'refused') throw new Error(table.code)
    const { headerRow, columns } = guessColumns(table.rows)
    const headers = columns.map(({ header }) => header)
    const targets = columns.map(({ target }) => target)
    const input = { table, headerRow, mapping: { headers, targets }, source: 'leads.csv' }
    return rowsToImport((await previewImport(world, input)) ?? [], new Map())
  }
  const inboundOf = async (mail: string) => {
    const [contact] = await world.store.contactsByKeys([`mail:${mail}`])
    const all = await world.store.enrollmentsOf(contact?.id ?? '')
    return { contact, run: all.find(({ cadenceId }) => cadenceId === INBOUND) }
  }
  const run = async (updateKnown: boolean) => {
    const ports = { kv: world.profile.kv, locks: world.profile.env().locks }
    const rows = await preview()
    return importPeople(world, ports, {
      rows,
      decisions: new Map(),
      source: 'leads.csv',
      cadenceId: INBOUND,
      updateKnown,
    })
  }

  test('is known by its name and read on the rep’s clock; what is to come or no date is left empty, and said', async () => {
    const rows = await preview()
    expect(rows.map(({ fields }) => fields.arrivedAt)).toEqual([
      '2026-11-24T09:28:00.000Z',
      undefined,
      undefined,
      undefined,
    ])
    expect(rows.map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([
      [],
      ['arrival-future'],
      ['arrival-no-date'],
      [],
    ])
  })

  test('makes inbound, and the cadence counts from it; who has none is outbound', async () => {
    await run(true)
    const inga = await inboundOf('inga@probe.test')
    expect(inga.contact).toMatchObject({ leadSource: 'inbound', arrivedAt: '2026-11-24T09:28:00.000Z' })
    expect(inga.run).toMatchObject({
      arrivedAt: '2026-11-24T09:28:00.000Z',
      dueAt: '2026-11-24T09:33:00.000Z',
    })
    const kai = await inboundOf('kai@probe.test')
    expect(kai.contact?.leadSource).toBe('outbound')
    expect(kai.run?.dueAt).toBe('2026-11-24T09:35:00.000Z')
  })

  test.each([true, false])(
    'says of somebody known that they came (other fields filled: %s)',
    async (update) => {
      await savePerson(world, { person: hand(null) })
      const [first] = await preview()
      expect(first).toMatchObject({ kind: 'known', adds: ['arrivedAt'] })
      await run(update)
      const inga = await inboundOf('inga@probe.test')
      expect(inga.contact).toMatchObject({ leadSource: 'inbound', arrivedAt: '2026-11-24T09:28:00.000Z' })
      expect(inga.run?.arrivedAt).toBe('2026-11-24T09:28:00.000Z')
    },
  )
})
