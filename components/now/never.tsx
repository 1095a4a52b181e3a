import { EyeOff } from 'lucide-react'
import { useBaton } from '#lib/queries/context.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { FindPeople } from './find-people.tsx'

/** The page of a person or a company on the never-capture list: nothing of it is kept, and here is where that can be changed. */
export function NowNever({ name, entry }: { name: string | null; entry: string }) {
  const baton = useBaton()
  return (
    <main>
      <EmptyState
        icon={EyeOff}
        title={i18n.t('same.neverTitle')}
        actions={
          <Button onClick={() => void baton.openPage('app', '#/settings')}>
            {i18n.t('same.neverChange')}
          </Button>
        }
      >
        <p>
          <bdi>{name ?? i18n.t('now.noName')}</bdi> · {i18n.t('same.neverBy', { entry })}
        </p>
        <p>{i18n.t('same.neverKept')}</p>
      </EmptyState>
      <FindPeople />
    </main>
  )
}
