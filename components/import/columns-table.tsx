import type { GuessedColumn } from '#lib/domain/import/columns.ts'
import { IMPORT_TARGETS, type ColumnTarget } from '#lib/domain/import/targets.ts'
import { i18n } from '#components/ui/i18n.ts'

/** Every column of the file with sample values and where it goes; the rep can change it. */
export function ColumnsTable({ columns, targets, disabled, onChange }: ColumnsTableProps) {
  return (
    <table className="table imp-columns">
      <caption className="vh">{i18n.t('files.columns')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('files.column.name')}</th>
          <th scope="col">{i18n.t('files.column.sample')}</th>
          <th scope="col">{i18n.t('files.column.target')}</th>
          <th scope="col" className="num">
            {i18n.t('files.column.filled')}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => {
          const name =
            column.header === '' ? i18n.t('files.column.nameless', { n: index + 1 }) : column.header
          const samples = column.samples.join(' · ')
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a column of a file has no other id and never moves
            <tr key={index}>
              <th scope="row" title={name}>
                <bdi>{name}</bdi>
              </th>
              <td className="t2" title={samples}>
                <bdi>{samples}</bdi>
              </td>
              <td>
                <select
                  className="select input-sm"
                  aria-label={i18n.t('files.column.goes', { name })}
                  disabled={disabled}
                  value={targets[index] ?? 'skip'}
                  onChange={({ target: { value } }) => {
                    const chosen = CHOICES.find((one) => one === value)
                    if (chosen) onChange(index, chosen)
                  }}
                >
                  {CHOICES.map((target) => (
                    <option key={target} value={target}>
                      {i18n.t(`files.target.${target}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td className="num t3">{column.filled.toLocaleString()}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface ColumnsTableProps {
  columns: readonly GuessedColumn[]
  targets: readonly ColumnTarget[]
  disabled: boolean
  onChange: (index: number, target: ColumnTarget) => void
}

/** The columns with one of them changed: a target that another column had leaves that one, a note may be of many. */
export function withTarget(
  targets: readonly ColumnTarget[],
  index: number,
  target: ColumnTarget,
): ColumnTarget[] {
  const isShared = target === 'skip' || target === 'note'
  return targets.map((one, at) => (at === index ? target : one === target && !isShared ? 'skip' : one))
}

const CHOICES: readonly ColumnTarget[] = [...IMPORT_TARGETS, 'skip']
