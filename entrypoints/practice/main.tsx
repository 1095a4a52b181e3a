import '#components/ui/theme.css'
import '#components/practice/practice.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PracticeRange } from '#components/practice/practice-range.tsx'
import { openPanel } from '#lib/platform/panel.ts'
import { servePracticePage, type PracticeRead } from '#lib/platform/practice-channel.ts'
import { extensionSettings } from '#lib/platform/settings.ts'
import { practicePageAt, standsFor } from '#lib/practice/routes.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('practice.html has no #root')

void servePracticePage(readShownPage)
void extensionSettings.get().then(({ theme }) => {
  if (theme !== 'system') document.documentElement.dataset.theme = theme
})
createRoot(root).render(
  <StrictMode>
    <PracticeRange onOpenPanel={() => void openPanel()} />
  </StrictMode>,
)

/** The markup is parsed anew for each read: a document that stands alone is the same for every reader. */
function readShownPage(): PracticeRead {
  const at = window.location.href
  const url = standsFor(window.location.hash)
  const page = url === null ? null : practicePageAt(url)
  if (url === null || page === null) {
    return {
      at,
      read: { url: at, loadedAt: at, result: { kind: 'notThisPage', reason: 'not-a-prospect-page' } },
    }
  }
  const shown = new DOMParser().parseFromString(page, 'text/html')
  return { at, read: { url, loadedAt: url, result: readAnyPage(shown, url) } }
}
