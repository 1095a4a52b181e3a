import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answer } from '#lib/readers/scripts/answer.ts'
import { read } from '#lib/readers/scripts/details.ts'

/** Injected on demand; its last value goes back to the caller. It listens to nothing and writes nothing. */
export default defineUnlistedScript(() =>
  answer(read, {
    document,
    href: location.href,
    // the navigation entry keeps the address the document was loaded at, whatever the page does to its history
    loadedAt: performance.getEntriesByType('navigation')[0]?.name,
  }),
)
