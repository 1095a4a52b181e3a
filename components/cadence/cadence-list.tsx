import { Plus } from 'lucide-react'
import { useDrafts } from '#lib/queries/drafts.ts'
import { useCadences } from '#lib/queries/cadences.ts'
import type { Cadence } from '#lib/domain/records.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { CadenceLine } from '#components/ui/cadence-line.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { readDraft } from './draft-storage.ts'
import { daysWords } from './plan-preview.tsx'
import { Templates } from './templates.tsx'
import { usePreviewPlan } from './use-preview-plan.ts'

/** Every cadence with its line; drafts that wait to be saved are marked. */
export function CadenceList({ currentId }: { currentId: string | null }) {
  const cadences = useCadences()
  return (
    <section className="cad-list" aria-labelledby="cad-h">
      <header className="cad-list-head">
        <h1 id="cad-h">{i18n.t('cadence.title')}</h1>
        <ButtonLink small icon={Plus} href="#/cadences/new">
          {i18n.t('cadence.new')}
        </ButtonLink>
      </header>
      {cadences.isError && (
        <Banner
          tone="late"
          title={i18n.t('cadence.notRead')}
          action={
            <Button small onClick={() => void cadences.refetch()}>
              {i18n.t('cadence.readAgain')}
            </Button>
          }
        >
          {i18n.t('cadence.notReadHelp')}
        </Banner>
      )}
      {cadences.isPending && <SkeletonRows rows={3} words={i18n.t('cadence.reads')} />}
      <ul>
        {cadences.data?.map((cadence) => (
          <CadenceItem key={cadence.id} cadence={cadence} isCurrent={cadence.id === currentId} />
        ))}
      </ul>
      <a
        className="link cad-snippets"
        href="#/cadences/snippets"
        aria-current={currentId === 'snippets' ? 'page' : undefined}
      >
        {i18n.t('writing.snippets')}
      </a>
      <Templates />
    </section>
  )
}

function CadenceItem({ cadence, isCurrent }: { cadence: Cadence & { id: string }; isCurrent: boolean }) {
  const plan = usePreviewPlan(cadence.steps)
  const drafts = useDrafts()
  return (
    <li>
      <a className="cad-item" href={`#/cadences/${cadence.id}`} aria-current={isCurrent ? 'page' : undefined}>
        <span className="cad-item-name">
          <b className="trunc">
            <bdi>{cadence.name}</bdi>
          </b>
          {readDraft(drafts, cadence.id) !== null && <Chip tone="due">{i18n.t('cadence.draftChip')}</Chip>}
        </span>
        <span className="sm t3">{i18n.t('cadence.size', plan.length, { days: daysWords(plan) })}</span>
      </a>
      <CadenceLine label={cadence.name} touches={plan} />
    </li>
  )
}
