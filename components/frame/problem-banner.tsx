import { Button } from '#components/ui/button.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** What went wrong last, until it is read. */
export function ProblemBanner() {
  const { problem, clear } = useProblem()
  if (problem === null) return null
  return (
    <Banner
      tone="late"
      title={problem}
      action={
        <Button small onClick={clear}>
          {i18n.t('ui.close')}
        </Button>
      }
    />
  )
}
