import { useState } from 'react'
import * as z from 'zod/mini'
import { useDrafts } from '#lib/queries/drafts.ts'

export interface SnippetText {
  name: string
  body: string
}

const text = z.object({ name: z.string(), body: z.string() })

export const snippetDraftKey = (id: string): string => `snippet.${id}`

/** What is typed into a snippet, kept until it is saved or given up. */
export function useSnippetDraft(id: string, saved: SnippetText | null) {
  const drafts = useDrafts()
  const key = snippetDraftKey(id)
  const start = { name: saved?.name ?? '', body: saved?.body ?? '' }
  const [typed, setTyped] = useState<SnippetText | null>(() => readDraft(drafts.get(key)))
  const drop = () => {
    setTyped(null)
    drafts.drop(key)
  }
  return {
    value: typed ?? start,
    isDirty: typed !== null,
    change: (patch: Partial<SnippetText>) => {
      const next = { ...(typed ?? start), ...patch }
      if (next.name === start.name && next.body === start.body) return drop()
      setTyped(next)
      void drafts.keep(key, JSON.stringify(next)).catch(() => undefined) // It stays on screen.
    },
    drop,
  }
}

function readDraft(kept: string | null): SnippetText | null {
  if (kept === null) return null
  try {
    const parsed = text.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
