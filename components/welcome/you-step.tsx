import { useSaving } from '#components/settings/saving.tsx'
import { checkSpans, WEEKDAYS, withDay, type TypedSpan } from '#components/settings/hours.ts'
import { hoursProblemWords } from '#components/settings/hours-fields.tsx'
import { useTyped } from '#components/settings/use-typed.ts'
import { MailAppField, NameField } from '#components/settings/you-fields.tsx'
import { ZoneField } from '#components/settings/zone-field.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { StepFoot } from './step-foot.tsx'

/** The rep: name, hours, zone found, mail app. Saved as typed; everything can be changed later in the settings. */
export function YouStep({ onBack, onNext }: { onBack: () => void; onNext: () => void }) {
  const { settings, state, retry } = useSaving()
  return (
    <section aria-labelledby="wel-h">
      <h1 id="wel-h" tabIndex={-1}>
        {i18n.t('welcome.you.title')}
      </h1>
      <p className="t2">{i18n.t('welcome.you.intro')}</p>
      <div className="wel-form">
        <NameField name={settings.name} />
        <div className="wel-two">
          <WeekHours />
          <ZoneField zone={settings.zone} />
        </div>
        <MailAppField mailApp={settings.mailApp} />
      </div>
      {state === 'failed' && (
        <Banner
          tone="late"
          title={i18n.t('settings.notSaved')}
          action={
            <Button small onClick={retry}>
              {i18n.t('settings.tryAgain')}
            </Button>
          }
        >
          {i18n.t('settings.notSavedHelp')}
        </Banner>
      )}
      <StepFoot onBack={onBack}>
        <Button look="filled" onClick={onNext}>
          {i18n.t('welcome.you.next')}
        </Button>
      </StepFoot>
    </section>
  )
}

/** One span for Monday to Friday; the days on their own, with breaks, stand in the settings. */
function WeekHours() {
  const { settings, save } = useSaving()
  const monday = settings.hours['1'] ?? []
  const first = monday[0]?.[0] ?? ''
  const last = monday.at(-1)?.[1] ?? ''
  const { value, problem, focused, type, onFocus, onBlur } = useTyped({
    saved: [[first, last] satisfies TypedSpan],
    show: (spans): TypedSpan => spans[0] ?? ['', ''],
    check: (typed: TypedSpan) => {
      const checked = checkSpans([typed])
      return checked.ok ? { ok: true, value: checked.value } : checked
    },
    save: (spans: [string, string][]) =>
      save({
        hours: WEEKDAYS.slice(0, 5).reduce((hours, day) => withDay(hours, day, spans), settings.hours),
      }),
  })
  return (
    <fieldset
      className="form-row"
      onFocus={onFocus}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      <legend className="label">{i18n.t('welcome.you.hours')}</legend>
      <div className="wel-hours">
        <TextField
          label={i18n.t('welcome.you.from')}
          hideLabel
          inputMode="numeric"
          value={value[0]}
          onChange={(event) => type([event.target.value, value[1]])}
        />
        <span className="t3">{i18n.t('settings.hours.to')}</span>
        <TextField
          label={i18n.t('welcome.you.until')}
          hideLabel
          inputMode="numeric"
          value={value[1]}
          onChange={(event) => type([value[0], event.target.value])}
        />
      </div>
      {problem !== null && !focused ? (
        <p className="error m-0!" role="alert">
          {hoursProblemWords(problem)}
        </p>
      ) : (
        <p className="help m-0!">{i18n.t('welcome.you.hoursHelp')}</p>
      )}
    </fieldset>
  )
}
