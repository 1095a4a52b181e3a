import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** Back, past it all, and on. */
export function StepFoot({ onBack, onLeave, children }: StepFootProps) {
  return (
    <footer className="wel-foot">
      {onBack && (
        <Button look="quiet" onClick={onBack}>
          {i18n.t('welcome.back')}
        </Button>
      )}
      <ButtonLink look="quiet" href="app.html#/people" {...(onLeave ? { onClick: onLeave } : {})}>
        {i18n.t('welcome.skip')}
      </ButtonLink>
      {children}
    </footer>
  )
}

interface StepFootProps {
  onBack?: () => void
  onLeave?: () => void
  /** The one way on, filled. */
  children: ReactNode
}
