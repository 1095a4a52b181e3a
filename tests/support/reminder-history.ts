import { saveCadence } from '#lib/app/cadence-edit.ts'
import { addToCadence, pauseCadence, removeFromCadence, resumeCadence } from '#lib/app/enroll.ts'
import { setDoNotContact } from '#lib/app/people.ts'
import { completeTouch, skipTouch, snoozeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { timeBrings } from '#lib/app/wake.ts'
import { plainOutcome } from '#lib/domain/outcomes.ts'
import { DEFAULT_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import { diceOf, type Dice } from '#tests/readers/support/dice.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from './app-world.ts'
import { createDesktop, type Desktop } from './reminder-desktop.ts'
import { dueNow, isQuiet, missedBy } from './reminder-oracle.ts'
import { createProfile } from './store-env.ts'

/**
 * One life of a rep with Baton, drawn from a seed: people are added, touches done, skipped, snoozed and undone,
 * cadences edited, pauses begun and ended, hours and zones and the clock changed, the machine sleeps, the worker is
 * killed between any two acts, the browser restarts. After every wake that came to its end a naive oracle looks
 * through the whole store.
 */
export interface HistoryReport {
  seed: number
  wakes: number
  kills: number
  restarts: number
  /** Touches that were due at a wake, each due instant counted once. */
  due: number
  /** What is wrong: a lost, doubled or groundless reminder. */
  wrong: string[]
}

interface Life {
  world: AppWorld
  dice: Dice
  desktop: Desktop
  settings: Settings
  zone: string
  people: { contactId: string; enrollmentId: string }[]
  groups: string[]
  report: HistoryReport
  dues: Set<string>
}

async function liveHistory(seed: number, steps: number): Promise<HistoryReport> {
  const world = await appWorld(createProfile({ now: Date.parse(TUESDAY), seed }))
  const life: Life = {
    world, dice: diceOf(seed), desktop: createDesktop(), settings: DEFAULT_SETTINGS, zone: 'Europe/Lisbon',
    people: [], groups: [], dues: new Set(), report: { seed, wakes: 0, kills: 0, restarts: 0, due: 0, wrong: [] },
  } // oxfmt-ignore
  for (let first = 0; first < 3; first++) await add(life)
  for (let step = 0; step < steps; step++) {
    const happens = life.dice.pick(EVENTS)
    await happens(life)
    if (life.dice.next() < 0.5) await pass(1, 900)(life)
    const roll = life.dice.next()
    if (roll < 0.55) await wake(life)
    else if (roll < 0.75) await killedWake(life)
    else if (roll < 0.85) await restart(life)
  }
  await wake(life)
  life.world.store.close()
  return { ...life.report, due: life.dues.size }
}

async function wake(life: Life): Promise<void> {
  await run(life, Number.POSITIVE_INFINITY)
  const { world, desktop, settings, report } = life
  report.wakes += 1
  const now = world.clock.now()
  if (!settings.notifications || isQuiet(settings, life.zone, now)) return
  const due = await dueNow(world.store, now)
  for (const { touchId, at } of due) life.dues.add(`${touchId} ${at}`)
  report.wrong.push(...missedBy(desktop, due).map((what) => `lost: ${what} at ${now}`))
}

async function killedWake(life: Life): Promise<void> {
  life.report.kills += 1
  await run(life, life.dice.below(11)).catch(() => undefined)
  await reopen(life)
}

async function restart(life: Life): Promise<void> {
  life.report.restarts += 1
  life.desktop.session.entries.clear()
  await reopen(life)
  await wake(life)
}

async function reopen(life: Life): Promise<void> {
  life.world = await life.world.reopened()
  life.world.zoneIs(life.zone)
  await life.world.settings.set(life.settings)
}

async function run({ world, desktop, report }: Life, livesFor: number): Promise<void> {
  const told = desktop.ports(world, livesFor)
  await timeBrings(world, told).finally(() => report.wrong.push(...desktop.wrong.splice(0)))
}

const add = async (life: Life): Promise<void> => {
  if (life.people.length >= MOST_PEOPLE) return
  const slug = `person-${String(life.people.length)}`
  const { group, result } = await addToCadence(life.world, {
    person: readPerson(slug, { name: slug, memberId: slug }),
    cadenceId: life.dice.pick((await life.world.store.cadences()).map(({ id }) => id)),
  })
  if (result.kind !== 'added') return
  life.people.push(result)
  if (group !== null) life.groups.push(group)
  if (life.dice.next() < 0.3)
    await life.world.store.commit(() =>
      Promise.resolve({ changes: [{ t: 'contact', id: result.contactId, k: 'patch', f: { leadSource: 'inbound' } }], result: null }),
    ) // oxfmt-ignore
}

/** Does something to the next touch of somebody. */
const touch =
  (what: 'done' | 'skip' | 'snooze') =>
  async (life: Life): Promise<void> => {
    const { world, dice } = life
    const enrollmentId = dice.pick([...life.people.map((one) => one.enrollmentId), ''])
    const enrollment = await world.store.get('enrollment', enrollmentId)
    const cadence = enrollment && (await world.store.get('cadence', enrollment.cadenceId))
    const step = cadence?.steps.find(({ id }) => id === enrollment?.dueStepId)
    if (!step) return
    const ref = { enrollmentId, stepId: step.id }
    const until = new Date(world.profile.clock.now + (1 + dice.below(4_000)) * MINUTE).toISOString()
    const outcome =
      dice.next() < 0.05 ? ('email_replied' as const) : (plainOutcome(step.type) ?? 'call_no_answer')
    const { group } =
      what === 'done'
        ? await completeTouch(world, { ...ref, outcome })
        : what === 'skip'
          ? await skipTouch(world, { ...ref, reason: 'not_connected' })
          : await snoozeTouch(world, { ...ref, until })
    if (group !== null) life.groups.push(group)
  }

const person =
  (act: (life: Life, one: Life['people'][number]) => Promise<{ group: string | null }>) =>
  async (life: Life): Promise<void> => {
    if (life.people.length === 0) return
    const { group } = await act(life, life.dice.pick(life.people))
    if (group !== null) life.groups.push(group)
  }

const undo = async (life: Life): Promise<void> => {
  const group = life.groups.pop()
  if (group !== undefined) await undoGroup(life.world, { group })
}

const editCadence = async ({ world, dice }: Life): Promise<void> => {
  const cadence = dice.pick(await world.store.cadences())
  const steps = cadence.steps.map((step) =>
    dice.next() < 0.3 ? { ...step, delay: { ...step.delay, value: dice.below(4) } } : step,
  )
  if (dice.next() < 0.3 && steps.length > 2) steps.splice(dice.below(steps.length), 1)
  await saveCadence(world, { kv: world.profile.kv }, { cadence: { ...cadence, steps } })
}

const change =
  (patchOf: (dice: Dice) => Partial<Settings>) =>
  async (life: Life): Promise<void> => {
    life.settings = { ...life.settings, ...patchOf(life.dice) }
    await life.world.settings.set(life.settings)
  }

const moveZone = (life: Life): Promise<void> => {
  life.zone = life.dice.pick(['Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])
  life.world.zoneIs(life.zone)
  return Promise.resolve()
}

const pass =
  (least: number, most: number) =>
  ({ world, dice }: Life): Promise<void> => {
    world.profile.clock.now += (least + dice.below(most - least)) * MINUTE
    return Promise.resolve()
  }

const MINUTE = 60_000
const MOST_PEOPLE = 5
const LONG = ['08:00', '20:00'] as [string, string]
const WEEK = { '1': [LONG], '2': [LONG], '3': [LONG], '4': [LONG], '5': [LONG] }

/** Repeated where it happens more often. */
const EVENTS: readonly ((life: Life) => Promise<void>)[] = [
  add, touch('done'), touch('done'), touch('done'), touch('done'), touch('done'), touch('done'), touch('skip'), touch('snooze'), touch('snooze'),
  person(({ world }, { enrollmentId }) => pauseCadence(world, { enrollmentId })),
  person(({ world }, { enrollmentId }) => resumeCadence(world, { enrollmentId })),
  person(({ world }, { enrollmentId }) => resumeCadence(world, { enrollmentId })),
  person(({ world }, { enrollmentId }) => removeFromCadence(world, { enrollmentId })),
  person(({ world, dice }, { contactId }) => setDoNotContact(world, { contactId, on: dice.next() < 0.3 })),
  undo, undo, editCadence, moveZone,
  change((dice) => ({ hours: dice.pick([DEFAULT_SETTINGS.hours, WEEK]) })),
  change((dice) => ({ quietHours: dice.pick([null, ['20:00', '07:00'], ['12:00', '13:30']]) })),
  change((dice) => ({ notifyStyle: dice.pick(['each', 'together']), digest: dice.next() < 0.6 })),
  change((dice) => ({ escalate: dice.next() < 0.5, notifications: dice.next() < 0.8 })),
  pass(1, 90), pass(1, 90), pass(60, 600), pass(60, 600), pass(60, 600), pass(600, 3_000), pass(600, 3_000), pass(-90, 0), pass(-4_000, -90),
] // oxfmt-ignore

/** `count` histories from the seed on, a few at a time: each waits for its own storage. */
export async function historyCampaign({ seed, count }: { seed: number; count: number }) {
  const sum = {
    seeds: `${String(seed)} to ${String(seed + count - 1)}`,
    wakes: 0,
    kills: 0,
    restarts: 0,
    due: 0,
  }
  const wrong: string[] = []
  const seeds = Array.from({ length: count }, (_, n) => seed + n)
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = seeds.slice(from, from + AT_ONCE)
    for (const report of await Promise.all(some.map((one) => liveHistory(one, STEPS)))) {
      for (const name of ['wakes', 'kills', 'restarts', 'due'] as const) sum[name] += report[name]
      wrong.push(...report.wrong.map((what) => `seed ${String(report.seed)}: ${what}`))
    }
  }
  return { ...sum, wrong }
}

const STEPS = 10
const AT_ONCE = 8
