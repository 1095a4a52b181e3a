import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { RowResult } from '#lib/app/batch.ts'
import type { Decision, ImportedRow } from '#lib/app/import-people.ts'
import type { PersonRow, PreviewRow } from '#lib/app/import-preview.ts'
import { i18n } from '#components/ui/i18n.ts'
import { candidateWords, hasExactTwin, outcomeWords, remarkWords, rowWords } from './row-words.ts'

/** Rows of the file with what becomes of each; only those on screen are in the page. */
export function PreviewTable({ rows, decisions, results, onDecide }: PreviewTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here alone, never handed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const padding = {
    paddingTop: items[0]?.start ?? 0,
    paddingBottom: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
  }
  return (
    <div
      className="imp-rows"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={i18n.t('files.rowsLabel')}
    >
      <div style={padding}>
        <table className="table imp-preview" aria-rowcount={rows.length + 1}>
          <caption className="vh">{i18n.t('files.rowsLabel')}</caption>
          <thead>
            <tr>
              <th scope="col" className="imp-number">
                {i18n.t('files.left.row')}
              </th>
              <th scope="col" className="imp-name">
                {i18n.t('people.column.name')}
              </th>
              <th scope="col" className="imp-company">
                {i18n.t('people.column.company')}
              </th>
              <th scope="col">{i18n.t('files.whatHead')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ index }) => {
              const row = rows[index]
              return (
                row && (
                  <Row
                    key={row.row}
                    row={row}
                    index={index}
                    decision={decisions.get(row.row)}
                    result={results.get(row.row)}
                    onDecide={onDecide}
                  />
                )
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export type Results = ReadonlyMap<number, RowResult<ImportedRow>>

interface PreviewTableProps {
  rows: readonly PreviewRow[]
  decisions: ReadonlyMap<number, Decision>
  /** What became of the rows that were tried. */
  results: Results
  /** Null while it runs: nothing can be decided. */
  onDecide: ((row: number, decision: Decision) => void) | null
}

interface RowProps {
  row: PreviewRow
  index: number
  decision: Decision | undefined
  result: RowResult<ImportedRow> | undefined
  onDecide: PreviewTableProps['onDecide']
}

function Row({ row, index, decision, result, onDecide }: RowProps) {
  const { words, tone } = result === undefined ? rowWords(row) : { words: outcomeWords(result), tone: '' }
  const name = row.kind === 'refused' ? row.start : (row.fields.name ?? '')
  const company = row.kind === 'refused' ? '' : (row.fields.company ?? '')
  return (
    <tr aria-rowindex={index + 2}>
      <td className="t3 imp-number">{row.row.toLocaleString()}</td>
      <td title={name}>
        {row.kind === 'refused' ? (
          <span className="t3">
            <bdi>{name}</bdi>
          </span>
        ) : (
          <b>
            <bdi>{name}</bdi>
          </b>
        )}
      </td>
      <td className="t2" title={company}>
        <bdi>{company}</bdi>
      </td>
      {row.kind === 'unclear' && onDecide !== null ? (
        <td className="imp-decide">
          <Choice row={row} decision={decision} onDecide={onDecide} />
        </td>
      ) : (
        <td className={`sm ${tone === '' ? 't2' : tone}`} title={words}>
          {words}
        </td>
      )}
    </tr>
  )
}

/** The rep says who an unclear row is; left out until then. */
function Choice({ row, decision, onDecide }: ChoiceProps) {
  const value = decision?.as === 'same' ? decision.contactId : (decision?.as ?? 'leave')
  const remarks = row.remarks.map(remarkWords).join('. ')
  return (
    <select
      className="select input-sm"
      aria-label={i18n.t('files.who', { name: row.fields.name ?? '', row: String(row.row) })}
      title={remarks}
      value={value}
      onChange={({ target }) => {
        const chosen = target.value
        onDecide(
          row.row,
          chosen === 'leave' || chosen === 'new' ? { as: chosen } : { as: 'same', contactId: chosen },
        )
      }}
    >
      <option value="leave">{i18n.t('files.leave')}</option>
      {row.candidates.map((candidate) => (
        <option key={candidate.contactId} value={candidate.contactId}>
          {candidateWords(candidate)}
        </option>
      ))}
      {!hasExactTwin(row) && <option value="new">{i18n.t('files.asNew')}</option>}
    </select>
  )
}

interface ChoiceProps {
  row: PersonRow
  decision: Decision | undefined
  onDecide: (row: number, decision: Decision) => void
}

const ROW_HEIGHT = 36
