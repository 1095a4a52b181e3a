import * as z from 'zod/mini'
import { instant, type Instant } from '#lib/domain/values.ts'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import type { Deps } from './deps.ts'
import { thisMoment } from './planning.ts'
import type { NoteStore } from './replan.ts'
import { dayBounds } from './today-view.ts'

/**
 * Looks at everything only when there can be something new: a record, a setting, the zone, the day, or an instant that
 * the last look waited for. Between, a wake costs one small read, whatever is stored.
 *
 * `look` resolves to the instants after the one it is given at which it wants to look again. `notes` must end when what
 * it has shown ends: with the browser. A look that fails is carried out again.
 */
export async function lookForNews(
  deps: Deps,
  notes: NoteStore,
  look: (now: Instant) => Promise<readonly (Instant | null)[]>,
): Promise<void> {
  // Read first: what changes while it looks is news to the next one.
  const version = await deps.store.version()
  const moment = await thisMoment(deps)
  const { now, settings, machineZone } = moment
  const print = JSON.stringify([version, settings, machineZone])
  const last = noted.safeParse((await notes.get([NOTE]))[NOTE])
  if (last.success && last.data.print === print && last.data.from <= now && now < last.data.until) return
  const { end } = dayBounds(moment, calendarFor(settings, machineZone, null))
  const wanted = await look(now)
  const until = wanted.reduce<Instant>(
    (first, at) => (at !== null && at > now && at < first ? at : first),
    end,
  )
  await notes.set({ [NOTE]: { print, from: now, until } })
}

const noted = z.object({ print: z.string(), from: instant, until: instant })
const NOTE = 'wake.look'
