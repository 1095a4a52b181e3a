import { beforeEach, describe, expect, test } from 'vitest'
import { touchIdOf } from '#lib/domain/identity.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { refreshReminders, snoozeReminder, touchBehind, type ReminderPorts } from '#lib/app/remind.ts'
import { completeTouch, snoozeTouch } from '#lib/app/touches.ts'
import { setDoNotContact } from '#lib/app/people.ts'
import { todayBadge } from '#lib/app/today-view.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

/** The desktop: what stands on it, and every time something newly appeared. A second one under an id replaces. */
interface Desktop {
  standing: Set<string>
  appeared: string[]
}

let world: AppWorld
let desktop: Desktop

beforeEach(async () => {
  world = await appWorld()
  desktop = { standing: new Set(), appeared: [] }
})

/** Ports of a worker that is killed before its n-th act; `Infinity` lives. */
function ports(livesFor = Number.POSITIVE_INFINITY): ReminderPorts {
  let acts = 0
  const act = <R>(run: () => Promise<R>): Promise<R> => {
    acts += 1
    if (acts > livesFor) throw new Error('killed')
    return run()
  }
  const { kv } = world.profile
  return {
    kv: {
      ...kv,
      get: kv.get,
      keys: kv.keys,
      set: (entries) => act(() => kv.set(entries)),
      remove: (keys) => act(() => kv.remove(keys)),
    },
    show: ({ id }) =>
      act(() => {
        if (!desktop.standing.has(id)) desktop.appeared.push(id)
        desktop.standing.add(id)
        return Promise.resolve()
      }),
    clear: (id) =>
      act(() => {
        desktop.standing.delete(id)
        return Promise.resolve()
      }),
  }
}

async function add(slug: string): Promise<{ enrollmentId: string; contactId: string }> {
  const { result } = await addToCadence(world, {
    person: readPerson(slug, { name: slug }),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  return result
}

const stepOf = async (enrollmentId: string): Promise<string> =>
  (await world.store.get('enrollment', enrollmentId))?.dueStepId ?? ''

describe('a reminder', () => {
  test('comes for what has just become due behind a backlog of hundreds', async () => {
    const { enrollmentId } = await add('inga')
    const enrollment = await world.store.get('enrollment', enrollmentId)
    if (!enrollment) throw new Error('not enrolled')
    const { id: _, ...record } = enrollment
    const old = { ...record, dueAt: '2026-11-02T09:00:00.000Z' }
    await world.store.commit(() =>
      Promise.resolve({
        changes: Array.from(
          { length: 310 },
          () => ({ t: 'enrollment', id: world.ids.next(), k: 'put', f: old }) as const,
        ),
        result: null,
      }),
    )
    await refreshReminders(world, ports())
    expect(
      await touchBehind(world, `reminder.${touchIdOf(enrollmentId, record.dueStepId ?? '', 0)}.${TUESDAY}`),
    ).toEqual({
      enrollmentId,
      stepId: record.dueStepId,
    })
  })

  test('comes once for a due touch, however often the worker wakes', async () => {
    await add('inga')
    for (let wakes = 0; wakes < 5; wakes++) await refreshReminders(world, ports())
    expect(desktop.appeared).toHaveLength(1)
  })

  for (let livesFor = 0; livesFor < 4; livesFor++) {
    test(`survives a worker that is killed after ${livesFor} acts: shown, and never twice`, async () => {
      await add('inga')
      await refreshReminders(world, ports(livesFor)).catch(() => undefined)
      world = await world.reopened()
      await refreshReminders(world, ports())
      await refreshReminders(world, ports())
      expect(desktop.appeared).toHaveLength(1)
      expect(desktop.standing.size).toBe(1)
    })
  }

  test('is not shown again after the database was lost', async () => {
    await add('inga')
    await refreshReminders(world, ports())
    world.store.close()
    world.profile.loseDatabase()
    world = await world.reopened()
    await refreshReminders(world, ports())
    expect(desktop.appeared).toHaveLength(1)
  })

  test('is caught up after a night of sleep, three or more as one', async () => {
    for (const slug of ['inga', 'odd', 'kim', 'liv']) await add(slug)
    world.at('2026-11-25T07:00:00.000Z')
    await refreshReminders(world, ports())
    expect(desktop.appeared).toHaveLength(1)
    expect((await todayBadge(world)).tone).toBe('overdue')
  })

  test('goes when the touch is done elsewhere, and leads nowhere then', async () => {
    const { enrollmentId } = await add('inga')
    await refreshReminders(world, ports())
    const [id = ''] = desktop.appeared
    expect(await touchBehind(world, id)).toEqual({ enrollmentId, stepId: await stepOf(enrollmentId) })
    await completeTouch(world, { enrollmentId, stepId: await stepOf(enrollmentId), outcome: 'email_sent' })
    expect(await touchBehind(world, id)).toBeNull()
    await refreshReminders(world, ports())
    expect(desktop.standing.has(id)).toBe(false)
  })

  test('of a snoozed touch comes again at its new instant', async () => {
    const { enrollmentId } = await add('inga')
    await refreshReminders(world, ports())
    const until = '2026-11-24T10:30:00.000Z'
    await snoozeTouch(world, { enrollmentId, stepId: await stepOf(enrollmentId), until })
    await refreshReminders(world, ports())
    expect(desktop.standing.size).toBe(0)
    world.at(until)
    await refreshReminders(world, ports())
    expect(desktop.appeared).toHaveLength(2)
  })

  test('for several is snoozed as a whole, by the minutes of the settings; what was done meanwhile stays done', async () => {
    await world.settings.set({ snoozeMinutes: 25 })
    const people = []
    for (const slug of ['inga', 'odd', 'kim', 'liv']) people.push(await add(slug))
    await refreshReminders(world, ports())
    const [id = ''] = desktop.appeared
    const [done, ...others] = people.map(({ enrollmentId }) => enrollmentId)
    const enrollmentId = done ?? ''
    await completeTouch(world, { enrollmentId, stepId: await stepOf(enrollmentId), outcome: 'email_sent' })
    const after = (await world.store.get('enrollment', enrollmentId))?.dueAt
    await snoozeReminder(world, world.profile.kv, id)
    const dues = await Promise.all(
      others.map(async (one) => (await world.store.get('enrollment', one))?.dueAt),
    )
    expect(new Set(dues)).toEqual(new Set(['2026-11-24T09:55:00.000Z']))
    expect((await world.store.get('enrollment', enrollmentId))?.dueAt).toBe(after)
    await refreshReminders(world, ports())
    expect(desktop.standing.has(id)).toBe(false)
  })

  test('never comes for somebody who must not be contacted', async () => {
    const { contactId } = await add('inga')
    await setDoNotContact(world, { contactId, on: true })
    world.at('2026-11-24T12:00:00.000Z')
    await refreshReminders(world, ports())
    expect(desktop.appeared).toEqual([])
  })

  test('never comes when notifications are off', async () => {
    await world.settings.set({ notifications: false })
    await add('inga')
    await refreshReminders(world, ports())
    expect(desktop.appeared).toEqual([])
    expect(world.clock.now()).toBe(TUESDAY)
  })
})
