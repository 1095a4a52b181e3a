import { CHANNELS, type Channel, type StepType } from './cadence/step.ts'
import type { Instant } from './values.ts'

/** What is overdue, in groups that can be dealt with at once. */

export interface BacklogItem {
  enrollmentId: string
  contactId: string
  cadenceId: string
  cadenceName: string
  stepId: string
  type: StepType
  channel: Channel
  dueAt: Instant
  /** Calendar days of the rep since the day it was due, at least 1. */
  days: number
}

export const GROUPINGS = ['cadence', 'channel', 'age'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Up to how many days each age goes; the last has no end. */
export const AGES = [1, 3, 7, 14, 30, Infinity] as const

export interface BacklogGroup {
  /** Id of the cadence, the channel, or the index of the age. */
  id: string
  items: BacklogItem[]
}

/** The groups that hold anything: cadences by size, channels in their order, ages from the youngest; items oldest first. */
export function backlogGroups(items: readonly BacklogItem[], by: Grouping): BacklogGroup[] {
  const keyOf = {
    cadence: ({ cadenceId }: BacklogItem) => cadenceId,
    channel: ({ channel }: BacklogItem) => channel,
    age: ({ days }: BacklogItem) => String(AGES.findIndex((most) => days <= most)),
  }[by]
  const groups = [...Map.groupBy(items, keyOf)].map(([id, all]): BacklogGroup => ({
    id,
    items: all.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0)),
  }))
  if (by === 'cadence')
    return groups.sort((a, b) => b.items.length - a.items.length || (a.id < b.id ? -1 : 1))
  const order: readonly string[] = by === 'channel' ? CHANNELS : AGES.map((_, index) => String(index))
  return groups.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}
