import { NO_FILTER, type PeopleFilter } from '#lib/app/people-list.ts'
import { CONTACT_STATUSES } from '#lib/domain/records.ts'
import { useCadences } from '#lib/queries/cadences.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'

/** Whom the table shows, and in which order. */
export function PeopleFilters({ filter, onChange }: PeopleFiltersProps) {
  const cadences = useCadences().data ?? []
  const isNarrowed = filter.status !== null || filter.cadenceId !== null || filter.order === 'next'
  return (
    <div className="toolbar people-filters" role="group" aria-label={i18n.t('people.filters')}>
      <Select
        label={i18n.t('people.column.status')}
        value={filter.status ?? 'all'}
        options={[
          { value: 'all', label: i18n.t('people.anyStatus') },
          ...CONTACT_STATUSES.map((status) => ({ value: status, label: i18n.t(`ui.status.${status}`) })),
        ]}
        onChange={(status) => onChange({ ...filter, status: status === 'all' ? null : status })}
      />
      <Select
        label={i18n.t('people.column.cadence')}
        value={filter.cadenceId ?? ''}
        options={[
          { value: '', label: i18n.t('people.anyCadence') },
          ...cadences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(cadenceId) => onChange({ ...filter, cadenceId: cadenceId === '' ? null : cadenceId })}
      />
      <Select
        label={i18n.t('people.order.label')}
        value={filter.order}
        options={ORDERS.map((order) => ({ value: order, label: i18n.t(`people.order.${order}`) }))}
        onChange={(order) => onChange({ ...filter, order })}
      />
      {isNarrowed && (
        <Button small look="quiet" onClick={() => onChange(NO_FILTER)}>
          {i18n.t('people.showAll')}
        </Button>
      )}
    </div>
  )
}

interface PeopleFiltersProps {
  filter: PeopleFilter
  onChange: (filter: PeopleFilter) => void
}

const ORDERS = ['newest', 'next'] as const satisfies readonly PeopleFilter['order'][]
