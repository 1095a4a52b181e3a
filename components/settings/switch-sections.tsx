import type { Settings } from '#lib/domain/settings.ts'
import { useShortcuts } from '#lib/queries/shortcuts.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { useSaving } from './saving.tsx'
import { ChoiceRow, Section, SetRow } from './section.tsx'

export function ReadingSection({ settings }: { settings: Settings }) {
  const { save } = useSaving()
  return (
    <Section id="reading" title={i18n.t('settings.reading.title')} intro={i18n.t('settings.reading.intro')}>
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.reading.mail')}
          help={i18n.t('settings.reading.mailHelp')}
          checked={settings.readMail}
          onChange={(readMail) => save({ readMail })}
        />
      </div>
    </Section>
  )
}

export function LookSection({ settings }: { settings: Settings }) {
  const { save } = useSaving()
  return (
    <Section id="look" title={i18n.t('settings.look.title')}>
      <ChoiceRow
        label={i18n.t('settings.look.theme')}
        value={settings.theme}
        options={[
          { value: 'system', label: i18n.t('settings.look.system') },
          { value: 'light', label: i18n.t('settings.look.light') },
          { value: 'dark', label: i18n.t('settings.look.dark') },
        ]}
        onChange={(theme) => save({ theme })}
      />
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.look.singleKeys')}
          help={i18n.t('settings.look.singleKeysHelp')}
          checked={settings.singleKeys}
          onChange={(singleKeys) => save({ singleKeys })}
        />
      </div>
      <Shortcuts />
    </Section>
  )
}

/** The keys Chrome has really given; only Chrome's own page can change them. */
function Shortcuts() {
  const baton = useBaton()
  const shortcuts = useShortcuts().data ?? []
  return (
    <>
      {shortcuts.map(({ name, keys }) => (
        <SetRow
          key={name}
          label={i18n.t(COMMANDS[name])}
          {...(keys === null ? { help: i18n.t('settings.look.noKeyHelp') } : {})}
        >
          {keys === null ? (
            <span className="t3">{i18n.t('settings.look.noKey')}</span>
          ) : (
            <span className="set-keys">
              <span className="vh">{keys}</span>
              <KeyHint keys={keys.replaceAll('+', ' ')} />
            </span>
          )}
        </SetRow>
      ))}
      <SetRow label={i18n.t('settings.look.changeKeys')} help={i18n.t('settings.look.changeKeysHelp')}>
        <Button small onClick={() => void baton.openShortcuts()}>
          {i18n.t('settings.look.openShortcuts')}
        </Button>
      </SetRow>
    </>
  )
}

const COMMANDS = {
  'add-to-cadence': 'settings.look.commandAdd',
  'open-panel': 'settings.look.commandPanel',
  'insert-text': 'settings.look.commandInsert',
} as const
