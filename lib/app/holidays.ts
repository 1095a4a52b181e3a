import * as z from 'zod/mini'
import type { DaySet, EpochDay } from '#lib/domain/cadence/calendar.ts'
import type { HolidaySource, PlaceSource } from './deps.ts'
import type { NoteStore } from './replan.ts'

/**
 * Public holidays for planning. Only pages can work them out; what they find is kept in extension storage for some
 * years ahead, so that the worker plans with it without the lists.
 */

const table = z.record(z.string(), z.object({ from: z.number(), to: z.number(), days: z.array(z.number()) }))
type Table = z.infer<typeof table>

/** The holidays that pages have worked out. */
export function holidaySource(kv: Pick<NoteStore, 'get'>): HolidaySource {
  return {
    get: async () => {
      const regions = Object.entries(await read(kv))
      return new Map(regions.map(([region, { days }]): [string, DaySet] => [region, new Set<EpochDay>(days)]))
    },
  }
}

/** Works out what is missing of these regions; true when anything was new. */
export async function keepHolidays(
  kv: NoteStore,
  places: Pick<PlaceSource, 'holidays'>,
  { regions, year }: { regions: readonly string[]; year: number },
): Promise<boolean> {
  const known = await read(kv)
  const missing = [...new Set(regions)].filter((region) => !((known[region]?.to ?? 0) >= year + AHEAD - 1))
  if (missing.length === 0) return false
  const found = await Promise.all(
    missing.map(async (region): Promise<[string, Table[string]]> => {
      const [from, to] = [year - 1, year + AHEAD]
      return [region, { from, to, days: await places.holidays(region, from, to) }]
    }),
  )
  await kv.set({ [KEY]: { ...(await read(kv)), ...Object.fromEntries(found) } })
  return true
}

async function read(kv: Pick<NoteStore, 'get'>): Promise<Table> {
  const parsed = table.safeParse((await kv.get([KEY]))[KEY])
  return parsed.success ? parsed.data : {}
}

const KEY = 'planning.holidays'
/** Years ahead that are kept: the longest delay of a cadence within reason. */
const AHEAD = 2
