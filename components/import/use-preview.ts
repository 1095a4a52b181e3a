import { useEffect, useRef, useState } from 'react'
import type { PreviewRow } from '#lib/app/import-preview.ts'
import type { Mapping } from '#lib/domain/import/row.ts'
import { useImportCases } from '#lib/queries/import.ts'
import type { OpenTable } from './use-open-file.ts'

export interface Preview {
  /** Of the mapping before while the new one is looked at; null until the first is there. */
  rows: readonly PreviewRow[] | null
  /** How far the looking is, 0 to 1; null when it is done. */
  share: number | null
  /** The store could not be read. */
  failed: boolean
}

/** Looks at every row whenever the columns change; a moment's rest first, so that two quick changes are one look. */
export function usePreview(file: OpenTable, mapping: Mapping, source: string): Preview {
  const cases = useImportCases()
  const latest = useRef(cases)
  useEffect(() => {
    latest.current = cases
  })
  const [preview, setPreview] = useState<Preview>({ rows: null, share: 0, failed: false })
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => void look(), REST_MS)
    const look = async (): Promise<void> => {
      const onProgress = (share: number) =>
        !stop.signal.aborted && setPreview((now) => ({ ...now, share, failed: false }))
      onProgress(0)
      try {
        const input = { table: file.table, headerRow: file.guess.headerRow, mapping, source }
        const rows = await latest.current.preview(input, { signal: stop.signal, onProgress })
        if (rows !== null && !stop.signal.aborted) setPreview({ rows, share: null, failed: false })
      } catch {
        if (!stop.signal.aborted) setPreview((now) => ({ ...now, share: null, failed: true }))
      }
    }
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [file, mapping, source])
  return preview
}

const REST_MS = 150
