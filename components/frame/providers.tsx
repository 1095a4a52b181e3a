import { useEffect, useState, type ReactNode } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { useNow } from '#lib/queries/now.ts'
import { useSettings } from '#lib/queries/settings.ts'
import { ActProvider } from '#components/ui/act.tsx'
import { KeysProvider } from '#components/ui/keys-provider.tsx'
import { LiveProvider } from '#components/ui/live.tsx'
import { TimeProvider } from '#components/ui/time-provider.tsx'
import { ToastProvider } from '#components/ui/toast.tsx'

/** What every page of Baton stands in: time, theme, keys, words for screen readers, toast and Undo. */
export function Providers({ children }: { children: ReactNode }) {
  const baton = useBaton()
  const now = useNow()
  const settings = useSettings().data
  const zone = settings?.zone ?? baton.deps.clock.zone()
  useTheme(settings?.theme ?? 'system')
  const [undo] = useState(() => (group: string) => baton.undo({ group }))
  return (
    <TimeProvider now={now} zone={zone}>
      <KeysProvider singleKeys={settings?.singleKeys ?? true}>
        <LiveProvider>
          <ToastProvider>
            <ActProvider undo={undo}>{children}</ActProvider>
          </ToastProvider>
        </LiveProvider>
      </KeysProvider>
    </TimeProvider>
  )
}

/** The system's, unless the rep has chosen one. */
function useTheme(theme: 'system' | 'light' | 'dark'): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
