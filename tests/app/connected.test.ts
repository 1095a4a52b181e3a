import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { savePerson } from '#lib/app/people.ts'
import { replanPeople } from '#lib/app/place-people.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('a page that shows 1st brings the step that asks for a connection, one that shows 2nd takes it out', async () => {
  const world = await appWorld()
  const cadence = await world.store.get('cadence', world.cadenceId)
  const [first, ...rest] = cadence?.steps ?? []
  if (!cadence || !first) throw new Error('no cadence')
  const asking = { ...first, id: 'asking', when: ['connected' as const] }
  await world.store.commit(() =>
    Promise.resolve({
      changes: [{ t: 'cadence', id: cadence.id, k: 'patch', f: { steps: [asking, first, ...rest] } }],
      result: null,
    }),
  )
  const shown = (degree: string) => {
    const person = readPerson('inga-probe', { name: 'Inga Probe' })
    const badge = { value: degree, strategy: 'sdui-shown-badge', confidence: 'sure' as const }
    const fields = { ...person.read.fields, connectionDegree: badge }
    return { ...person, at: world.clock.now(), read: { ...person.read, fields } }
  }
  const { result } = await addToCadence(world, { person: shown('2nd'), cadenceId: cadence.id })
  if (result.kind !== 'added') throw new Error(result.kind)
  const due = async () => (await world.store.get('enrollment', result.enrollmentId))?.dueStepId
  expect(await due()).toBe(first.id)
  await savePerson(world, { person: shown('1st') })
  await replanPeople(world, [result.contactId])
  expect(await due()).toBe('asking')
  await savePerson(world, { person: shown('2nd') })
  await replanPeople(world, [result.contactId])
  expect(await due()).toBe(first.id)
})
