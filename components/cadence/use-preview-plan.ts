import { useMemo } from 'react'
import { useNow } from '#lib/queries/now.ts'
import { useSettings } from '#lib/queries/settings.ts'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { schedule, type PlannedTouch } from '#lib/domain/cadence/plan.ts'
import type { Step } from '#lib/domain/cadence/step.ts'

/** The dates the steps would have for somebody who is added now, in the rep's own zone and hours. */
export function usePreviewPlan(steps: readonly Step[]): PlannedTouch[] {
  const now = useNow()
  const settings = useSettings().data
  return useMemo(() => {
    if (settings === undefined) return []
    return schedule({
      cadence: { steps: steps.map(withDelay) },
      enrollment: { state: 'active', startedAt: now, cycle: 0, finishReason: null },
      touches: [],
      calendar: calendarFor(settings, Temporal.Now.timeZoneId(), null),
      now,
    })
  }, [steps, settings, now])
}

/** While a number is being typed it may be none: then the step stands on the day of the one before. */
function withDelay(step: Step): Step {
  const { value } = step.delay
  const isDelay = Number.isInteger(value) && value >= 0 && value <= 3650
  return isDelay ? step : { ...step, delay: { ...step.delay, value: 0 } }
}
