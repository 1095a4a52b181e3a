import { csvRows, csvText } from '#lib/domain/csv.ts'
import type { Stored } from '#lib/domain/records.ts'
import { dayOf, type FilePieces } from './backup.ts'
import type { Deps } from './deps.ts'
import { breath, type Watch } from './import-file.ts'
import { NO_FILTER, peoplePage, type PeopleFilter, type PersonRow } from './people-list.ts'

/**
 * People out as CSV, in the order of the list: all of them, or those that query and filter leave. The first columns are
 * named as the import knows them, so that the file can come back. Null when it was stopped.
 */
export async function peopleFile(
  deps: Deps,
  { query, filter = NO_FILTER, onProgress, signal }: Watch & { query: string; filter?: PeopleFilter },
): Promise<(FilePieces & { count: number }) | null> {
  const pieces = [csvText([COLUMNS.map(([name]) => name)])]
  let after: string | undefined
  let count = 0
  for (let pages = 1; ; pages += 1) {
    if (signal?.aborted === true) return null
    const page = await peoplePage(deps, {
      query,
      filter,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    const { rows } = page
    const contacts = await deps.store.getMany('contact', rows.map(({ id }) => id)) // prettier-ignore
    const lines = rows.flatMap((row, index) => {
      const contact = contacts[index]
      return contact === undefined ? [] : [COLUMNS.map(([, read]) => read(contact, row) ?? '')]
    })
    pieces.push(csvRows(lines))
    count += lines.length
    onProgress?.(pages / (pages + 1))
    if (page.next === null) break
    after = page.next
    await breath()
  }
  return { name: `baton-people-${dayOf(deps)}.csv`, type: 'text/csv;charset=utf-8', pieces, count }
}

type Read = (contact: Stored<'contact'>, row: PersonRow) => string | null | undefined

const COLUMNS: readonly (readonly [name: string, read: Read])[] = [
  ['Name', ({ name }) => name.value],
  ['First name', ({ firstName }) => firstName?.value],
  ['Last name', ({ lastName }) => lastName?.value],
  ['Job title', ({ title }) => title?.value],
  ['Company', ({ company }) => company?.value],
  ['Headline', ({ headline }) => headline?.value],
  ['Email', ({ emails }) => emails[0]?.value],
  ['Phone', ({ phones }) => phones[0]?.value],
  [
    'LinkedIn',
    ({ slug }) => (slug ? `https://www.linkedin.com/in/${encodeURIComponent(slug.value)}/` : null),
  ],
  ['Location', ({ location }) => location?.value],
  ['Email 2', ({ emails }) => emails[1]?.value],
  ['Phone 2', ({ phones }) => phones[1]?.value],
  ['Status', ({ status, doNotContact }) => (doNotContact ? 'do_not_contact' : status)],
  ['Fit', (_contact, row) => row.grade],
  ['Status reason', ({ statusReason }) => statusReason],
  ['Nurture until', ({ nurtureUntil }) => nurtureUntil],
  ['Lead source', ({ leadSource }) => leadSource],
  ['Arrived', ({ arrivedAt }) => arrivedAt],
  ['Cadence', (_contact, row) => row.cadenceName],
  ['Cadence state', (_contact, row) => row.enrollmentState],
  ['Next touch', (_contact, row) => row.nextAt],
  ['Saved', ({ createdAt }) => createdAt],
  ['Source of name', ({ name }) => name.url ?? name.strategy ?? name.by],
  ['Practice', ({ practice }) => (practice ? 'practice' : null)],
]
const PAGE = 200
