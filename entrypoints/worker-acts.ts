import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { workerActs } from '#lib/wiring/worker.ts'

/** What the worker does, as a script of its own: `background.ts` loads it when there is something to do. */
export default defineUnlistedScript(() => {
  globalThis.batonActs = workerActs()
})
