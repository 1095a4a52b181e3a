import { ChevronLeft } from 'lucide-react'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Button } from '#components/ui/button.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { ChooseFile } from './choose-file.tsx'
import './import.css'
import { PeopleImport } from './people-import.tsx'
import { RestoreView } from './restore-view.tsx'
import { useOpenFile, type OpenTable } from './use-open-file.ts'

/** A file comes in: people as a table, or everything that Baton has saved once. */
export function ImportScreen() {
  const { stage, open, close } = useOpenFile()
  const onFile = (file: File) => void open(file)
  return (
    <div className="imp-screen">
      <header className="pane-head">
        <a className="btn-icon" href="#/people" aria-label={i18n.t('files.back')}>
          <Icon of={ChevronLeft} />
        </a>
        <h1>{i18n.t(stage.at === 'backup' ? 'files.restoreTitle' : 'files.title')}</h1>
        {stage.at === 'table' && <span className="t3 trunc">{fileWords(stage.file)}</span>}
        {stage.at === 'backup' && <span className="t3 trunc">{stage.name}</span>}
        {(stage.at === 'table' || stage.at === 'backup') && (
          <div className="end">
            <Button onClick={close}>{i18n.t('files.another')}</Button>
          </div>
        )}
      </header>
      {stage.at === 'choose' && <ChooseFile problem={stage.problem} name={stage.name} onFile={onFile} />}
      {stage.at === 'reading' && (
        <div className="imp-reading" role="status">
          <p>{i18n.t('files.reading', { name: stage.name })}</p>
          <Progress value={stage.share * 100} words={i18n.t('files.reading', { name: stage.name })} />
          <Button onClick={close}>{i18n.t('files.stop')}</Button>
        </div>
      )}
      {stage.at === 'table' && <PeopleImport key={stage.file.name} file={stage.file} onOther={close} />}
      {stage.at === 'backup' && <RestoreView backup={stage.backup} onOther={close} />}
    </div>
  )
}

/** «fair.csv, 412 rows, UTF-8, semicolons». */
function fileWords({ name, table, guess }: OpenTable): string {
  const rows = table.rows.length - (guess.headerRow === null ? 0 : guess.headerRow + 1)
  const parts = [
    name,
    i18n.t('files.rows', rows, [rows.toLocaleString()]),
    ENCODINGS[table.encoding],
    i18n.t(`files.separator.${SEPARATORS[table.delimiter]}`),
  ]
  return parts.join(', ')
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
