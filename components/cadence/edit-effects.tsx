import type { EditedPerson, EditPreview } from '#lib/app/cadence-edit.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { effectWords, personWords } from './effect-words.ts'

/** Who follows what is about to be saved, and how; opens to the people with their old and new dates. */
export function EditEffects({ preview, progress, steps }: EditEffectsProps) {
  if (progress !== null && progress.of > LOOKS_QUICK)
    return (
      <p className="sm t3 cad-effects-line" role="status">
        {i18n.t('cadence.effects.looks', { n: progress.done, of: progress.of })}
      </p>
    )
  if (preview === null || preview.counts.people === 0) return null
  const words = effectWords(preview.counts).join(' · ')
  if (preview.changed === 0) return <p className="sm t3 cad-effects-line">{words}</p>
  const more = preview.changed - preview.people.length
  return (
    <details className="cad-effects">
      <summary data-effects>{words}</summary>
      <ul>
        {preview.people.map((person) => (
          <Person key={person.enrollmentId} person={person} steps={steps} />
        ))}
        {more > 0 && <li className="sm t3">{i18n.t('cadence.effects.more', more)}</li>}
      </ul>
    </details>
  )
}

interface EditEffectsProps {
  preview: EditPreview | null
  progress: { done: number; of: number } | null
  /** Step ids and their types, the old ones too, for the words. */
  steps: Parameters<typeof personWords>[1]
}

function Person({ person, steps }: { person: EditedPerson; steps: EditEffectsProps['steps'] }) {
  const time = useTime()
  const { what, from, to } = personWords(person, steps, time)
  return (
    <li>
      <a className="trunc" href={`#/contact/${person.contactId}`}>
        <bdi>{person.name}</bdi>
      </a>
      <span className="sm t3 trunc grow">{what}</span>
      <span className="sm nowrap">
        {from !== null && <span className="t3">{from}</span>}
        {from !== null && to !== null && <span className="t3"> → </span>}
        {to}
      </span>
    </li>
  )
}

/** Fewer than these are looked at before anybody could read the numbers. */
const LOOKS_QUICK = 400
