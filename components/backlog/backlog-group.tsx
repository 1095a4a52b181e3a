import type { CleanUpRow } from '#lib/app/backlog.ts'
import { CLEAN_UPS, type CleanUp } from '#lib/domain/cadence/clean-up.ts'
import { AGES, type BacklogGroup as Group, type BacklogItem, type Grouping } from '#lib/domain/backlog.ts'
import { CHANNELS } from '#lib/domain/cadence/step.ts'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { CHANNEL_ICONS, Icon } from '#components/ui/icon.tsx'
import { Rows } from '#components/ui/list-row.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { useTime } from '#components/ui/time-provider.tsx'

export type GroupChoice = CleanUp | 'leave'

/** One group of what is overdue: what to do with all of it, and what becomes of the first few. */
export function BacklogGroup({ group, by, choice, rows, onChoose }: BacklogGroupProps) {
  const shown = group.items.slice(0, SHOWN)
  const more = group.items.length - shown.length
  const name = groupName(group, by)
  const id = `backlog-${by}-${group.id}`
  return (
    <section aria-labelledby={id}>
      <GroupHeader id={id} title={name} count={group.items.length} />
      <div className="backlog-choice">
        <Segmented
          label={i18n.t('backlog.whatWith', { name })}
          value={choice}
          options={[...CLEAN_UPS, 'leave' as const].map((value) => ({
            value,
            label: i18n.t(`backlog.how.${value}`),
          }))}
          onChange={onChoose}
        />
        <p className="sm t3">{i18n.t(`backlog.about.${choice}`)}</p>
      </div>
      <Rows label={name}>
        {shown.map((item) => (
          <Overdue key={item.enrollmentId} item={item} row={rows.get(item.enrollmentId) ?? null} />
        ))}
      </Rows>
      {more > 0 && <p className="sm t3 backlog-more">{i18n.t('backlog.more', more)}</p>}
    </section>
  )
}

interface BacklogGroupProps {
  group: Group
  by: Grouping
  choice: GroupChoice
  /** What the clean-up would make of each, by enrollment; absent ones are left as they are. */
  rows: ReadonlyMap<string, CleanUpRow>
  onChoose: (choice: GroupChoice) => void
}

function Overdue({ item, row }: { item: BacklogItem; row: CleanUpRow | null }) {
  const time = useTime()
  return (
    <li className="row row-2">
      <Icon of={CHANNEL_ICONS[item.channel]} />
      <div className="grow">
        <div className="row-line">
          <div className="row-title">
            <a className="trunc" href={`#/contact/${item.contactId}`}>
              <bdi>{row?.name ?? i18n.t(`ui.step.${item.type}`)}</bdi>
            </a>
          </div>
          <span className="t3">{time.day(item.dueAt)}</span>
        </div>
        <div className="row-line">
          <div className="row-sub trunc">
            {[i18n.t(`ui.step.${item.type}`), row?.company].filter(Boolean).join(' · ')}
          </div>
          <span>{row === null ? '' : afterWords(row, time)}</span>
        </div>
      </div>
    </li>
  )
}

function afterWords(row: CleanUpRow, time: ReturnType<typeof useTime>): string {
  if (row.to === null) return i18n.t('backlog.after.ends')
  const when = `${time.day(row.to.at, row.to.zone)} ${time.brief(row.to.at, row.to.zone)}`
  if (row.how === 'skip') return i18n.t('backlog.after.skipped', { when })
  return row.skipped > 0 ? i18n.t('backlog.after.leftOut', row.skipped, { when }) : when
}

function groupName({ id, items }: Group, by: Grouping): string {
  if (by === 'cadence') return items[0]?.cadenceName ?? ''
  if (by === 'channel') {
    const channel = CHANNELS.find((one) => one === id)
    return channel === undefined ? '' : i18n.t(`backlog.channel.${channel}`)
  }
  const [from, to] = [(AGES[Number(id) - 1] ?? 0) + 1, AGES[Number(id)] ?? Infinity]
  if (to === Infinity) return i18n.t('backlog.age.over', { days: from - 1 })
  return from === to ? i18n.t('backlog.age.one') : i18n.t('backlog.age.span', { from, to })
}

/** Enough to see what happens; the numbers tell the rest. */
const SHOWN = 4
