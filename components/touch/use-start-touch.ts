import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'

/** Begins a touch from a list or a notification: its place opens in the tab, its text goes along. */
export function useStartTouch(): (enrollmentId: string) => void {
  const baton = useBaton()
  const announce = useAnnounce()
  const { fail } = useProblem()
  return (enrollmentId) => {
    baton
      .openTouch(enrollmentId)
      .then((done) => {
        if (done?.copied === 'text') announce(i18n.t('touch.copied'))
        if (done?.copied === 'refused') announce(i18n.t('touch.copyRefused'))
      })
      .catch(fail)
  }
}
