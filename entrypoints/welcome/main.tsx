import '#components/ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WelcomePage } from '#components/welcome/welcome-page.tsx'
import { Broken, Crash } from '#components/app/crash.tsx'
import { Providers } from '#components/app/providers.tsx'
import { openPage } from '#lib/wiring/page.ts'
import { pairFromAddress } from '#lib/wiring/pairing-in-address.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('welcome.html has no #root')

const page = await openPage({ follows: false }).catch(() => null) // Only the database can refuse.
if (page !== null) void pairFromAddress(page.baton)
createRoot(root).render(
  <StrictMode>
    <Crash>
      {page === null ? (
        <Broken />
      ) : (
        <Providers baton={page.baton}>
          <WelcomePage />
        </Providers>
      )}
    </Crash>
  </StrictMode>,
)
