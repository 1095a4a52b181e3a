import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { touchView } from '#lib/app/touch-view.ts'
import { variantCounts } from '#lib/app/variants.ts'
import { variantOf } from '#lib/domain/variant.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('each person gets one of the texts of a step, the touch says which, and the counts add up', async () => {
  const world = await appWorld()
  const cadence = await world.store.get('cadence', world.cadenceId)
  if (!cadence) throw new Error('no cadence')
  const [first, ...rest] = cadence.steps
  if (!first) throw new Error('no step')
  const step = {
    ...first,
    subject: 'Text A',
    body: 'A',
    variants: [{ id: 'B', subject: 'Text B', body: 'B' }],
  }
  await world.store.commit(() =>
    Promise.resolve({
      changes: [{ t: 'cadence', id: cadence.id, k: 'patch', f: { steps: [step, ...rest] } }],
      result: null,
    }),
  )
  const used: Record<string, number> = { A: 0, B: 0 }
  for (let n = 0; n < 12; n++) {
    const slug = `person-${String(n)}`
    const person = readPerson(slug, { name: slug, memberId: slug })
    const { result } = await addToCadence(world, { person, cadenceId: cadence.id })
    if (result.kind !== 'added') throw new Error(result.kind)
    const { enrollmentId } = result
    const variant = variantOf(step, enrollmentId) ?? ''
    expect((await touchView(world, enrollmentId))?.rendered).toMatchObject({
      subject: `Text ${variant}`,
      body: variant,
    })
    await completeTouch(world, { enrollmentId, stepId: step.id, outcome: 'email_sent' })
    expect(await world.store.touchesOf(enrollmentId)).toMatchObject([{ variant }])
    used[variant] = (used[variant] ?? 0) + 1
  }
  expect(used['A']).toBeGreaterThan(0)
  expect(used['B']).toBeGreaterThan(0)
  expect(await variantCounts(world, step)).toEqual([
    { id: 'A', done: used['A'], replied: 0 },
    { id: 'B', done: used['B'], replied: 0 },
  ])
})
