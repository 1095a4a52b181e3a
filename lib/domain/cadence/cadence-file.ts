import * as z from 'zod/mini'
import type { Cadence } from '../records.ts'
import { step, type Step } from './step.ts'

const FORMAT = 'baton.cadence'

/**
 * A cadence as a file that can be given away: `{ format, version, name, stopsAccount?, steps }`, no ids of records,
 * nobody's name.
 * JSON schema: `docs/schema/cadence-file.json`. Version 1; a later one says so and is refused, never half understood.
 */
export const cadenceFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Any reply from the same company ends it; absent = no. */
  stopsAccount: z.optional(z.boolean()),
  steps: z.array(step).check(z.minLength(1), z.maxLength(60)),
})

export type CadenceFileRead =
  | { kind: 'cadence'; name: string; steps: Step[]; stopsAccount: boolean }
  /** `at`: the place in the file, such as `steps[2].delay.unit`; empty = the whole of it. */
  | { kind: 'refused'; reason: 'noJson' | 'noCadence' | 'newer' | 'sameIds'; at: string }
  | { kind: 'refused'; reason: 'wrong'; at: string; need: Need }

/** What should stand there; `value` names it where words alone do not. */
export interface Need {
  kind: 'oneOf' | 'type' | 'least' | 'most' | 'later' | 'other'
  value: string
}

/** The text of the file. */
export function cadenceFileText({
  name,
  steps,
  stopsAccount,
}: Pick<Cadence, 'name' | 'stopsAccount'> & { steps: readonly Step[] }): string {
  const rules = stopsAccount === true ? { stopsAccount } : {}
  return `${JSON.stringify({ format: FORMAT, version: 1, name, ...rules, steps }, null, 2)}\n`
}

/** Reads such a file; what is not one is refused with the place and the reason, and nothing of it is taken. */
export function readCadenceFile(text: string): CadenceFileRead {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'refused', reason: 'noJson', at: '' }
  }
  const head = z.safeParse(z.object({ format: z.literal(FORMAT), version: z.number() }), given)
  if (!head.success) return { kind: 'refused', reason: 'noCadence', at: '' }
  if (head.data.version > 1) return { kind: 'refused', reason: 'newer', at: 'version' }
  const parsed = cadenceFile.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = issue?.path ?? []
    const at = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
    return { kind: 'refused', reason: 'wrong', at: at.replace(/^\./, ''), need: needOf(issue) }
  }
  const { name, steps, stopsAccount = false } = parsed.data
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return { kind: 'refused', reason: 'sameIds', at: 'steps' }
  for (const [index, { window: times }] of steps.entries()) {
    if (times === undefined || times.from < times.to) continue
    const need = { kind: 'later' as const, value: times.from }
    return { kind: 'refused', reason: 'wrong', at: `steps[${index}].window.to`, need }
  }
  return { kind: 'cadence', name, steps, stopsAccount }
}

function needOf(issue: z.core.$ZodIssue | undefined): Need {
  switch (issue?.code) {
    case 'invalid_value':
      return { kind: 'oneOf', value: issue.values.map(String).join(', ') }
    case 'invalid_type':
      return { kind: 'type', value: issue.expected }
    case 'too_small':
      return { kind: 'least', value: String(issue.minimum) }
    case 'too_big':
      return { kind: 'most', value: String(issue.maximum) }
    default:
      return { kind: 'other', value: '' }
  }
}
