import { UserX } from 'lucide-react'
import { hashOf, ROUTES } from '#components/frame/routes.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** One of the two was deleted or joined meanwhile. */
export function PairGone() {
  return (
    <main>
      <EmptyState
        icon={UserX}
        title={i18n.t('same.gone')}
        actions={<ButtonLink href={hashOf(ROUTES.people)}>{i18n.t('frame.people')}</ButtonLink>}
      >
        <p>{i18n.t('same.goneNext')}</p>
      </EmptyState>
    </main>
  )
}
