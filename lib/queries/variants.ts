import { useQuery } from '@tanstack/react-query'
import type { Step } from '#lib/domain/cadence/step.ts'
import { variantIds } from '#lib/domain/variant.ts'
import { useBaton } from './context.tsx'

/** How often each text of a step was used and answered; nothing is read without a step. */
export function useVariantCounts(step: Pick<Step, 'id' | 'variants'> | null) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['variants', step?.id, step && variantIds(step).join()],
    queryFn: async () =>
      step === null ? [] : (await import('#lib/app/variants.ts')).variantCounts(deps, step),
    enabled: step !== null,
    placeholderData: (previous) => previous,
    meta: { tables: ['touch'] },
  })
}
