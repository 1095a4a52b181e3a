import { useLocation } from 'wouter'
import { queueOf } from '#lib/domain/today-order.ts'
import { useNow } from '#lib/queries/now.ts'
import { useToday } from '#lib/queries/today.ts'
import { ROUTES, touchRoute } from '#components/frame/routes.ts'
import type { Done } from '#components/today/use-touch-acts.ts'

/** What stands before and behind a touch, and where the keys lead. */
export interface Around {
  previous: string | null
  next: string | null
  /** 1-based place among the others; null when it is not one of them. */
  at: number | null
  of: number
  go: (enrollmentId: string) => void
  /** What follows once this one is recorded or put off. */
  onDone: (done: Done | null) => void
  leave: () => void
}

/** The touches before and after this one, in the order of Today; what is due comes next once it is done. */
export function useAroundToday(enrollmentId: string): Around {
  const [, go] = useLocation()
  const view = useToday().data
  const now = useNow()
  const rows = (view?.groups ?? []).flatMap((group) => group.rows)
  const ids = rows.flatMap((row) =>
    row.stepId !== null && row.enrollmentId !== null ? row.enrollmentId : [],
  )
  const queue = view === undefined ? [] : queueOf(view, null).flatMap((row) => row.enrollmentId ?? [])
  const index = ids.indexOf(enrollmentId)
  const place = queue.indexOf(enrollmentId)
  const following = queue[place + 1] ?? queue.find((id) => id !== enrollmentId) ?? null
  return {
    previous: ids[index - 1] ?? null,
    next: index === -1 ? (ids[0] ?? null) : (ids[index + 1] ?? null),
    at: index === -1 ? null : index + 1,
    of: ids.length,
    go: (id) => go(touchRoute(id)),
    // The person's own next touch, such as the invitation after the mail, follows where nobody else waits.
    onDone: (done) => {
      if (following !== null) go(touchRoute(following))
      else if (!isDueNow(done, now)) go(ROUTES.today)
    },
    leave: () => go(ROUTES.today),
  }
}

/** The same person is due again at once. `now` is the minute's. */
export function isDueNow(done: Done | null, now: string): boolean {
  return done !== null && done.next !== null && done.next.slice(0, 16) <= now.slice(0, 16)
}
