import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import type { Baton } from '#lib/queries/baton.ts'
import { BatonProvider } from '#lib/queries/context.tsx'
import { useNow } from '#lib/queries/now.ts'
import { useSettings } from '#lib/queries/settings.ts'
import { useUnfinishedSettings } from '#components/settings/saving.tsx'
import { ActProvider } from '#components/ui/act.tsx'
import { KeysProvider } from '#components/ui/keys-provider.tsx'
import { LiveProvider } from '#components/ui/live.tsx'
import { TimeProvider } from '#components/ui/time-provider.tsx'
import { ToastProvider } from '#components/ui/toast.tsx'

/** What every page of Baton stands in: the use cases, the clock, the keys, what is said and shown of a change. */
export function Providers({ baton, children }: { baton: Baton; children: ReactNode }) {
  return (
    <QueryClientProvider client={baton.client}>
      <BatonProvider baton={baton}>
        <Surroundings undo={(group) => baton.undo({ group })}>{children}</Surroundings>
      </BatonProvider>
    </QueryClientProvider>
  )
}

function Surroundings({
  undo,
  children,
}: {
  undo: (group: string) => Promise<unknown>
  children: ReactNode
}) {
  const settings = useSettings().data
  const now = useNow()
  useAppearance(settings?.theme)
  useUnfinishedSettings()
  return (
    <LiveProvider>
      <KeysProvider singleKeys={settings?.singleKeys ?? true}>
        <TimeProvider now={now} zone={settings?.zone ?? Temporal.Now.timeZoneId()}>
          <ToastProvider>
            <ActProvider undo={undo}>{children}</ActProvider>
          </ToastProvider>
        </TimeProvider>
      </KeysProvider>
    </LiveProvider>
  )
}

/** The tokens follow the system by themselves; a mark on the root sets them against it. */
function useAppearance(theme: 'system' | 'light' | 'dark' | undefined): void {
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
    else delete root.dataset['theme']
  }, [theme])
}
