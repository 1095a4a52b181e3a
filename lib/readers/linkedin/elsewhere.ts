import type { Refusal } from '#lib/domain/capture.ts'
import type { Elsewhere } from './refusals.ts'

/** What an address without a profile shows. */
export function reasonElsewhere({ path, home }: Elsewhere): Refusal {
  if (/^\/(404|error)(\/|$)/.test(path)) return 'not-found'
  if (/^\/feed(\/|$)/.test(path)) return 'feed'
  if (/^\/search\/results\/(content|all|jobs|groups|events)/.test(path))
    return path.includes('/content') ? 'content-search' : 'not-a-prospect-page'
  if (path === '/') return home === 'guest' ? 'guest-home' : (home ?? 'unsupported-page')
  return READ_ELSEWHERE.test(path) ? 'unsupported-page' : 'not-a-prospect-page'
}

/** Kinds of pages that a reader of their own may know. */
const READ_ELSEWHERE =
  /^\/(company|school|showcase|search|sales|talent|recruiter|messaging|mynetwork|analytics|groups|events)(\/|$)/
