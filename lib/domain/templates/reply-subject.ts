import { oneLine } from './scope.ts'

/** `Re: ` and the thread's subject, however often it was answered before. */
export function replySubject(subject: string): string {
  const bare = oneLine(subject).replace(
    /^(?:(?:re|aw|sv|vs|antw|odp|rif|res|回复|答复)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu,
    '',
  )
  return `Re: ${bare}`
}
