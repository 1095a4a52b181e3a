import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useAct } from '#components/ui/act.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { useStartTouch } from '#components/touch/use-start-touch.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** What the worker asks of the panel: a screen to show, and what to say of an act that was done without it. */
export interface Wish {
  route: string | null
  notice: { code: string; facts: Record<string, string>; group: string | null } | null
}
export type Wishes = (take: (wish: Wish) => void) => () => void

/** Follows the wishes: key, menu and notification act in the worker, the panel shows and says what came of it. */
export function useWishes(wishes: Wishes): void {
  const [, go] = useLocation()
  const act = useAct()
  const start = useStartTouch()
  const time = useTime()
  const take = useRef<(wish: Wish) => void>(() => undefined)
  useEffect(() => {
    take.current = ({ route, notice }) => {
      if (route !== null) go(route)
      // A notification was pressed: its touch begins as it does from Today.
      const touch = /^\/touch\/([\w-]+)$/.exec(route ?? '')?.[1]
      if (touch !== undefined) start(touch)
      if (notice === null) return
      const { code, facts, group } = notice
      const known = CODES.find((one) => one === code)
      if (known === undefined) return
      const words = i18n.t(`frame.press.${textKey(known)}`)
      const isDone = known === 'added' || known === 'already'
      const next = facts.at ? i18n.t('today.nextAt', { when: time.when(facts.at) }) : ''
      const detail = [facts.name, facts.cadence, next].filter(Boolean).join(' · ')
      void act(
        async () => ({ group }),
        isDone ? { title: words, ...(detail ? { detail } : {}) } : { problem: words },
      )
    }
  })
  useEffect(() => wishes((wish) => take.current(wish)), [wishes])
}

const CODES = [
  'added',
  'already',
  'suppressed',
  'never',
  'no-cadence',
  'no-person',
  'no-access',
  'choose',
  'interrupted',
] as const
