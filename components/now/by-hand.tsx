import { useState, type FormEvent } from 'react'
import type { Instant } from '#lib/domain/values.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { ArrivedField, useArrived } from './arrived-field.tsx'

export interface HandPerson {
  name: string
  company: string
  email: string
  linkedin: string
}

/** When an inbound person came; null for everybody else. */
type Came = Instant | null

/** «Add by hand»: where a page cannot be read. A name and one way to reach the person are enough. */
export function ByHandForm({ busy, onSave, onAdd, cadenceName }: ByHandProps) {
  const [typed, setTyped] = useState<HandPerson>(EMPTY)
  const [isChecked, setChecked] = useState(false)
  const [isInbound, setInbound] = useState(false)
  const { now } = useTime()
  const arrived = useArrived(null)
  const errors = isChecked ? problemsOf(typed) : {}
  const field = (key: keyof HandPerson) => ({
    label: i18n.t(`now.hand.${key}`),
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
    ...(errors[key] === undefined ? {} : { error: errors[key] }),
  })
  const submit = (send: ByHandProps['onSave']) => {
    setChecked(true)
    const isRight = Object.keys(problemsOf(typed)).length === 0 && !(isInbound && arrived.problem !== null)
    if (isRight) send(trimmed(typed), isInbound ? (arrived.at ?? now) : null)
  }
  return (
    <form
      className="grid gap-3 p-3"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit(cadenceName === null ? onSave : onAdd)
      }}
    >
      <h1 className="text-name">{i18n.t('now.hand.title')}</h1>
      <TextField {...field('name')} autoFocus autoComplete="off" />
      <TextField {...field('company')} autoComplete="off" />
      <TextField {...field('email')} type="email" inputMode="email" autoComplete="off" spellCheck={false} />
      <TextField
        {...field('linkedin')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        help={i18n.t('now.hand.linkedinHelp')}
      />
      <Checkbox label={i18n.t('now.arrived.inbound')} checked={isInbound} onChange={setInbound} />
      {isInbound && <ArrivedField arrived={arrived} />}
      <div className="actions">
        {cadenceName !== null && (
          <Button look="filled" type="submit" busy={busy}>
            {i18n.t('now.hand.add', { cadence: cadenceName })}
          </Button>
        )}
        <Button busy={busy} onClick={() => submit(onSave)}>
          {i18n.t('now.save')}
        </Button>
      </div>
    </form>
  )
}

interface ByHandProps {
  busy: boolean
  /** The cadence that «add» uses; null where there is none. */
  cadenceName: string | null
  onSave: (person: HandPerson, came: Came) => void
  onAdd: (person: HandPerson, came: Came) => void
}

/** What would be right, by field. */
function problemsOf(person: HandPerson): Partial<Record<keyof HandPerson, string>> {
  const { name, email, linkedin } = trimmed(person)
  return {
    ...(name === '' ? { name: i18n.t('now.hand.nameMissing') } : {}),
    ...(email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? { email: i18n.t('now.hand.emailWrong') }
      : {}),
    ...(linkedin !== '' && !/linkedin\.com\/in\/[^/\s]+/i.test(linkedin)
      ? { linkedin: i18n.t('now.hand.linkedinWrong') }
      : {}),
  }
}

function trimmed(person: HandPerson): HandPerson {
  return {
    name: person.name.trim(),
    company: person.company.trim(),
    email: person.email.trim(),
    linkedin: person.linkedin.trim(),
  }
}

const EMPTY: HandPerson = { name: '', company: '', email: '', linkedin: '' }
