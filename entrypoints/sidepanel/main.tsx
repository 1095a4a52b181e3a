import '#components/ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Broken, Crash } from '#components/app/crash.tsx'
import { Providers } from '#components/app/providers.tsx'
import { Panel } from '#components/frame/panel.tsx'
import { takeWishes } from '#lib/platform/panel.ts'
import { openPage } from '#lib/wiring/page.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('sidepanel.html has no #root')

const page = await openPage({ follows: true }).catch(() => null) // Only the database can refuse.
createRoot(root).render(
  <StrictMode>
    <Crash>
      {page === null ? (
        <Broken />
      ) : (
        <Providers baton={page.baton}>
          <Panel wishes={takeWishes} />
        </Providers>
      )}
    </Crash>
  </StrictMode>,
)
