import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_BYTES, MOST_ROWS } from '#lib/app/import-file.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { problemWords } from './problem-words.ts'
import type { Problem } from './use-open-file.ts'

/** The place where a file is dropped or chosen, with what was wrong with the last one. */
export function ChooseFile({ problem, name, onFile }: ChooseFileProps) {
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  return (
    <div className="imp-choose">
      {problem !== null && (
        <Banner tone="late" title={i18n.t('files.notRead', { name: name ?? '' })}>
          {problemWords(problem)}
        </Banner>
      )}
      <section
        className={`imp-drop ${isOver ? 'is-over' : ''}`}
        aria-label={i18n.t('files.choose')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file) onFile(file)
        }}
      >
        <Icon of={FileUp} />
        <h2>{i18n.t('files.drop')}</h2>
        <p className="t2">{i18n.t('files.kinds')}</p>
        <p className="t3 sm">
          {i18n.t('files.limits', {
            rows: MOST_ROWS.toLocaleString(),
            size: String(MOST_BYTES / 1_000_000),
          })}
        </p>
        <Button look="filled" onClick={() => field.current?.click()}>
          {i18n.t('files.choose')}
        </Button>
        <input
          ref={field}
          className="vh"
          type="file"
          tabIndex={-1}
          aria-label={i18n.t('files.choose')}
          accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again after it was mended.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
      </section>
      <section className="imp-hints">
        <h2>{i18n.t('files.hints')}</h2>
        <ul>
          <li>{i18n.t('files.hintLinkedin')}</li>
          <li>{i18n.t('files.hintExcel')}</li>
          <li>{i18n.t('files.hintRestore')}</li>
        </ul>
      </section>
    </div>
  )
}

interface ChooseFileProps {
  problem: Problem | null
  /** Name of the file that the problem is about. */
  name: string | null
  onFile: (file: File) => void
}
