import * as z from 'zod/mini'
import { paceOf, takenTime, withTime, type Pace, type TakenTime } from '#lib/domain/pace.ts'
import type { KeyValue } from '#lib/store/env.ts'

/** Notes how long a touch took. Two pages at the same moment may lose one: a median does not mind. */
export async function noteTime(kv: Pick<KeyValue, 'get' | 'set'>, time: TakenTime): Promise<void> {
  await kv.set({ [KEY]: withTime(await timesIn(kv), time) })
}

/** The rep's own median; null while too few touches were made. */
export async function readPace(kv: Pick<KeyValue, 'get' | 'set'>): Promise<Pace | null> {
  return paceOf(await timesIn(kv))
}

async function timesIn(kv: Pick<KeyValue, 'get' | 'set'>): Promise<TakenTime[]> {
  const stored = times.safeParse((await kv.get([KEY]))[KEY])
  return stored.success ? stored.data : []
}

const times = z.array(takenTime)
const KEY = 'pace.times'
