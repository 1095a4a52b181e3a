import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answer } from '#lib/readers/scripts/answer.ts'
import { read } from '#lib/readers/scripts/details.ts'

/** Injected on demand after the first one; its last value goes back to the caller. */
export default defineUnlistedScript(() => answer(read))
