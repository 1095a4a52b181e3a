import type { Story as Told } from '#lib/app/story.ts'
import { useStory } from '#lib/queries/story.ts'
import { FieldRow } from '#components/now/field-row.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { PositionList, SchoolList } from './story-lists.tsx'

/** Sites, positions and schools, as far as a page told them; nothing where none did. */
export function Story({ story }: { story: Told }) {
  return (
    <>
      {story.websites.length > 0 && (
        <dl className="fields">
          <FieldRow
            label={i18n.t('pageDetails.websites')}
            value={story.websites.join(' · ')}
            evidence={null}
          />
        </dl>
      )}
      {story.positions.length > 0 && <PositionList positions={story.positions} />}
      {story.schools.length > 0 && <SchoolList schools={story.schools} />}
    </>
  )
}

/** The same of a saved person, from the pages that were read. */
export function SavedStory({ contactId }: { contactId: string }) {
  const story = useStory(contactId).data
  return story ? <Story story={story} /> : null
}
