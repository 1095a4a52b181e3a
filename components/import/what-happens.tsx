import { useMemo, useState } from 'react'
import type { Decision } from '#lib/app/import-people.ts'
import type { PreviewRow } from '#lib/app/import-preview.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { ChipButton } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { PreviewTable, type Results } from './preview-table.tsx'
import { FILTERS, hasExactTwin, isIn, type Filter } from './row-words.ts'
import type { Preview } from './use-preview.ts'

type Decisions = ReadonlyMap<number, Decision>

/** The rows by what becomes of them, what wants a look first; unclear ones are decided here. */
export function WhatHappens({ preview, rows, decisions, results, onDecisions }: WhatHappensProps) {
  const [chosen, setFilter] = useState<Filter | null>(null)
  const counts = useMemo(() => new Map(FILTERS.map((one) => [one, countOf(rows, one)])), [rows])
  const filter = chosen ?? ((counts.get('look') ?? 0) > 0 ? 'look' : 'new')
  const shown = useMemo(() => rows.filter((row) => isIn(filter, row)), [rows, filter])
  return (
    <section className="imp-right" aria-labelledby="imp-what" aria-busy={preview.share !== null}>
      <div className="section-head">
        <h2 id="imp-what">{i18n.t(onDecisions === null ? 'files.did' : 'files.will')}</h2>
      </div>
      {preview.failed && (
        <Banner tone="late" title={i18n.t('files.notLooked')}>
          {i18n.t('files.notLookedHelp')}
        </Banner>
      )}
      <div className="chips" role="group" aria-label={i18n.t('files.show')}>
        {FILTERS.map((one) => (
          <ChipButton key={one} pressed={one === filter} onPress={() => setFilter(one)}>
            {i18n.t(`files.filter.${one}`, { n: (counts.get(one) ?? 0).toLocaleString() })}
          </ChipButton>
        ))}
      </div>
      {onDecisions !== null && shown.some(({ kind }) => kind === 'unclear') && (
        <div className="imp-all">
          <span className="t2 sm">{i18n.t('files.allUnclear')}</span>
          <Button small look="quiet" onClick={() => onDecisions(allAs(rows, 'same'))}>
            {i18n.t('files.allSame')}
          </Button>
          <Button small look="quiet" onClick={() => onDecisions(allAs(rows, 'new'))}>
            {i18n.t('files.allNew')}
          </Button>
          <Button small look="quiet" onClick={() => onDecisions(new Map())}>
            {i18n.t('files.allLeave')}
          </Button>
        </div>
      )}
      <PreviewTable
        key={filter}
        rows={shown}
        decisions={decisions}
        results={results}
        onDecide={
          onDecisions === null ? null : (row, decision) => onDecisions(new Map(decisions).set(row, decision))
        }
      />
    </section>
  )
}

interface WhatHappensProps {
  preview: Preview
  rows: readonly PreviewRow[]
  decisions: Decisions
  results: Results
  /** Null once it runs: nothing can be decided any more. */
  onDecisions: ((decisions: Decisions) => void) | null
}

function countOf(rows: readonly PreviewRow[], filter: Filter): number {
  return rows.reduce((sum, row) => (isIn(filter, row) ? sum + 1 : sum), 0)
}

/** The same decision for every unclear row; who has the very key of somebody known is never a new person. */
function allAs(rows: readonly PreviewRow[], as: 'same' | 'new'): Decisions {
  const decided = new Map<number, Decision>()
  for (const row of rows) {
    if (row.kind !== 'unclear') continue
    const [first] = row.candidates
    if (as === 'new' && !hasExactTwin(row)) decided.set(row.row, { as: 'new' })
    if (as === 'same' && first) decided.set(row.row, { as: 'same', contactId: first.contactId })
  }
  return decided
}
