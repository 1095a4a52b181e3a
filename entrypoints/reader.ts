import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answer } from '#lib/readers/scripts/answer.ts'
import { core, read } from '#lib/readers/scripts/first.ts'

/**
 * Injected on demand; its last value goes back to the caller. It listens to nothing and writes nothing to the page; in the
 * extension's own world it leaves what a later script needs of it.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { batonCore: core })
  return answer(read)
})
