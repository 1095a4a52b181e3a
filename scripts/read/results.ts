import type { Field, PersonRead, ReadResult, ThreadRead } from '#lib/domain/capture.ts'

/** One line of results.jsonl without its file name. */
export type ScoredResult = {
  readonly pageType: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Turns what a reader found into the keys of a manifest. A value that ways disagree about evenly (`guess`) is
 * left out, and so is everything that is not there. The viewer of a thread takes part in it here.
 */
export function scoredResult(result: ReadResult): ScoredResult {
  if (result.kind === 'person') return { pageType: 'profile', values: personValues(result) }
  if (result.kind === 'thread') return { pageType: 'mail-thread', values: threadValues(result) }
  if (result.kind === 'unreadable') return { pageType: null, values: {} }
  if (result.reason === 'unsupported-page') return { pageType: null, values: {} }
  if (result.reason === 'mail-list') return { pageType: 'mail-list', values: {} }
  return { pageType: 'other', values: { none: true, reason: result.reason } }
}

function personValues(read: PersonRead): Record<string, unknown> {
  const fields = Object.entries(read.fields) as [string, Field][] // partial record: present ones have values
  return Object.fromEntries(
    fields.filter(([, field]) => field.confidence !== 'guess').map(([key, field]) => [key, field.value]),
  )
}

function threadValues(read: ThreadRead): Record<string, unknown> {
  const { threadId, subject } = read
  return {
    ...(threadId && { threadId }),
    ...(subject && { subject }),
    participants: [...read.participants, ...(read.own ?? [])].map(({ address, name }) =>
      name ? { address, name } : { address },
    ),
  }
}
