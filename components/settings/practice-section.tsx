import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Section, SetRow } from './section.tsx'

/** The invented people: where to try things, and how to be rid of them. */
export function PracticeSection() {
  const baton = useBaton()
  const act = useAct()
  return (
    <Section id="practice" title={i18n.t('settings.practice.title')}>
      <SetRow label={i18n.t('settings.practice.range')} help={i18n.t('settings.practice.rangeHelp')}>
        <Button small onClick={() => void baton.openPage('practice')}>
          {i18n.t('settings.practice.open')}
        </Button>
      </SetRow>
      <SetRow label={i18n.t('settings.practice.remove')} help={i18n.t('settings.practice.removeHelp')}>
        <Button
          small
          look="danger"
          onClick={() =>
            void act(
              () => baton.removePractice(),
              ({ result: { removed } }) => ({
                title:
                  removed === 0
                    ? i18n.t('settings.practice.none')
                    : i18n.t('settings.practice.removed', removed),
              }),
            )
          }
        >
          {i18n.t('settings.practice.removeNow')}
        </Button>
      </SetRow>
    </Section>
  )
}
