import * as z from 'zod/mini'

/** Spans of local time by ISO weekday: the rep's working hours, and windows that differ by weekday. */

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))
export const span = z.tuple([clockTime, clockTime])

/** By ISO weekday (1 = Monday), local times, in order; a missing day has none. */
export const weekHours = z.partialRecord(z.enum(WEEKDAYS), z.array(span))
export type WeekHours = z.infer<typeof weekHours>
