import type { TimelineEntry } from '#lib/app/contact-view.ts'
import type { Activity, Contact } from '#lib/domain/records.ts'
import { hostOf } from '#lib/domain/templates/evidence.ts'
import type { Evidence } from '#lib/domain/templates/variables.ts'
import { useKnownFacts, useTimeline } from '#lib/queries/contact.ts'
import { entryWords } from '#components/timeline/entry-words.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { TimeWords } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/**
 * Who and why now: three things, each with where and when. What was noted last, then two facts that pages told, then
 * what happened.
 */
export function TouchFacts({ contact }: { contact: Contact & { id: string } }) {
  const time = useTime()
  const entries = useTimeline(contact.id).data
  const known = useKnownFacts(contact.id).data
  if (entries === undefined || known === undefined) return null
  // The job stands in the head of the screen.
  const job = `${contact.title?.value ?? ''}, ${contact.company?.value ?? ''}`
  const facts = factsToShow(
    entries,
    known.filter(({ quote }) => quote !== job),
    time,
  )
  if (facts.length === 0) return null
  return (
    <section className="px-3 pb-2" aria-labelledby="why-now">
      <h2 className="vh" id="why-now">
        {i18n.t('touch.whyNow')}
      </h2>
      <ol>
        {facts.map(({ id, words, source }, index) => (
          <li key={id} className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-2 py-0.5">
            <span className="sm t3 text-center leading-5" aria-hidden="true">
              {index + 1}
            </span>
            <p className="clamp2" dir="auto">
              {words}
            </p>
            <span className="sm t3 nowrap leading-5">{source}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ShownFact {
  id: string
  words: string
  /** Where it is from, and when. */
  source: string
}

function factsToShow(
  entries: readonly TimelineEntry[],
  known: readonly Evidence[],
  time: TimeWords,
): ShownFact[] {
  const noted: ShownFact[] = []
  const happened: ShownFact[] = []
  for (const entry of entries) {
    const { id, at } = entry
    if (entry.kind !== 'note') happened.push({ id, words: factWords(entry, time), source: time.day(at) })
    else {
      const host = entry.note.url === null ? null : hostOf(entry.note.url)
      noted.push({ id, words: entry.note.body, source: `${host ?? i18n.t('touch.note')}, ${time.day(at)}` })
    }
  }
  const told = known.slice(0, TOLD).map(({ quote, source, at }) => ({
    id: quote,
    words: quote,
    source: [source, time.day(at)].filter(Boolean).join(', '),
  }))
  return [...noted.slice(0, SHOWN), ...told, ...happened].slice(0, SHOWN)
}

function factWords(fact: Pick<Activity, 'kind' | 'facts'>, time: TimeWords): string {
  const { what, more } = entryWords(fact.kind, fact.facts, time)
  return more === null ? what : `${what} · ${more}`
}

const SHOWN = 3
const TOLD = 2
