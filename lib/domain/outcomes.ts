import * as z from 'zod/mini'
import { CHANNELS, channelOf, SIGNALS, STEP_TYPES, type Fact, type StepType } from './cadence/step.ts'
import { SENTIMENTS, TELEPHONY } from './outcome-axes.ts'
import { SHIPPED_OUTCOMES } from './outcome-table.ts'
import { BAD_DATA_REASONS, DISQUALIFICATION_REASONS, RECYCLE_REASONS } from './reasons.ts'
import { CONTACT_STATUSES, type ContactStatus, type FinishReason } from './records.ts'

/** A task or a call that comes by itself some business days after the outcome. */
const followUp = z.object({
  type: z.enum(['task', 'call']),
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  days: z.int().check(z.gte(0), z.lte(365)),
})
export type FollowUp = z.infer<typeof followUp>

/** What can come of a touch, as data: the shipped ones, and those the rep has changed or added in the settings. */
export const outcomeData = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  channel: z.enum(CHANNELS),
  /** The rep's own words; null = those below `outcomes.` for the id. */
  label: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  signal: z.enum(SIGNALS),
  /** What it does to the cadence. */
  effect: z.enum(['continue', 'end', 'pause']),
  /** Status of the contact afterwards; null = as it was. `working` never takes somebody back who is further along. */
  status: z.nullable(z.enum(CONTACT_STATUSES)),
  /** Reason of the status, an id of `reasons.ts`. */
  reason: z.nullable(z.enum([...RECYCLE_REASONS, ...BAD_DATA_REASONS, ...DISQUALIFICATION_REASONS])),
  /** What the line did; null for other channels. */
  telephony: z.nullable(z.enum(TELEPHONY)),
  /** How the person took it; null where nobody answered. */
  sentiment: z.nullable(z.enum(SENTIMENTS)),
  followUp: z.nullable(followUp),
  /** Step types it fits; null = all of the channel. */
  types: z.nullable(z.array(z.enum(STEP_TYPES))),
  /** What Done means without a choice. */
  isPlain: z.boolean(),
  /** A button of the touch; the others stand below «More». */
  front: z.boolean(),
  /** Not offered any more; what was recorded with it keeps its meaning. */
  off: z.boolean(),
})
export type OutcomeData = z.infer<typeof outcomeData>

export interface Outcome extends OutcomeData {
  /** How the enrollment ends; set exactly when `effect` is `end`. */
  finishReason: FinishReason | null
}
export type OutcomeId = (typeof SHIPPED_OUTCOMES)[number]['id']

/** The outcomes as the rep has them: shipped ones in their order, changed where the settings say so, then the rep's own. */
export function outcomesWith(edits: readonly OutcomeData[]): readonly Outcome[] {
  if (edits.length === 0) return OUTCOMES
  const changed = new Map(edits.map((data) => [data.id, data]))
  const own = edits.filter(({ id }) => outcomeOf(id) === null)
  return [...SHIPPED_OUTCOMES.map(({ id, ...rest }) => changed.get(id) ?? { id, ...rest }), ...own].map(
    (data) => ({ ...data, finishReason: finishReasonOf(data) }),
  )
}

/** The outcomes to offer for a step; the first nine have the keys 1 to 9, those in front before the others. */
export function outcomesFor(type: StepType, all: readonly Outcome[] = OUTCOMES): readonly Outcome[] {
  const fits = all.filter(
    ({ channel, types, off }) =>
      !off && channel === channelOf(type) && (types === null || types.includes(type)),
  )
  return [...fits.filter(({ front }) => front), ...fits.filter(({ front }) => !front)]
}

/** What Done records without a choice: mail sent, LinkedIn sent or done, task done. Null for a call, which is asked. */
export function plainOutcome(type: StepType): OutcomeId | null {
  const fits = OUTCOMES.find(
    ({ isPlain, channel, types }) =>
      isPlain && channel === channelOf(type) && (types === null || types.includes(type)),
  )
  return fits?.id ?? null
}

/** The shipped outcome of an id, or the one of `all`; null for one nobody knows (of a newer version, of another rep). */
export function outcomeOf(id: string): (Outcome & { id: OutcomeId }) | null
export function outcomeOf(id: string, all: readonly Outcome[]): Outcome | null
export function outcomeOf(id: string, all: readonly Outcome[] = OUTCOMES): Outcome | null {
  return all.find((outcome) => outcome.id === id) ?? null
}

/** The settings with one outcome changed or added; one that is as it was shipped needs no entry. */
export function withOutcome(edits: readonly OutcomeData[], data: OutcomeData): OutcomeData[] {
  const { finishReason: _, ...shipped } = outcomeOf(data.id) ?? { finishReason: null }
  const isShipped =
    'id' in shipped && Object.entries(shipped).every(([name, value]) => isEqual(data, name, value))
  const others = edits.filter(({ id }) => id !== data.id)
  return isShipped ? others : [...others, data]
}

function isEqual(data: OutcomeData, name: string, value: unknown): boolean {
  return JSON.stringify(Object.entries(data).find(([key]) => key === name)?.[1]) === JSON.stringify(value)
}

/** What an outcome tells about the person, for the conditions of later steps. */
export function factOf(id: string): Fact | null {
  if (id === 'linkedin_connected') return 'connected'
  return id === 'linkedin_seen' ? 'opened_thread' : null
}

/** What an outcome can be told beside itself: the last day of an absence, when to call back, or nothing. */
export function asksFor({ effect, followUp }: Pick<Outcome, 'effect' | 'followUp'>): 'away' | 'call' | null {
  if (effect === 'pause') return 'away'
  return followUp?.type === 'call' ? 'call' : null
}

/** Which reasons a status takes; empty for one that takes none. */
export function reasonsOf(status: ContactStatus | null): readonly NonNullable<OutcomeData['reason']>[] {
  if (status === 'nurture') return RECYCLE_REASONS
  if (status === 'disqualified') return DISQUALIFICATION_REASONS
  return status === 'bad_data' ? BAD_DATA_REASONS : []
}

type OutcomeProblem = 'no-name' | 'same-name' | 'no-reason' | 'no-text' | 'no-way-on'

/**
 * Why an edited outcome cannot be kept, or null. `words` gives the name that is shown. Nobody who is told goodbye
 * may be written to again by the same cadence, so a status that ends the work must end or pause the cadence.
 */
export function outcomeProblem(
  data: OutcomeData,
  others: readonly OutcomeData[],
  words: (outcome: OutcomeData) => string,
): OutcomeProblem | null {
  const name = words(data).trim().toLocaleLowerCase()
  if (name === '') return 'no-name'
  const alike = others.filter(({ id, channel, off }) => id !== data.id && channel === data.channel && !off)
  if (!data.off && alike.some((other) => mayMeet(other, data) && words(other).toLocaleLowerCase() === name))
    return 'same-name'
  const reasons = reasonsOf(data.status)
  if (reasons.length > 0 && !reasons.some((reason) => reason === data.reason)) return 'no-reason'
  if (data.followUp?.text.trim() === '') return 'no-text'
  return data.effect === 'continue' && data.status !== null && ENDING.has(data.status) ? 'no-way-on' : null
}

/** Two outcomes of one channel that some step offers both. */
function mayMeet(one: OutcomeData, other: OutcomeData): boolean {
  return one.types === null || other.types === null || one.types.some((type) => other.types?.includes(type))
}

function finishReasonOf({
  effect,
  status,
}: {
  effect: OutcomeData['effect']
  status: ContactStatus | null
}): FinishReason | null {
  if (effect !== 'end') return null
  return (status === null ? undefined : FINISHES[status]) ?? 'removed'
}

/** How an enrollment that ends is called by what became of the person. */
const FINISHES: Partial<Record<ContactStatus, FinishReason>> = {
  engaged: 'reply',
  meeting_set: 'meeting',
  qualified: 'qualified',
  nurture: 'nurture',
  disqualified: 'disqualified',
  bad_data: 'bounced',
  do_not_contact: 'opted_out',
}
const ENDING: ReadonlySet<ContactStatus> = new Set([
  'meeting_set',
  'qualified',
  'nurture',
  'disqualified',
  'bad_data',
  'do_not_contact',
])

// Below what it is made with.
/** The shipped outcomes. */
export const OUTCOMES: readonly (Outcome & { id: OutcomeId })[] = SHIPPED_OUTCOMES.map((data) => ({
  ...data,
  finishReason: finishReasonOf(data),
}))
