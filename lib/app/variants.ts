import type { Step } from '#lib/domain/cadence/step.ts'
import { countVariants, type VariantCount } from '#lib/domain/variant.ts'
import type { Deps } from './deps.ts'

/** How often each text of the step was used and answered, in the last half year. */
export async function variantCounts(
  deps: Deps,
  step: Pick<Step, 'id' | 'variants'>,
): Promise<VariantCount[]> {
  const since = new Date(Date.parse(deps.clock.now()) - HALF_YEAR_MS).toISOString()
  return countVariants(step, await deps.store.touchesSince(since, MOST_TOUCHES))
}

const HALF_YEAR_MS = 183 * 86_400_000
const MOST_TOUCHES = 30_000
