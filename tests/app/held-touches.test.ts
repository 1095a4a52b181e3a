import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { heldTouches } from '#lib/app/held-touches.ts'
import { touchDraftKey } from '#lib/domain/templates/touch-draft.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('of the touches of the day those are held whose text misses something, until it is there', async () => {
  const world = await appWorld()
  await world.settings.set({ name: 'Marta' })
  const cadence = (await world.store.get('cadence', world.cadenceId))!
  const enrolled = async (slug: string, values: { currentTitle?: string }) => {
    const person = readPerson(slug, values)
    const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
    if (result.kind !== 'added') throw new Error(result.kind)
    return result
  }
  const texts = new Map<string, string>()
  const drafts = { get: (key: string) => texts.get(key) ?? null }
  const inga = await enrolled('inga-probe', {})
  const otto = await enrolled('otto-probe', { currentTitle: 'Head of Purchasing' })
  const ids = [inga.enrollmentId, otto.enrollmentId, world.ids.next()]
  const held = () => heldTouches(world, drafts, ids).then((map) => [...map])
  expect(await held()).toEqual([])

  await world.settings.set({ name: '' })
  expect((await held()).map(([id, missing]) => [id, missing])).toEqual([
    [inga.enrollmentId, ['rep.name']],
    [otto.enrollmentId, ['rep.name']],
  ])
  await world.settings.set({ name: 'Marta' })

  await editPerson(world, { contactId: inga.contactId, field: 'title', value: '' })
  const [first, ...others] = cadence.steps
  const f = { steps: [{ ...first!, body: 'As {{ contact.title }}' }, ...others] }
  await world.store.commit(() =>
    Promise.resolve({ changes: [{ t: 'cadence', id: world.cadenceId, k: 'patch', f }], result: null }),
  )
  expect(await held()).toEqual([[inga.enrollmentId, ['contact.title']]])

  await editPerson(world, { contactId: inga.contactId, field: 'title', value: 'Buyer' })
  const signed = { steps: [{ ...first!, body: 'Book a time: {{ rep.meeting_link }}' }, ...others] }
  await world.store.commit(() =>
    Promise.resolve({
      changes: [{ t: 'cadence', id: world.cadenceId, k: 'patch', f: signed }],
      result: null,
    }),
  )
  expect(await held()).toEqual(ids.slice(0, 2).map((id) => [id, ['rep.meeting_link']]))
  await world.settings.set({ rep: { meetingLink: 'https://acme.example/marta' } })
  expect(await held()).toEqual([])
  await world.store.commit(() =>
    Promise.resolve({ changes: [{ t: 'cadence', id: world.cadenceId, k: 'patch', f }], result: null }),
  )

  const key = touchDraftKey({ enrollmentId: inga.enrollmentId, stepId: first!.id, cycle: 0 })
  texts.set(key, JSON.stringify({ subject: null, body: 'Own words', fills: {} }))
  expect(await held()).toEqual([])
  texts.set(key, JSON.stringify({ subject: null, body: 'Own {{ words }}', fills: {} }))
  expect(await held()).toEqual([[inga.enrollmentId, ['{{ words }}']]])
})
