import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { planCleanUp, readBacklog, type Backlog, type CleanUpChoice } from '#lib/app/backlog.ts'
import type { Course } from '#lib/app/planning.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** What is overdue; while `paused` (a clean-up runs) it stays as it was. */
export function useBacklog(paused: boolean) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['backlog'],
    queryFn: async () => ({ ...(await readBacklog(deps)), courses: new Map<string, Course>() }),
    enabled: !paused,
    placeholderData: (previous) => previous,
    gcTime: 0,
    meta: { tables: ['enrollment', 'cadence', 'settings'] },
  })
}

export type ReadBacklog = Backlog & { courses: Map<string, Course> }

/** What the choices would do; people are read once and kept with the backlog they belong to. */
export function useCleanUpPlan(
  backlog: ReadBacklog | undefined,
  { choices, perDay, paused }: { choices: readonly CleanUpChoice[]; perDay: number; paused: boolean },
) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const query = useQuery({
    // Thousands of choices: their number and kinds stand for them, the backlog for who they are.
    queryKey: ['clean-up-plan', keyOf(backlog), kindsOf(choices), perDay, minute],
    queryFn: async ({ signal }) => {
      if (backlog === undefined) return null
      const { courses } = backlog
      const plan = await planCleanUp(deps, {
        backlog,
        choices,
        perDay,
        courses,
        signal,
        onProgress: setProgress,
      })
      setProgress(null)
      return plan
    },
    enabled: backlog !== undefined && !paused,
    placeholderData: (previous) => previous,
    gcTime: 0,
  })
  return { plan: query.data ?? null, isCurrent: !query.isPlaceholderData && query.isSuccess, progress }
}

/** `s` shift, `k` skip …, `-` left: one letter a person. */
function kindsOf(choices: readonly CleanUpChoice[]): string {
  return choices.map(({ item, how }) => `${item.enrollmentId.slice(-6)}${how.slice(0, 2)}`).join('')
}

const keys = new WeakMap<object, string>()
function keyOf(backlog: object | undefined): string {
  if (backlog === undefined) return ''
  const key = keys.get(backlog) ?? crypto.randomUUID()
  keys.set(backlog, key)
  return key
}
