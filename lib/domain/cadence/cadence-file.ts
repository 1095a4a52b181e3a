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
  | { kind: 'refused'; reason: 'noJson' | 'noCadence' | 'newer' | 'sameIds' | 'wrong'; at: string }

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
    const path = parsed.error.issues[0]?.path ?? []
    const at = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
    return { kind: 'refused', reason: 'wrong', at: at.replace(/^\./, '') }
  }
  const { name, steps, stopsAccount = false } = parsed.data
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return { kind: 'refused', reason: 'sameIds', at: 'steps' }
  return { kind: 'cadence', name, steps, stopsAccount }
}
