import { i18n } from '#components/ui/i18n.ts'
import { ColumnsTable } from './columns-table.tsx'
import { ImportFoot } from './import-foot.tsx'
import { ImportOptions } from './import-options.tsx'
import type { OpenTable } from './use-open-file.ts'
import { usePeopleImport } from './use-people-import.ts'
import { WhatHappens } from './what-happens.tsx'

/** Columns at the left, what will happen at the right, and below it the import itself. */
export function PeopleImport({ file, onOther }: { file: OpenTable; onOther: () => void }) {
  const it = usePeopleImport(file)
  const isOpen = it.run.state === 'idle'
  const used = it.targets.filter((target) => target !== 'skip').length
  return (
    <>
      <div className="imp-body">
        <section className="imp-left" aria-labelledby="imp-columns">
          <div className="section-head">
            <h2 id="imp-columns">{i18n.t('files.columns')}</h2>
            <span className="sm">
              {i18n.t('files.used', { n: String(used), of: String(it.targets.length) })}
            </span>
          </div>
          <ColumnsTable
            columns={file.guess.columns}
            targets={it.targets}
            disabled={!isOpen}
            onChange={it.setTarget}
          />
          <ImportOptions options={it.options} disabled={!isOpen} onChange={it.setOptions} />
        </section>
        <WhatHappens
          preview={it.preview}
          rows={it.rows}
          decisions={it.decisions}
          results={it.results}
          onDecisions={isOpen ? it.setDecisions : null}
        />
      </div>
      <ImportFoot
        share={it.preview.share}
        total={it.rows.length}
        wanted={it.wanted.length}
        left={it.left.length}
        run={it.run}
        onStart={it.start}
        onSaveLeft={it.saveLeft}
        onOther={onOther}
      />
    </>
  )
}
