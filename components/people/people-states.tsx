import { SearchX, Users } from 'lucide-react'
import { useBaton } from '#lib/queries/context.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import type { PeopleList } from './use-people-list.ts'

/** What stands in place of rows: reading, failed, nobody saved, nobody found. Null when there are rows. */
export function PeopleState({ list }: { list: PeopleList }) {
  if (list.state === 'reading') return <SkeletonRows rows={8} words={i18n.t('people.reads')} />
  if (list.state === 'failed') return <NotRead onAgain={list.retry} />
  if (list.rows.length > 0 || list.isBehind) return null
  return list.isNarrowed ? <NotFound list={list} /> : <Nobody />
}

function NotRead({ onAgain }: { onAgain: () => void }) {
  return (
    <Banner
      tone="late"
      title={i18n.t('people.notRead')}
      action={
        <Button small onClick={onAgain}>
          {i18n.t('people.readAgain')}
        </Button>
      }
    >
      {i18n.t('people.notReadHelp')}
    </Banner>
  )
}

function Nobody() {
  const baton = useBaton()
  return (
    <EmptyState
      icon={Users}
      title={i18n.t('people.nobody')}
      actions={<Button onClick={() => void baton.openPage('practice')}>{i18n.t('people.practice')}</Button>}
    >
      <p>{i18n.t('people.nobodyHelp')}</p>
    </EmptyState>
  )
}

function NotFound({ list }: { list: PeopleList }) {
  return (
    <EmptyState
      icon={SearchX}
      title={
        list.query.trim() === ''
          ? i18n.t('people.noneSo')
          : i18n.t('people.notFound', { query: list.query.trim() })
      }
      actions={<Button onClick={list.showAll}>{i18n.t('people.showAll')}</Button>}
    >
      <p>{i18n.t('people.notFoundHelp')}</p>
    </EmptyState>
  )
}
