import type { Activity } from '#lib/domain/records.ts'
import { useTimeline } from '#lib/queries/contact.ts'
import { entryWords } from '#components/timeline/entry-words.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { TimeWords } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** Who and why now: the last three things that were noted or happened, each with its day. */
export function TouchFacts({ contactId }: { contactId: string }) {
  const time = useTime()
  const entries = useTimeline(contactId).data ?? []
  const notes = entries.filter((entry) => entry.kind === 'note')
  const others = entries.filter((entry) => entry.kind !== 'note')
  const facts = [...notes.slice(0, SHOWN), ...others].slice(0, SHOWN)
  if (facts.length === 0) return null
  return (
    <section className="px-3 pb-2" aria-labelledby="why-now">
      <h2 className="vh" id="why-now">
        {i18n.t('touch.whyNow')}
      </h2>
      <ol>
        {facts.map((fact, index) => (
          <li key={fact.id} className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 py-0.5">
            <span className="sm t3 text-center leading-5" aria-hidden="true">
              {index + 1}
            </span>
            <p className="clamp2" dir="auto">
              {fact.kind === 'note' ? fact.note.body : factWords(fact, time)}{' '}
              <span className="sm t3 nowrap">
                {fact.kind === 'note' ? `${i18n.t('touch.note')}, ${time.day(fact.at)}` : time.day(fact.at)}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function factWords(fact: Pick<Activity, 'kind' | 'facts'>, time: TimeWords): string {
  const { what, more } = entryWords(fact.kind, fact.facts, time)
  return more === null ? what : `${what} · ${more}`
}

const SHOWN = 3
