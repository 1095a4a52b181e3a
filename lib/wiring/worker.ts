import { i18n } from '#i18n'
import { addFromTab, answerOpenPress, type PressAnswer, type PressPorts } from '#lib/app/add-from-tab.ts'
import { snoozeReminder, touchBehind } from '#lib/app/remind.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { timeBrings, type WakePorts } from '#lib/app/wake.ts'
import { plainOutcome } from '#lib/domain/outcomes.ts'
import { keepHeartbeat, NEXT_DUE, SYNC_AGAIN, wakeAt } from '#lib/platform/alarms.ts'
import { showBadge } from '#lib/platform/badge.ts'
import { clearNotification, showNotification } from '#lib/platform/notifications.ts'
import { tellPanel } from '#lib/platform/panel.ts'
import { forgetPress, lastPress, notePress } from '#lib/platform/press.ts'
import { extensionKv, sessionNotes } from '#lib/platform/store-env.ts'
import { readAnyTab, siteOfUrl } from '#lib/platform/tab-ports.ts'
import { syncOnce } from '#lib/sync/engine.ts'
import { keptWriting } from '#lib/app/kept-writing.ts'
import { dueStep } from '#lib/app/planning.ts'
import { openDeps, type RealDeps } from './deps.ts'
import { reminderWords } from './reminder-words.ts'
import { syncDeps } from './sync.ts'

/** The worker's acts. Each opens what it needs and may be cut off anywhere; the next wake goes on from storage. */
export interface WorkerActs {
  /** Everything time brings: returns, reminders, badge, alarm, and a sync. */
  wake(): Promise<void>
  /** What a change of records brings: the same, with the sync soon after. */
  changed(): Promise<void>
  syncNow(): Promise<void>
  add(tab: { id?: number | undefined; url?: string | undefined } | undefined): Promise<void>
  /** The first button of a notification whose touch can be recorded without a choice. */
  done(notificationId: string): Promise<void>
  snooze(notificationId: string): Promise<void>
  /** Leaves the touch of a pressed notification to the panel that is opening. */
  show(notificationId: string): Promise<void>
}

export function workerActs(): WorkerActs {
  let opened: Promise<RealDeps> | null = null
  const open = (): Promise<RealDeps> => {
    opened ??= openDeps().catch((error: unknown) => {
      opened = null // The next event tries again.
      throw error
    })
    return opened
  }
  const withDeps = async (act: (deps: RealDeps) => Promise<void>): Promise<void> => act(await open())
  return {
    wake: () =>
      withDeps(async (deps) => {
        await answerPress(deps)
        await refresh(deps)
        await sync(deps, false)
        await freshen(deps)
      }),
    changed: () =>
      withDeps(async (deps) => {
        await refresh(deps)
        await sync(deps, false)
      }),
    syncNow: () => withDeps((deps) => sync(deps, true)),
    add: (tab) => withDeps((deps) => add(deps, tab)),
    done: (id) => withDeps((deps) => recordDone(deps, id)),
    snooze: (id) => withDeps((deps) => snoozeOne(deps, id)),
    show: (id) => withDeps((deps) => showTouch(deps, id)),
  }
}

/** What time and records bring. One at a time: two at once would claim the same touch. */
async function refresh(deps: RealDeps): Promise<void> {
  await navigator.locks.request('baton.refresh', () => timeBrings(deps, wakePorts))
}

/**
 * Exchanges until nothing waits. A run ends after 20 s and names when to come back: at once it goes on here, as long
 * as one event may last; later, as after a failure, an alarm brings it back.
 */
async function sync(deps: RealDeps, now: boolean): Promise<void> {
  for (let run = 0; run < MOST_RUNS; run++) {
    const outcome = await syncOnce(syncDeps(deps), { now: now && run === 0 })
    if (outcome.kind === 'busy') return // Another context is at it and comes back itself.
    const again = outcome.kind === 'again' ? outcome.at : null
    const isSoon = again !== null && again <= Date.now()
    if (!isSoon || run === MOST_RUNS - 1) await wakeAt(SYNC_AGAIN, again)
    if (outcome.kind === 'done' || isSoon) await refresh(deps)
    if (!isSoon) return
  }
}

/** After an update: index entries follow the rules of this version, some thousand rows at a wake. */
async function freshen(deps: RealDeps): Promise<void> {
  for (let share = 0; share < MOST_SHARES; share++) if (await deps.store.freshenIndexes()) return
}

async function add(
  deps: RealDeps,
  tab: { id?: number | undefined; url?: string | undefined } | undefined,
): Promise<void> {
  if (tab?.id === undefined) return
  const { code, facts, group, route } = await addFromTab(deps, pressPorts, { id: tab.id, url: tab.url })
  await tell({ code, facts, group, route })
  await refresh(deps)
  await sync(deps, false)
}

async function answerPress(deps: RealDeps): Promise<void> {
  const open = await answerOpenPress(deps, pressPorts)
  if (open) await tell(open)
}

function tell({ route, code, facts, group }: PressAnswer): Promise<void> {
  return tellPanel({ route, notice: { code, facts, group } })
}

async function recordDone(deps: RealDeps, notificationId: string): Promise<void> {
  const touch = await touchBehind(deps, notificationId)
  const step = touch && (await dueStep(deps.store, touch.enrollmentId))
  const outcome = step && plainOutcome(step.type)
  if (touch && outcome) {
    const written = await keptWriting(deps, extensionKv, touch)
    await completeTouch(deps, { ...touch, outcome, written })
  }
  await clearNotification(notificationId)
  await refresh(deps)
  await sync(deps, false)
}

async function snoozeOne(deps: RealDeps, notificationId: string): Promise<void> {
  await snoozeReminder(deps, extensionKv, notificationId)
  await clearNotification(notificationId)
  await refresh(deps)
  await sync(deps, false)
}

async function showTouch(deps: RealDeps, notificationId: string): Promise<void> {
  const touch = await touchBehind(deps, notificationId)
  await tellPanel({ route: touch ? `/touch/${touch.enrollmentId}` : '/today', notice: null })
}

const wakePorts: WakePorts = {
  kv: extensionKv,
  session: sessionNotes,
  show: (reminder, { snoozeMinutes }) => showNotification(reminderWords(reminder, snoozeMinutes)),
  clear: clearNotification,
  showBadge: ({ count, tone }) => {
    const title = tone === 'none' ? i18n.t('actionTitle') : i18n.t(`badge.${tone}`, count)
    return showBadge({ count, isRed: tone === 'overdue' || tone === 'waiting', title })
  },
  wakeAt: async (at) => {
    await wakeAt(NEXT_DUE, at === null ? null : Date.parse(at))
    await keepHeartbeat()
  },
}

const pressPorts: PressPorts = {
  read: readAnyTab,
  siteOf: siteOfUrl,
  ticks: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  notePress,
  forgetPress,
  lastPress,
}

/** Each at most 20 s; Chrome ends an event after five minutes. */
const MOST_SHARES = 20
const MOST_RUNS = 10
