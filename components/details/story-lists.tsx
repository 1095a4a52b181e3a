import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** Positions as the page tells them, newest first; dates in the page's own words. */
export function PositionList({ positions }: { positions: readonly PositionRead[] }) {
  return (
    <section aria-labelledby="story-positions">
      <GroupHeader id="story-positions" title={i18n.t('pageDetails.positions')} count={positions.length} />
      <ol className="rows">
        {positions.map(({ title, company, start, end, location }, index) => (
          <Entry
            // oxlint-disable-next-line react/no-array-index-key -- a page's own list: two rows may be the same
            key={index}
            title={title}
            sub={[company, location]}
            when={[start, end].filter((part) => part !== null).join(' – ')}
          />
        ))}
      </ol>
    </section>
  )
}

export function SchoolList({ schools }: { schools: readonly SchoolingRead[] }) {
  return (
    <section aria-labelledby="story-schools">
      <GroupHeader id="story-schools" title={i18n.t('pageDetails.schools')} count={schools.length} />
      <ol className="rows">
        {schools.map(({ school, degree }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a page's own list: two rows may be the same
          <Entry key={index} title={school} sub={[degree]} when="" />
        ))}
      </ol>
    </section>
  )
}

function Entry({ title, sub, when }: { title: string; sub: readonly (string | null)[]; when: string }) {
  return (
    <li className="row">
      <span />
      <div className="min-w-0">
        <p className="row-title">
          <b className="trunc">
            <bdi>{title}</bdi>
          </b>
        </p>
        <p className="row-sub trunc">
          <bdi>{sub.filter((part) => part !== null && part !== '').join(' · ')}</bdi>
        </p>
      </div>
      <span className="row-end">{when}</span>
    </li>
  )
}
