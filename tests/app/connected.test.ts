import { beforeEach, expect, test } from 'vitest'
import { addFromTab, answerOpenPress, type PressPorts } from '#lib/app/add-from-tab.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { savePerson } from '#lib/app/people.ts'
import { replanChanged, replanPeople } from '#lib/app/replan.ts'
import type { Fact } from '#lib/domain/cadence/step.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

/** B1: what a page or the rep tells of somebody decides about steps of cadences that run already. */
let world: AppWorld
let plain: string

/** The cadence begins with a step that asks for this fact. */
async function asksFor(fact: Fact) {
  const cadence = await world.store.get('cadence', world.cadenceId)
  const [first, ...rest] = cadence?.steps ?? []
  if (!cadence || !first) throw new Error('no cadence')
  plain = first.id
  const steps = [{ ...first, id: 'asking', when: [fact] }, first, ...rest]
  await world.store.commit(() =>
    Promise.resolve({ changes: [{ t: 'cadence', id: cadence.id, k: 'patch', f: { steps } }], result: null }),
  )
}
const shown = (degree: string, slug = 'inga-probe') => {
  const person = readPerson(slug, { name: 'Inga Probe' })
  const badge = { value: degree, strategy: 'sdui-shown-badge', confidence: 'sure' as const }
  const fields = { ...person.read.fields, connectionDegree: badge }
  return { ...person, at: world.clock.now(), read: { ...person.read, fields } }
}
const add = async (slug?: string) => {
  const { result } = await addToCadence(world, { person: shown('2nd', slug), cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  return result
}
const due = async ({ enrollmentId }: { enrollmentId: string }) =>
  (await world.store.get('enrollment', enrollmentId))?.dueStepId

beforeEach(async () => {
  world = await appWorld()
})

test('a page that shows 1st brings the step that asks for a connection, one that shows 2nd takes it out', async () => {
  await asksFor('connected')
  const inga = await add()
  expect(await due(inga)).toBe(plain)
  await savePerson(world, { person: shown('1st') })
  await replanPeople(world, [inga.contactId])
  expect(await due(inga)).toBe('asking')
  await savePerson(world, { person: shown('2nd') })
  await replanPeople(world, [inga.contactId])
  expect(await due(inga)).toBe(plain)
})

test('read by the worker’s key with no page open it does so at once, also when that worker dies', async () => {
  await asksFor('connected')
  const inga = await add()
  const url = 'https://www.linkedin.com/in/inga-probe/'
  const read = { url, loadedAt: url, result: shown('1st').read }
  const ports: PressPorts = {
    read: () => Promise.resolve({ kind: 'read', read, at: url }),
    siteOf: () => 'linkedin',
    wait: () => Promise.resolve(),
    ticks: () => 0,
    notePress: () => Promise.resolve(),
    forgetPress: () => Promise.resolve(),
    lastPress: () => Promise.resolve({ url, at: world.clock.now() }),
  }
  expect((await addFromTab(world, ports, { id: 1, url })).code).toBe('already')
  expect(await due(inga)).toBe('asking')

  await savePerson(world, { person: shown('2nd') })
  expect(await due(inga)).toBe('asking')
  await answerOpenPress(world, ports)
  expect(await due(inga)).toBe(plain)
})

test.each([
  ['email', 'inga@probe.example', 'has_email'],
  ['phone', '+351 21 000 00 00', 'has_phone'],
] as const)(
  'a batch that brings %s is planned by it, nobody else is looked at',
  async (field, value, fact) => {
    await asksFor(fact)
    const people = []
    for (let n = 0; n < 21; n++) people.push(await add(`person-${String(n)}`))
    const [inga] = people
    if (!inga) throw new Error('nobody')
    await editPerson(world, { contactId: inga.contactId, field, value })
    const ids = people.map(({ contactId }) => contactId)
    let turns = 0
    await replanChanged(world, ids, (share) => {
      turns++
      return share()
    })
    expect(await due(inga)).toBe('asking')
    expect(await Promise.all(people.slice(1).map(due))).toEqual(Array<string>(20).fill(plain))
    expect(turns).toBe(1)
  },
)

test('a batch is not looked at where no cadence asks for such a fact', async () => {
  const { contactId } = await add()
  let turns = 0
  await replanChanged(world, Array<string>(21).fill(contactId), () => Promise.resolve(void turns++))
  expect(turns).toBe(0)
})
