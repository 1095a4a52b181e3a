import type { StepType } from '#lib/domain/cadence/step.ts'
import type { Sentiment } from '#lib/domain/outcome-axes.ts'
import type { Outcome } from '#lib/domain/outcomes.ts'
import type { SkipReason } from '#lib/domain/reasons.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct, type Said } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import type { TimeWords } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { outcomeLabel } from '#components/ui/words.ts'

/** The touch that is meant: it is left alone when another one is next by now. */
export interface TouchRef {
  enrollmentId: string
  stepId: string
  type: StepType
  /** Of the person, for the words. */
  name: string
}

/** What the rep has said beside the outcome: the last day of an absence, when to call back. */
export interface OutcomeTold {
  until?: string
  followUpAt?: string
}

export interface Done {
  /** When the person's next touch is due; null when the cadence has ended or rests. */
  next: string | null
}

/** Done, skip, snooze, pause, resume: each stored, said with Undo, and true only when it was recorded. */
export function useTouchActs() {
  const baton = useBaton()
  const act = useAct()
  const time = useTime()

  const settled = (touch: TouchRef, title: string, result: TouchAnswer): Said => {
    if (result.kind !== 'recorded')
      return { problem: i18n.t(result.kind === 'suppressed' ? 'today.stopped' : 'today.movedOn') }
    const next =
      result.next !== null
        ? i18n.t('today.nextAt', { when: time.when(result.next) })
        : result.away === null
          ? i18n.t('today.noneNext')
          : awayWords(result.away, time)
    const task = result.followUp ? i18n.t('today.followUpAt', { when: time.when(result.followUp) }) : ''
    const others = result.stopped > 0 ? i18n.t('today.stoppedOthers', result.stopped) : ''
    return { title, detail: [others, touch.name, next, task].filter(Boolean).join(' · ') }
  }
  const step = (touch: TouchRef) => i18n.t(`ui.step.${touch.type}`)

  return {
    /** Null when nothing was recorded; else when the person's next touch is due. */
    done: async (touch: TouchRef, outcome: Outcome, more: DoneMore = {}): Promise<Done | null> => {
      const { enrollmentId, stepId } = touch
      const title = i18n.t('today.recorded', { step: step(touch), outcome: outcomeLabel(outcome) })
      const done = await act(
        () => baton.completeTouch({ enrollmentId, stepId, outcome: outcome.id, ...more }),
        ({ result }) => settled(touch, title, result),
      )
      return done?.result.kind === 'recorded' ? { next: done.result.next } : null
    },
    skip: async (touch: TouchRef, reason: SkipReason): Promise<boolean> => {
      const { enrollmentId, stepId } = touch
      const title = i18n.t('today.skipped', { step: step(touch) })
      return (
        (await act(
          () => baton.skipTouch({ enrollmentId, stepId, reason }),
          ({ result }) => settled(touch, title, result),
        )) !== null
      )
    },
    snooze: async (touch: TouchRef, until: string): Promise<boolean> => {
      const { enrollmentId, stepId } = touch
      const title = i18n.t('today.snoozed', { step: step(touch), when: time.when(until) })
      return (
        (await act(
          () => baton.snoozeTouch({ enrollmentId, stepId, until }),
          ({ result }) =>
            result.kind === 'recorded' ? { title, detail: touch.name } : settled(touch, title, result),
        )) !== null
      )
    },
    pause: (enrollmentId: string, name: string) =>
      act(() => baton.pauseCadence({ enrollmentId }), { title: i18n.t('today.paused'), detail: name }),
    resume: (enrollmentId: string, name: string) =>
      act(() => baton.resumeCadence({ enrollmentId }), { title: i18n.t('today.resumed'), detail: name }),
    remove: (enrollmentId: string, name: string) =>
      act(() => baton.removeFromCadence({ enrollmentId }), { title: i18n.t('today.removed'), detail: name }),
  }
}

interface DoneMore extends OutcomeTold {
  sentiment?: Sentiment
}

interface Away {
  until: string
  goesOn: string | null
  rested: number
}

/** «away until Fri 4 Dec · goes on Mon 7 Dec 09:00 · 1 other cadence rests too». */
function awayWords({ until, goesOn, rested }: Away, time: TimeWords): string {
  const words = i18n.t('today.away', { day: time.date(until) })
  const back = goesOn === null ? '' : i18n.t('today.goesOn', { when: time.when(goesOn) })
  const others = rested === 0 ? '' : i18n.t('today.restedToo', rested)
  return [words, back, others].filter(Boolean).join(' · ')
}

type TouchAnswer =
  | { kind: 'recorded'; next: string | null; followUp: string | null; stopped: number; away: Away | null }
  | { kind: 'moved-on' }
  | { kind: 'suppressed' }
