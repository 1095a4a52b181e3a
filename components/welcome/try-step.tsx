import { useBaton } from '#lib/queries/context.tsx'
import { useCadences } from '#lib/queries/cadences.ts'
import { useShortcuts } from '#lib/queries/shortcuts.ts'
import { PRACTICE_PEOPLE } from '#lib/practice/people.ts'
import { usePreviewPlan } from '#components/cadence/use-preview-plan.ts'
import { useSaving } from '#components/settings/saving.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { CadenceLineWithLegend } from '#components/ui/cadence-line.tsx'
import { PracticeChip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { StepFoot } from './step-foot.tsx'

/** A practice person, one click from the first cadence. */
export function TryStep({ onBack }: { onBack: () => void }) {
  const baton = useBaton()
  const { save } = useSaving()
  const person = PRACTICE_PEOPLE[0]
  const cadence = useCadences().data?.find(({ shipped }) => shipped !== null)
  const plan = usePreviewPlan(cadence?.steps ?? NO_STEPS)
  const key = useShortcuts().data?.find(({ name }) => name === 'open-panel')?.keys ?? null
  return (
    <section aria-labelledby="wel-h">
      <h1 id="wel-h" tabIndex={-1}>
        {i18n.t('welcome.try.title')}
      </h1>
      <p className="t2">{i18n.t('welcome.try.intro')}</p>
      {person && (
        <div className="wel-card">
          <Avatar name={person.name} />
          <div className="grow">
            <p>
              <b>
                <bdi>{person.name}</bdi>
              </b>
            </p>
            <p className="t2">
              {[person.title, person.company, person.location].filter(Boolean).join(' · ')}
            </p>
          </div>
          <PracticeChip />
        </div>
      )}
      {cadence && <CadenceLineWithLegend label={cadence.name} touches={plan} />}
      <ol className="wel-how">
        <li>{i18n.t('welcome.try.open')}</li>
        <li>{key === null ? i18n.t('welcome.try.panel') : i18n.t('welcome.try.panelKey', { key })}</li>
        <li>{i18n.t('welcome.try.add')}</li>
      </ol>
      <StepFoot onBack={onBack}>
        <Button
          look="filled"
          onClick={() => {
            save({ welcomedAt: baton.deps.clock.now() })
            void baton.openPage('practice')
          }}
        >
          {i18n.t('welcome.try.go')}
        </Button>
      </StepFoot>
    </section>
  )
}

const NO_STEPS: never[] = []
