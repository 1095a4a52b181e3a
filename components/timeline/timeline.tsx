import { StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TimelineEntry as Item } from '#lib/app/contact-view.ts'
import type { Note } from '#lib/domain/records.ts'
import { TextButton } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { capital, dayOf } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { entryWords } from './entry-words.ts'
import { UndoBatch } from './undo-batch.tsx'

/** What happened, newest first, days as small headings. The rep's own words stand in a box in body colour. */
export function Timeline({ items, onUndo }: { items: readonly Item[]; onUndo: (group: string) => void }) {
  const time = useTime()
  if (items.length === 0) return <p className="t2 p-3">{i18n.t('timeline.empty')}</p>
  const undoable = firstOfGroups(items)
  const days = Map.groupBy(items, (item) => dayOf(item.at, time.zone))
  return (
    <div className="timeline">
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <h2>{capital(time.day(entries[0]?.at ?? time.now))}</h2>
          <ol>
            {entries.map((item) => (
              <Entry key={item.id} item={item} canUndo={undoable.has(item.id)} onUndo={onUndo} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ item, canUndo, onUndo }: EntryProps) {
  const time = useTime()
  if (item.kind === 'note') return <NoteEntry note={item.note} at={item.at} />
  const { icon, what, more } = entryWords(item.kind, item.facts, time)
  const undo = canUndo ? item.group : null
  return (
    <li className="entry">
      <Icon of={icon} />
      <div className="body">
        <b>{what}</b>
        {more !== null && (
          <>
            {' · '}
            <bdi>{more}</bdi>
          </>
        )}
        {undo !== null && (
          <>
            {' '}
            <TextButton
              className="link-24 text-sm"
              aria-label={i18n.t('timeline.undoWhat', { what })}
              onClick={() => onUndo(undo)}
            >
              {i18n.t('ui.undo')}
            </TextButton>
          </>
        )}
        {item.facts.batch !== undefined && (item.canUndo || item.kind === 'touch_snoozed') && (
          <UndoBatch id={item.facts.batch} least={item.canUndo ? 2 : 1} />
        )}
      </div>
      <time dateTime={item.at}>{time.clock(item.at)}</time>
    </li>
  )
}

interface EntryProps {
  item: Item
  canUndo: boolean
  onUndo: (group: string) => void
}

/** One commit may have made several entries; its Undo stands at the uppermost alone. */
function firstOfGroups(items: readonly Item[]): ReadonlySet<string> {
  const groups = new Set<string>()
  const first = new Set<string>()
  for (const item of items) {
    if (item.kind === 'note' || !item.canUndo || groups.has(item.group)) continue
    groups.add(item.group)
    first.add(item.id)
  }
  return first
}

/** A note with the page it was written beside. */
export function NoteEntry({ note, at, children }: { note: Note; at: string; children?: ReactNode }) {
  const time = useTime()
  return (
    <li className="entry entry-note">
      <Icon of={StickyNote} />
      <div className="body">
        {i18n.t('timeline.youNoted')}
        {note.url !== null && <NoteSource url={note.url} />}
      </div>
      <time dateTime={at}>{time.clock(at)}</time>
      {children ?? (
        <p className="text whitespace-pre-wrap wrap-anywhere" dir="auto">
          {note.body}
        </p>
      )}
    </li>
  )
}

function NoteSource({ url }: { url: string }) {
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !/^https?:$/.test(address.protocol)) return null
  return (
    <>
      {' · '}
      <a href={address.href} target="_blank" rel="noreferrer" className="text-sm">
        <bdi>{address.hostname + (address.pathname === '/' ? '' : address.pathname)}</bdi>
      </a>
    </>
  )
}
