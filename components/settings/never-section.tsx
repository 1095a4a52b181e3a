import { neverEntry } from '#lib/domain/never-list.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Switch } from '#components/ui/switch.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { useSaving } from './saving.tsx'
import { Section } from './section.tsx'
import { useTypedText } from './use-typed.ts'

/** Whom Baton must not keep: the rep's own firm, family, addresses, whole domains. */
export function NeverSection({ settings }: { settings: Settings }) {
  const { save } = useSaving()
  const field = useTypedText<readonly string[]>({
    saved: settings.neverCapture,
    show: (value) => value.join('\n'),
    check: (typed) => {
      const lines = linesOf(typed)
      const wrong = lines.find((line) => line.length > 500 || neverEntry(line) === null)
      return wrong === undefined
        ? { ok: true, value: lines }
        : { ok: false, problem: i18n.t('settings.never.wrong', [wrong.slice(0, 80)]) }
    },
    save: (value) => save({ neverCapture: [...value] }),
  })
  return (
    <Section id="never" title={i18n.t('settings.never.title')} intro={i18n.t('settings.never.intro')}>
      <TextArea
        label={i18n.t('settings.never.list')}
        help={i18n.t('settings.never.listHelp')}
        rows={4}
        spellCheck={false}
        {...field}
      />
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.never.colleagues')}
          help={i18n.t('settings.never.colleaguesHelp')}
          checked={settings.neverColleagues}
          onChange={(neverColleagues) => save({ neverColleagues })}
        />
      </div>
    </Section>
  )
}

/** One entry a line, none twice, in the order typed. */
function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
  return [...new Map(lines.filter((line) => line !== '').map((line) => [line.toLowerCase(), line])).values()]
}
