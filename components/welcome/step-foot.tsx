import type { ReactNode } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { useSaving } from '#components/settings/saving.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** Back, past it all, and on. */
export function StepFoot({ onBack, children }: StepFootProps) {
  const baton = useBaton()
  const { save } = useSaving()
  return (
    <footer className="wel-foot">
      {onBack && (
        <Button look="quiet" onClick={onBack}>
          {i18n.t('welcome.back')}
        </Button>
      )}
      <ButtonLink
        look="quiet"
        href="app.html#/people"
        onClick={() => save({ welcomedAt: baton.deps.clock.now() })}
      >
        {i18n.t('welcome.skip')}
      </ButtonLink>
      {children}
    </footer>
  )
}

interface StepFootProps {
  onBack?: () => void
  /** The one way on, filled. */
  children: ReactNode
}
