import type { WakePorts } from '#lib/app/wake.ts'
import type { Reminder } from '#lib/domain/reminder-groups.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import type { AppWorld } from './app-world.ts'
import { createFakeStorage } from './fake-storage.ts'

/** The desktop with its notifications, and what was ever told on it. */
export interface Desktop {
  /** By what was told (`due <touch> <instant>`, `overdue …`, `digest <day>`): the ids that told of it, and when last. */
  told: Map<string, { ids: Set<string>; at: string }>
  wrong: string[]
  /** Ports of a worker that is killed at its n-th act: before it, or after it but before it knows. */
  ports(world: AppWorld, livesFor: number): WakePorts
  /** What the browser keeps only while it runs. */
  session: ReturnType<typeof createFakeStorage>
}

export function createDesktop(): Desktop {
  const desktop: Desktop = {
    told: new Map(),
    wrong: [],
    session: createFakeStorage(),
    ports: (world, livesFor) => portsOf(desktop, world, livesFor),
  }
  return desktop
}

function portsOf(desktop: Desktop, world: AppWorld, livesFor: number): WakePorts {
  let acts = 0
  const isLate = livesFor % 2 === 1
  const act = async (run: () => Promise<unknown>): Promise<void> => {
    acts += 1
    if (acts <= livesFor) await run()
    else {
      if (isLate && acts === livesFor + 1) await run()
      throw new Error('killed')
    }
  }
  const { kv } = world.profile
  const { session } = desktop
  return {
    kv: { get: kv.get, keys: kv.keys, set: (entries) => act(() => kv.set(entries)), remove: (keys) => act(() => kv.remove(keys)) },
    show: (reminder) => act(() => show(desktop, world, reminder)),
    clear: () => act(() => Promise.resolve()),
    session: { get: session.get, set: (entries) => act(() => session.set(entries)) },
    showBadge: () => act(() => Promise.resolve()),
    wakeAt: () => act(() => Promise.resolve()),
  } // oxfmt-ignore
}

async function show(desktop: Desktop, world: AppWorld, reminder: Reminder): Promise<void> {
  const now = world.clock.now()
  const touches = reminder.kind === 'single' ? [reminder.touch] : reminder.touches
  if (reminder.kind === 'digest') tell(desktop, `digest ${reminder.id}`, reminder.id, now)
  for (const { enrollmentId, stepId, at, key } of touches) {
    const enrollment = await world.store.get('enrollment', enrollmentId)
    const touchId = touchIdOf(enrollmentId, stepId, enrollment?.cycle ?? 0)
    const isDue =
      enrollment?.state === 'active' &&
      enrollment.dueStepId === stepId &&
      enrollment.dueAt === at &&
      at <= now
    if (!isDue) desktop.wrong.push(`groundless: ${reminder.id} at ${now}`)
    for (const kind of ['due', 'overdue', 'red', 'alarm']) {
      const own = kind === 'due' ? key : key.replace('reminder.', `reminder.${kind}.`)
      if (reminder.keys.includes(own)) tell(desktop, `${kind} ${touchId} ${at}`, reminder.id, now)
    }
  }
}

/** Told under two ids is told twice; under one id again it replaces. */
function tell(desktop: Desktop, what: string, id: string, now: string): void {
  const known = desktop.told.get(what) ?? { ids: new Set(), at: now }
  known.ids.add(id)
  known.at = now
  desktop.told.set(what, known)
  if (known.ids.size > 1) desktop.wrong.push(`twice: ${what} at ${now} by ${[...known.ids].join(' and ')}`)
}
