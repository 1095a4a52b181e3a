import type { Icp } from '#lib/domain/settings.ts'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useSaving } from './saving.tsx'
import { Section } from './section.tsx'
import { entriesOf } from './text-lists.ts'
import { useTyped, useTypedText, type Checked } from './use-typed.ts'

/** The ideal customer profile: what the fit score looks for. An empty list does not matter. */
export function IcpSection({ icp }: { icp: Icp }) {
  const { save } = useSaving()
  const patch = (change: Partial<Icp>) => save({ icp: { ...icp, ...change } })
  return (
    <Section id="icp" title={i18n.t('settings.icp.title')} intro={i18n.t('settings.icp.intro')}>
      <WordsField
        label={i18n.t('settings.icp.titleWords')}
        help={i18n.t('settings.icp.titleWordsHelp')}
        words={icp.titleWords}
        onSave={(titleWords) => patch({ titleWords })}
      />
      <Seniorities chosen={icp.seniorities} onChange={(seniorities) => patch({ seniorities })} />
      <HeadcountFields headcount={icp.headcount} onSave={(headcount) => patch({ headcount })} />
      <WordsField
        label={i18n.t('settings.icp.regions')}
        help={i18n.t('settings.icp.regionsHelp')}
        words={icp.regions}
        onSave={(regions) => patch({ regions })}
      />
    </Section>
  )
}

function WordsField({ label, help, words, onSave }: WordsFieldProps) {
  const field = useTypedText<readonly string[]>({
    saved: words,
    show: (value) => value.join('\n'),
    check: (typed) => {
      const entries = entriesOf(typed)
      const long = entries.find((entry) => entry.length > 100)
      return long === undefined
        ? { ok: true, value: entries }
        : { ok: false, problem: i18n.t('settings.icp.wordLong', [`${long.slice(0, 30)}…`]) }
    },
    save: (value) => onSave([...value]),
  })
  return <TextArea label={label} help={help} rows={Math.min(8, Math.max(2, words.length + 1))} {...field} />
}

interface WordsFieldProps {
  label: string
  help: string
  words: readonly string[]
  onSave: (words: string[]) => void
}

type Seniority = Icp['seniorities'][number]

function Seniorities({
  chosen,
  onChange,
}: {
  chosen: readonly Seniority[]
  onChange: (next: Seniority[]) => void
}) {
  return (
    <fieldset className="set-ticks">
      <legend className="label">{i18n.t('settings.icp.seniorities')}</legend>
      {SENIORITIES.map((seniority) => (
        <Checkbox
          key={seniority}
          label={i18n.t(`settings.icp.seniority.${seniority}`)}
          checked={chosen.includes(seniority)}
          onChange={(on) =>
            onChange(SENIORITIES.filter((one) => (one === seniority ? on : chosen.includes(one))))
          }
        />
      ))}
    </fieldset>
  )
}

type Typed = { min: string; max: string }

function HeadcountFields({
  headcount,
  onSave,
}: {
  headcount: Icp['headcount']
  onSave: (next: Icp['headcount']) => void
}) {
  const { value, problem, type, onFocus, onBlur } = useTyped<Icp['headcount'], Typed>({
    saved: headcount,
    show: ({ min, max }) => ({ min: min === null ? '' : String(min), max: max === null ? '' : String(max) }),
    check: checkHeadcount,
    save: onSave,
  })
  return (
    <fieldset
      className="set-headcount"
      onFocus={onFocus}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      <legend className="label">{i18n.t('settings.icp.headcount')}</legend>
      <div className="set-two">
        <TextField
          label={i18n.t('settings.icp.min')}
          inputMode="numeric"
          value={value.min}
          placeholder={i18n.t('settings.icp.any')}
          onChange={(event) => type({ ...value, min: event.target.value })}
        />
        <TextField
          label={i18n.t('settings.icp.max')}
          inputMode="numeric"
          value={value.max}
          placeholder={i18n.t('settings.icp.any')}
          onChange={(event) => type({ ...value, max: event.target.value })}
        />
      </div>
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

function checkHeadcount({ min, max }: Typed): Checked<Icp['headcount']> {
  const low = countOf(min)
  const high = countOf(max)
  if (low === undefined || high === undefined)
    return { ok: false, problem: i18n.t('settings.icp.wrongCount') }
  if (low !== null && high !== null && high < low)
    return { ok: false, problem: i18n.t('settings.icp.wrongOrder') }
  return { ok: true, value: { min: low, max: high } }
}

/** Null = any; undefined = not a number of people. Blanks, points and commas between digits are how people write thousands. */
function countOf(typed: string): number | null | undefined {
  const digits = typed.replace(/[\s.,'’]/g, '')
  if (digits === '') return null
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

const SENIORITIES = [
  'owner',
  'c_level',
  'vp',
  'head',
  'director',
  'manager',
  'senior',
  'other',
] as const satisfies readonly Seniority[]
