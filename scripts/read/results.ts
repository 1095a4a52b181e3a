import { getDomain } from 'tldts'
import type {
  AnyRead,
  CompanyRead,
  DetailsRead,
  Field,
  PersonRead,
  PersonRow,
  ThreadRead,
} from '#lib/domain/capture.ts'

/** One line of results.jsonl without its file name. */
export type ScoredResult = {
  readonly pageType: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Turns what a reader found into the keys of a manifest. A value that ways disagree about evenly (`guess`) is
 * left out, and so is everything that is not there. The viewer of a thread takes part in it here.
 */
export function scoredResult(result: AnyRead): ScoredResult {
  switch (result.kind) {
    case 'person':
      return { pageType: 'profile', values: personValues(result) }
    case 'details':
      return {
        pageType: result.page === 'contact' ? 'contact-overlay' : 'profile-experience',
        values: personValues(result),
      }
    case 'people':
      return {
        pageType: result.list === 'search' ? 'people-search' : 'connections',
        values: { rows: result.rows.map(rowValues) },
      }
    case 'company':
      return { pageType: 'company', values: companyValues(result) }
    case 'thread':
      return { pageType: 'mail-thread', values: threadValues(result) }
    case 'unreadable':
      return { pageType: null, values: {} }
    case 'notThisPage':
      if (result.reason === 'unsupported-page') return { pageType: null, values: {} }
      if (result.reason === 'mail-list') return { pageType: 'mail-list', values: {} }
      return { pageType: 'other', values: { none: true, reason: result.reason } }
  }
}

/** Fields as plain strings, without those the ways disagree about evenly. */
function plain(fields: Readonly<Record<string, Field | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, field] of Object.entries(fields))
    if (field && field.confidence !== 'guess') kept[key] = field.value
  return kept
}

function personValues(read: PersonRead | DetailsRead): Record<string, unknown> {
  const { experience, education, contact } = read
  return {
    ...plain(read.fields),
    ...(experience && { experience: experience.map(dropNulls) }),
    ...(education && { education: education.map(dropNulls) }),
    ...(contact && { contact }),
  }
}

const dropNulls = (entry: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(entry).filter((pair): pair is [string, string] => pair[1] !== null))

function rowValues({ anonymous, ...row }: PersonRow): Record<string, unknown> {
  return { ...dropNulls(row), anonymous }
}

function companyValues(read: CompanyRead): Record<string, unknown> {
  const { specialities, ...rest } = plain(read.fields)
  const domain = rest['website'] ? getDomain(rest['website']) : null
  return {
    ...rest,
    ...(domain && { domain }),
    ...(specialities && { specialities: specialities.split('\n') }),
  }
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
