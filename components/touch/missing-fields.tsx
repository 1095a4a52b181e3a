import { useState } from 'react'
import type { EditableField } from '#lib/domain/edit.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { valueWord } from './value-words.ts'

/** One field for each value that is missing, filled where it belongs: with the person, the rep, or this touch. */
export function MissingFields({ contactId, missing, onFill }: MissingProps) {
  return (
    <ul className="held-fields">
      {missing.map((name) => (
        <li key={name}>
          <MissingField contactId={contactId} name={name} onFill={onFill} />
        </li>
      ))}
    </ul>
  )
}

interface MissingProps {
  contactId: string
  missing: readonly string[]
  /** Keeps a value for this touch alone. */
  onFill: (name: string, value: string) => void
}

function MissingField({ contactId, name, onFill }: Omit<MissingProps, 'missing'> & { name: string }) {
  const [value, setValue] = useState('')
  const fill = useFill(contactId, onFill)
  const word = valueWord(name)
  if (!isFillable(name)) return <NotHere name={name} />
  return (
    <form
      className="held-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '') void fill(name, value.trim())
      }}
    >
      <label>
        <span className="sm t2">{word}</span>
        <input
          type="text"
          dir="auto"
          className="input"
          aria-label={i18n.t('writing.fillLabel', { name: word })}
          maxLength={500}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <Button small type="submit" disabled={value.trim() === ''}>
        {i18n.t('writing.fill')}
      </Button>
    </form>
  )
}

/** What no field can give: a snippet that is gone, a name that no filter finds, pasted template code. */
function NotHere({ name }: { name: string }) {
  const isSnippet = name.startsWith('snippet.')
  return (
    <p className="sm">
      <code dir="ltr">{name}</code>{' '}
      <span className="t2">{i18n.t(isSnippet ? 'writing.noSnippet' : 'writing.around')}</span>
      {isSnippet && (
        <>
          {' '}
          <a className="link" href="#/cadences/snippets">
            {i18n.t('writing.openSnippets')}
          </a>
        </>
      )}
    </p>
  )
}

/** Kept where it is true: with the person for every later touch, in the settings, or for this touch alone. */
function useFill(contactId: string, onFill: MissingProps['onFill']) {
  const baton = useBaton()
  const act = useAct()
  const announce = useAnnounce()
  return async (name: string, value: string) => {
    const title = i18n.t('writing.filled', { name: valueWord(name) })
    const field = Object.hasOwn(PERSON_FIELDS, name) ? PERSON_FIELDS[name] : undefined
    const own = Object.hasOwn(REP_FIELDS, name) ? REP_FIELDS[name] : undefined
    if (field !== undefined) {
      await act(
        () => baton.editContact({ contactId, field, value }),
        ({ result }) =>
          result.kind === 'ok'
            ? { title, detail: i18n.t('writing.filledPerson') }
            : { problem: i18n.t('touch.none') },
      )
    } else if (name === 'rep.name') {
      await baton.setSettings({ name: value })
      announce(title)
    } else if (own !== undefined) {
      const { rep } = await baton.deps.settings.get()
      await baton.setSettings({ rep: { ...rep, [own]: value } })
      announce(title)
    } else {
      onFill(name, value)
      announce(`${title}. ${i18n.t('writing.filledTouch')}`)
    }
  }
}

function isFillable(name: string): boolean {
  if (Object.hasOwn(PERSON_FIELDS, name) || Object.hasOwn(REP_FIELDS, name)) return true
  return /^(?:account|evidence|rep)\.[a-z]+$/.test(name)
}

const REP_FIELDS: Readonly<Record<string, keyof Settings['rep']>> = {
  'rep.title': 'title',
  'rep.company': 'company',
  'rep.phone': 'phone',
  'rep.email': 'email',
  'rep.meeting_link': 'meetingLink',
}
const PERSON_FIELDS: Readonly<Record<string, EditableField>> = {
  'contact.name': 'name',
  'contact.first_name': 'firstName',
  'contact.last_name': 'lastName',
  'contact.title': 'title',
  'contact.company': 'company',
  'contact.headline': 'headline',
  'contact.location': 'location',
  'contact.school': 'school',
  // The company's name is read from the person where no company is known.
  'account.name': 'company',
}
