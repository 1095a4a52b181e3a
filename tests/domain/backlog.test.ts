import { expect, test } from 'vitest'
import { backlogGroups, type BacklogItem } from '#lib/domain/backlog.ts'

const item = (n: number, patch: Partial<BacklogItem> = {}): BacklogItem => ({
  enrollmentId: `e${String(n)}`,
  contactId: `c${String(n)}`,
  cadenceId: 'one',
  cadenceName: 'One',
  stepId: 's',
  type: 'email',
  channel: 'email',
  dueAt: `2026-11-${String(10 + n)}T09:00:00.000Z`,
  days: 1,
  ...patch,
})
const shown = (items: BacklogItem[], by: Parameters<typeof backlogGroups>[1]): string[] =>
  backlogGroups(items, by).map(
    ({ id, items: all }) => `${id}: ${all.map((one) => one.enrollmentId).join(' ')}`,
  )

test('what is overdue is grouped by cadence, the largest first, each oldest first', () => {
  const items = [item(3), item(1, { cadenceId: 'two' }), item(2)]
  expect(shown(items, 'cadence')).toEqual(['one: e2 e3', 'two: e1'])
})

test('by channel in their usual order, and by age from the youngest; empty groups are left out', () => {
  const items = [
    item(1, { channel: 'call', days: 3 }),
    item(2, { channel: 'email', days: 4 }),
    item(3, { channel: 'call', days: 400 }),
  ]
  expect(shown(items, 'channel')).toEqual(['email: e2', 'call: e1 e3'])
  expect(shown(items, 'age')).toEqual(['1: e1', '2: e2', '5: e3'])
})
