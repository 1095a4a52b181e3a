import type { Contact, Table } from '#lib/domain/records.ts'
import type { ContactId } from '#lib/domain/values.ts'
import type { Change } from '#lib/store/store.ts'
import { equalJson } from '#lib/store/json.ts'
import { TABLE_NAMES, type Row } from '#lib/store/rows.ts'
import { dumpOf } from './dump.ts'
import { Killed } from './kill.ts'
import { createMemoryServer, type MemoryServer } from './memory-server.ts'
import {
  contactIdOf,
  enrollmentIdOf,
  idOf,
  sampleContact,
  sampleEnrollment,
  sampleNote,
  sampleTouch,
  sourced,
} from './sample-records.ts'
import { uuidSource } from './store-env.ts'
import { createBrowser, type Browser, type SyncServer } from './sync-world.ts'

/**
 * Devices edit, sync, lose answers, are killed at any step, lose their database, have wrong clocks; the server may
 * be put back to a backup. In the end, when everything is well again, all show the same, and every edit of which the
 * store had said «saved» is there, save where another edit of the same field, or a deletion, stands over it.
 */
export interface ScheduleResult {
  seed: number
  edits: number
  exchanges: number
  kills: number
  losses: number
}

export interface ScheduleOptions {
  /** Which faults there may be: a restored server and a lost database do not come in one schedule (see sync.md). */
  actions?: number
  server?: SyncServer & { clock: { now: number } }
}

export async function runSchedule(seed: number, options: ScheduleOptions = {}): Promise<ScheduleResult> {
  const random = randomOf(seed)
  const memory = options.server ? null : createMemoryServer(uuidSource(1_000_000 + seed), { now: START })
  const server = options.server ?? memory
  if (!server) throw new Error('no server')
  const sim: Simulation = {
    random,
    server,
    memory: random() < 0.3 ? memory : null,
    backup: null,
    devices: [],
    truth: new Map(),
    counts: { edits: 0, kills: 0, losses: 0 },
    next: 1,
    twins: new Set(),
    gone: new Set(),
  }
  const devices = 2 + Math.floor(random() * 2)
  for (let n = 0; n < devices; n++) {
    const browser = await createBrowser(server, seed * 10 + n)
    browser.profile.clock.now = START + Math.round((random() - 0.5) * (sim.memory ? 2 * MINUTE : 4 * DAY))
    if (random() < 0.7) await browser.pair()
    sim.devices.push({ browser, n, groups: [] })
  }
  for (let step = 0; step < (options.actions ?? 25); step++) {
    const device = pick(random, sim.devices)
    // A context that was to die at a later step may do so while it only reads.
    await act(sim, device).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
      return restart(sim, device)
    })
  }
  await settleAll(sim)
  await compare(sim, seed)
  const exchanges = sim.devices.reduce((sum, { browser }) => sum + browser.line.requests, 0)
  for (const { browser } of sim.devices) browser.store.close()
  return { seed, exchanges, ...sim.counts }
}

interface Device {
  browser: Browser
  n: number
  groups: { group: string; key: string }[]
}

/** What may stand in a field that only one device writes: the last saved value, or one whose saving was cut off. */
interface Truth {
  allowed: Set<string>
  /** Somebody deleted it, or may have: then only agreement is asked for. */
  mayBeGone: boolean
}

interface Simulation {
  random: () => number
  server: SyncServer & { clock: { now: number } }
  /** Set when this schedule may put the server back; then no database is lost and clocks are about right (decision 0008). */
  memory: MemoryServer | null
  backup: unknown
  devices: Device[]
  truth: Map<string, Truth>
  counts: { edits: number; kills: number; losses: number }
  next: number
  /** Contacts that may be joined with another. */
  twins: Set<string>
  /** Records that somebody deleted, or may have. */
  gone: Set<string>
}

async function act(sim: Simulation, device: Device): Promise<void> {
  const { random } = sim
  device.browser.profile.clock.now += Math.floor(random() * 90_000)
  sim.server.clock.now += Math.floor(random() * 60_000)
  const roll = random()
  if (roll < 0.5) await edit(sim, device)
  else if (roll < 0.8) await exchange(sim, device)
  else if (roll < 0.88) await restart(sim, device)
  else if (roll < 0.92)
    device.browser.profile.clock.now += Math.round((random() - 0.5) * (sim.memory ? MINUTE : 2 * DAY))
  else if (roll < 0.95) await undo(sim, device)
  else if (roll < 0.97 && sim.memory && sim.backup === null) sim.backup = sim.memory.backup()
  else if (sim.memory && sim.backup !== null && random() < 0.4) sim.memory.restore(sim.backup)
  else await device.browser.pair().catch(() => undefined)
}

/** An edit that may be cut at any of its steps by a kill. */
async function edit(sim: Simulation, device: Device): Promise<void> {
  const { random } = sim
  const { browser } = device
  const made = await plan(sim, device)
  if (!made) return
  sim.counts.edits += 1
  const truth = sim.truth.get(made.key) ?? {
    allowed: new Set([await shown(browser, made.key)]),
    mayBeGone: false,
  }
  sim.truth.set(made.key, truth)
  if (random() < 0.25) await restart(sim, device, Math.floor(random() * 9))
  if (made.value === null || sim.twins.has(made.key.split('/')[1] ?? '')) truth.mayBeGone = true
  try {
    const { group } = await browser.store.commit(async () => ({ changes: made.changes, result: null }))
    if (made.value !== null) truth.allowed.clear()
    if (group) device.groups.push({ group, key: made.key })
  } catch {
    await restart(sim, device)
  }
  if (made.value !== null) truth.allowed.add(made.value)
}

async function plan(
  sim: Simulation,
  { browser, n }: Device,
): Promise<{ changes: Change[]; key: string; value: string | null } | null> {
  const { random } = sim
  const stamp = `${n}-${sim.next++}`
  const own = OWN[n % OWN.length] ?? 'zone'
  const { contacts } = await browser.store.searchContacts('', { limit: 6 })
  const known = contacts.length > 0 ? pick(random, contacts) : null
  const roll = random()
  if (!known || roll < 0.12) return madeContact(sim, own, stamp)
  const target = known.id
  if (roll < 0.45) {
    const f: Partial<Contact> = own === 'title' ? { title: sourced(stamp) } : { [own]: stamp }
    if (random() < 0.3) f.status = pick(random, ['working', 'engaged', 'qualified'] as const)
    return {
      changes: [{ t: 'contact', id: target, k: 'patch', f }],
      key: `contact/${target}/${own}`,
      value: JSON.stringify(f[own]),
    }
  }
  if (roll < 0.75) {
    const id = idOf(sim.next, 20 + n)
    const body = `note ${stamp}`
    const activity: Change[] =
      random() < 0.5 ? [{ t: 'contact', id: target, k: 'patch', f: { status: 'researching' } }] : []
    return {
      changes: [
        { t: 'note', id, k: 'put', f: sampleNote({ contactId: target as ContactId, body }) },
        ...activity,
      ],
      key: `note/${id}/body`,
      value: JSON.stringify(body),
    }
  }
  if (roll < 0.9) return touched(sim, browser, target, stamp)
  const key = `contact/${target}/`
  sim.gone.add(target)
  return { changes: [{ t: 'contact', id: target, k: 'del' }], key: `${key}gone`, value: null }
}

/** A new person; now and then one that somebody has saved already, on this device or another. */
function madeContact(
  sim: Simulation,
  own: (typeof OWN)[number],
  stamp: string,
): { changes: Change[]; key: string; value: string } {
  const id = contactIdOf(sim.next++)
  const isTwin = sim.random() < 0.3
  const slug = isTwin ? pick(sim.random, SHARED_SLUGS) : id
  const record = sampleContact({ slug: sourced(slug), [own]: own === 'title' ? sourced(stamp) : stamp })
  const key = `contact/${id}/${own}`
  // Of two that are joined one goes, and of each field one value stays.
  if (isTwin) sim.truth.set(key, { allowed: new Set(), mayBeGone: true })
  if (isTwin) sim.twins.add(id)
  return { changes: [{ t: 'contact', id, k: 'put', f: record }], key, value: JSON.stringify(record[own]) }
}

/** Two devices that do the same touch: one row, whoever was first. */
async function touched(
  sim: Simulation,
  browser: Browser,
  target: string,
  stamp: string,
): ReturnType<typeof plan> {
  const number = Number.parseInt(target.slice(-6), 16)
  const enrollment = enrollmentIdOf(number)
  const id = idOf(number * 10 + Math.floor(sim.random() * 3), 30)
  const state = pick(sim.random, ['done', 'snoozed', 'skipped'] as const)
  const known = await browser.store.get('enrollment', enrollment)
  const links = { contactId: contactIdOf(number), enrollmentId: enrollment }
  const dueAt = '2026-02-01T00:00:00.000Z'
  const outcome = state === 'done' ? 'sent' : null
  return {
    changes: [
      known
        ? { t: 'enrollment', id: enrollment, k: 'patch', f: { dueStepId: stamp } }
        : {
            t: 'enrollment',
            id: enrollment,
            k: 'put',
            f: sampleEnrollment({ contactId: links.contactId, dueAt }),
          },
      { t: 'touch', id, k: 'put', f: sampleTouch({ ...links, state, outcome, stepId: 's' }) },
    ],
    key: `touch/${id}/none`,
    value: null,
  }
}

async function exchange(sim: Simulation, { browser }: Device): Promise<void> {
  const { random } = sim
  browser.line.next = random() < 0.35 ? [pick(random, ['answer', 'request', 'twice'] as const)] : []
  const kills = random() < 0.2
  if (kills) await restartAt(sim, browser, 6 + Math.floor(random() * 40))
  await browser.sync().catch(() => undefined)
  if (kills) await restartAt(sim, browser, null)
}

async function restart(sim: Simulation, { browser }: Device, cut: number | null = null): Promise<void> {
  await restartAt(sim, browser, cut)
}

async function restartAt(sim: Simulation, browser: Browser, cut: number | null): Promise<void> {
  const losesDatabase = sim.memory === null && sim.random() < 0.15
  sim.counts.kills += 1
  if (losesDatabase) sim.counts.losses += 1
  await browser.restart({ losesDatabase })
  // The new context lives until a later step of its own.
  if (cut !== null) await browser.restart({ diesAfter: cut })
}

async function undo(sim: Simulation, device: Device): Promise<void> {
  const last = device.groups.pop()
  if (!last) return
  const truth = sim.truth.get(last.key)
  if (truth) truth.mayBeGone = true
  sim.gone.add(last.key.split('/')[1] ?? '')
  await device.browser.store.undo(last.group).catch(() => restart(sim, device))
}

async function settleAll(sim: Simulation): Promise<void> {
  for (const { browser } of sim.devices) {
    browser.line.next = []
    await browser.restart()
    await browser.pair()
  }
  for (let round = 0; round < 4; round++) for (const { browser } of sim.devices) await browser.settle()
}

async function compare(sim: Simulation, seed: number): Promise<void> {
  const views = await Promise.all(sim.devices.map(({ browser }) => viewOf(browser)))
  const [first] = views
  for (const [n, view] of views.entries()) {
    if (!first || equalJson(first, view)) continue
    const names = new Set([...Object.keys(first), ...Object.keys(view)])
    const differs = [...names].filter((name) => !equalJson(first[name], view[name]))
    throw new Error(
      `seed ${seed}: device ${n} differs from device 0 in ${differs.join()}: ${JSON.stringify(differs.map((name) => [first[name], view[name]]))}`,
    )
  }
  for (const { browser, n } of sim.devices) {
    const [waiting, rejected] = [await browser.store.pendingCount(), await browser.store.rejectedOps()]
    if (waiting > 0) throw new Error(`seed ${seed}: device ${n} still waits with ${waiting}`)
    if (rejected.length > 0)
      throw new Error(
        `seed ${seed}: device ${n} was refused ${JSON.stringify(rejected.map(({ op, code }) => [op.t, op.k, code]))}`,
      )
  }
  for (const [key, { allowed, mayBeGone }] of sim.truth) {
    const [t = '', id = '', field = ''] = key.split('/')
    const record = first?.[`${t}/${id}`] as Record<string, unknown> | undefined // a view holds records
    const value = textOf(record?.[field])
    if (!allowed.has(value) && !mayBeGone && !sim.gone.has(id))
      throw new Error(
        `seed ${seed}: a saved edit is lost: ${key} is ${value}, not ${[...allowed].join(' or ')}`,
      )
  }
}

/** What a field shows on this device before it is edited there for the first time. */
async function shown({ store }: Browser, key: string): Promise<string> {
  const [t = '', id = '', field = ''] = key.split('/')
  const record = await store.get(t as Table, id)
  return textOf((record as Record<string, unknown> | undefined)?.[field])
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? 'none'

/** Everything a device shows. */
async function viewOf({ profile }: Browser): Promise<Record<string, unknown>> {
  const dump = await dumpOf(profile)
  return Object.fromEntries(
    TABLE_NAMES.flatMap((t) =>
      ((dump[t] ?? []) as Row[]).flatMap((row) => (row.f ? [[`${t}/${row.id}`, row.f] as const] : [])),
    ),
  )
}

/** mulberry32: small, seeded, good enough to choose faults. */
export function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<V>(random: () => number, values: readonly V[]): V {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** Field of a contact that only the device of this number writes. */
const SHARED_SLUGS = ['shared-a', 'shared-b']
const OWN = ['zone', 'owner', 'title'] as const
const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 9)
