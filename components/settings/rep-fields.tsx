import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useSaving } from './saving.tsx'
import { notAnAddress } from './text-lists.ts'
import { useTypedText, type Checked } from './use-typed.ts'

/** What templates may say of the rep beside the name; each may stay empty. */
export function RepFields({ rep }: { rep: Settings['rep'] }) {
  return (
    <fieldset className="set-rep">
      <legend className="label">{i18n.t('settings.rep.legend')}</legend>
      <p className="help m-0!">{i18n.t('settings.rep.help')}</p>
      <div className="set-two">
        {FIELDS.map((name) => (
          <RepField key={name} name={name} rep={rep} />
        ))}
      </div>
    </fieldset>
  )
}

type Name = keyof Settings['rep']

function RepField({ name, rep }: { name: Name; rep: Settings['rep'] }) {
  const { save } = useSaving()
  const field = useTypedText({
    saved: rep[name] ?? '',
    show: (value) => value,
    check: (typed) => checked(name, typed.trim()),
    save: (value) => save({ rep: { ...rep, [name]: value } }),
  })
  return <TextField label={i18n.t(`settings.rep.${name}`)} autoComplete={COMPLETES[name]} {...field} />
}

function checked(name: Name, value: string): Checked<string> {
  if (value.length > 500) return { ok: false, problem: i18n.t('settings.rep.long') }
  if (name === 'email' && value !== '' && notAnAddress([value]) !== null)
    return { ok: false, problem: i18n.t('settings.rep.wrongEmail', [value]) }
  if (name === 'meetingLink' && value !== '' && !isWebAddress(value))
    return { ok: false, problem: i18n.t('settings.rep.wrongLink') }
  return { ok: true, value }
}

/** Only what a mail program shows as a link. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}

const FIELDS = ['title', 'company', 'phone', 'email', 'meetingLink'] as const satisfies readonly Name[]
const COMPLETES = {
  title: 'organization-title',
  company: 'organization',
  phone: 'tel',
  email: 'email',
  meetingLink: 'url',
} as const satisfies Record<Name, string>
