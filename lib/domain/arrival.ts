import type { Contact, Enrollment } from './records.ts'
import type { Instant } from './values.ts'

/**
 * When a lead came to the rep: what `from: arrival` and the SLA timers count from.
 *
 *   I1  Typed or written in a file as day and time of the rep's zone, or with an offset; a time that a clock change
 *       leaves out moves on by the change, one that comes twice is the first. What is still to come is refused, and so
 *       is what is no date. A day alone is its beginning. Of a date with slashes only one that begins with the year is understood: `4/5` is not
 *       guessed.
 *   I2  Whoever has arrived is inbound. Of two arrivals the later one counts.
 *   I3  A run counts from the arrival it began with: the one that was given, else the known one, if no earlier run has
 *       begun since. Without one it counts from its own beginning.
 */

export type TypedArrival = { kind: 'at'; at: Instant } | { kind: 'refused'; reason: 'no-date' | 'future' }

/** The rep's clock. */
export interface RepClock {
  now: Instant
  /** IANA zone. */
  zone: string
}

/** I1. */
export function typedArrival(text: string, { now, zone }: RepClock): TypedArrival {
  const at = instantIn(text.trim(), zone)
  if (at === null) return { kind: 'refused', reason: 'no-date' }
  return Temporal.Instant.compare(at, Temporal.Instant.from(now)) > 0
    ? { kind: 'refused', reason: 'future' }
    : { kind: 'at', at: at.toString({ smallestUnit: 'millisecond' }) }
}

/** As a field for day and time holds it: `2026-11-24T09:30`, in the rep's zone, whole minutes. */
export function arrivalText(at: Instant, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** I2: what an arrival changes in the contact; empty when it is known, or a later one is. */
export function arrivedPatch(
  contact: Pick<Contact, 'leadSource' | 'arrivedAt'>,
  at: Instant | null | undefined,
): Partial<Contact> {
  if (!at) return {}
  const known = contact.arrivedAt ?? null
  return {
    ...(contact.leadSource !== 'inbound' && { leadSource: 'inbound' as const }),
    ...((known === null || at > known) && { arrivedAt: at }),
  }
}

/** I3: the known arrival that no run has counted from yet; null when there is none. */
export function openArrival(
  { leadSource, arrivedAt }: Pick<Contact, 'leadSource' | 'arrivedAt'>,
  earlier: readonly Pick<Enrollment, 'startedAt'>[],
): Instant | null {
  if (leadSource !== 'inbound' || !arrivedAt) return null
  return earlier.every(({ startedAt }) => startedAt < arrivedAt) ? arrivedAt : null
}

/** I3: what the run counts an arrival from. */
export function arrivalOf({ arrivedAt, startedAt }: Pick<Enrollment, 'arrivedAt' | 'startedAt'>): Instant {
  return arrivedAt ?? startedAt
}

function instantIn(text: string, zone: string): Temporal.Instant | null {
  const iso = text
    .replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, '$3-$2-$1')
    .replace(/^(\d{4})\/(\d{1,2})\//, '$1-$2-')
  const parts = ISO.exec(iso)
  if (parts === null) return null
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00', offset] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const plain = `${date}T${hour.padStart(2, '0')}:${minute}:${second}`
  try {
    return offset === undefined
      ? Temporal.PlainDateTime.from(plain).toZonedDateTime(zone).toInstant()
      : Temporal.Instant.from(plain + offset.toUpperCase())
  } catch {
    return null // such as 30 February
  }
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|,?\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i
