import { expect, test } from 'vitest'
import { mergeInput, newContact } from '#lib/domain/merge.ts'
import { contact as contactSchema } from '#lib/domain/records.ts'
import { kari, KARI_URL, NOW, personRead } from './samples.ts'

const LATER = '2026-12-24T10:00:00.000Z'
const page = (connectionDegree?: string) => ({
  from: 'read' as const,
  read: personRead({ name: 'Kari Nordmann', ...(connectionDegree !== undefined && { connectionDegree }) }),
  url: KARI_URL,
  practice: false,
})

test('somebody whose page shows 1st degree is known as a connection from the beginning', () => {
  const made = newContact(page('1st'), NOW)
  expect([contactSchema.safeParse(made).success, made.connectedAt]).toEqual([true, NOW])
  expect(newContact(page('2nd'), NOW).connectedAt).toBeUndefined()
})

test('a later page that shows 1st says it, one that shows another degree takes it back, one that shows none does not', () => {
  const told = mergeInput(kari(), page('1st'), LATER)
  expect(told.patch.connectedAt).toBe(LATER)
  expect(told.changed).toContainEqual({ field: 'connectedAt', before: null, after: '1st' })
  const known = kari({ connectedAt: NOW })
  expect(mergeInput(known, page('1st'), LATER).patch).not.toHaveProperty('connectedAt')
  expect(mergeInput(known, page(), LATER).patch).not.toHaveProperty('connectedAt')
  expect(mergeInput(known, page('2nd'), LATER).patch.connectedAt).toBeNull()
  expect(mergeInput(kari(), page('2nd'), LATER).patch).not.toHaveProperty('connectedAt')
})
