import { addToCadence } from '#lib/app/enroll.ts'
import { completeTouch, snoozeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import { plainOutcome } from '#lib/domain/outcomes.ts'
import type { ReminderMark, ReminderMarks } from '#lib/domain/reminder-keys.ts'
import { openDeps } from '#lib/wiring/deps.ts'

/** Runs in a page of the extension: the rep's acts for `reminder-kills.ts`, over the real store. */

export interface DueKey {
  touchId: string
  /** Keys under which it may have been told of: its own, and those of earlier instants. */
  keys: string[]
}

const life = {
  async add(count: number): Promise<number> {
    const deps = await openDeps()
    const [cadence] = await deps.store.cadences()
    for (let n = 0; n < count; n++) {
      const slug = `kill-${deps.ids.next()}`
      const at = deps.clock.now()
      const url = `https://www.linkedin.com/in/${slug}/`
      const row = { name: `Person ${slug.slice(-6)}`, slug, memberId: '', headline: null, location: '', degree: '', anonymous: false } // oxfmt-ignore
      await addToCadence(deps, {
        person: { from: 'row', row, url, at, practice: true },
        cadenceId: cadence?.id ?? '',
      })
      tell()
    }
    return count
  },

  /** Something happens to one of the touches that are due. */
  async touch(what: 'done' | 'snooze' | 'undo', place: number): Promise<void> {
    const deps = await openDeps()
    if (what === 'undo') {
      const group = groups.pop()
      if (group !== undefined) await undoGroup(deps, { group })
      return tell()
    }
    const due = await deps.store.dueEnrollments(deps.clock.now(), 1_000)
    const enrollment = due[Math.floor(place * due.length)]
    const cadence = enrollment && (await deps.store.get('cadence', enrollment.cadenceId))
    const step = cadence?.steps.find(({ id }) => id === enrollment?.dueStepId)
    if (!enrollment || !step) return
    const touch = { enrollmentId: enrollment.id, stepId: step.id }
    const until = new Date(Date.now() + 500 + place * 4_000).toISOString()
    const { group } =
      what === 'done'
        ? await completeTouch(deps, { ...touch, outcome: plainOutcome(step.type) ?? 'call_no_answer' })
        : await snoozeTouch(deps, { ...touch, until })
    if (group !== null) groups.push(group)
    tell()
  },

  async due(): Promise<DueKey[]> {
    const deps = await openDeps()
    const keys = Object.keys(await life.marks())
    const due = await deps.store.dueEnrollments(deps.clock.now(), 5_000)
    return due.map(({ id, dueStepId, cycle, dueAt }) => {
      const touchId = touchIdOf(id, dueStepId ?? '', cycle)
      const own = `reminder.${touchId}.${dueAt ?? ''}`
      return { touchId, keys: keys.includes(own) ? [own] : [] }
    })
  },

  async marks(): Promise<ReminderMarks> {
    const stored = Object.entries(await chrome.storage.local.get()).filter(([key]) =>
      key.startsWith('reminder.'),
    )
    return Object.fromEntries(stored) as Record<string, ReminderMark> // written by `remind.ts`
  },
}

const groups: string[] = []

function tell(): void {
  void chrome.runtime.sendMessage({ type: 'panel→worker changed' }).catch(() => undefined)
}

declare global {
  var batonLife: typeof life
}
globalThis.batonLife = life
