import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { writeIntoCompose } from '#lib/platform/write-compose.ts'

declare global {
  // Put there, in a world the page cannot see, by `lib/platform/compose.ts` just before.
  var batonText: string | undefined
}

/** Injected on the rep's key; its last value goes back to the caller. The only script that writes to a page. */
export default defineUnlistedScript(() => {
  const text = globalThis.batonText ?? ''
  globalThis.batonText = undefined
  return text === '' ? 'refused' : writeIntoCompose(document, location.hostname, text)
})
