import type { PeopleRead, PersonRow } from '#lib/domain/capture.ts'
import { isIdSlug } from './address.ts'
import type { PeopleSeen, SeenRow } from './people-list.ts'
import { isHiddenName } from './words.ts'

/** Whom a list shows: everybody once. */
export function peopleOf({ generation, reader, list, marked, rows }: PeopleSeen): PeopleRead {
  const people = unique(rows.map((row) => rowOf(row, list === 'search')))
  return { kind: 'people', generation, reader, list, marked, rows: people }
}

/** The same person drawn twice is one row; nobody is dropped for being anonymous. */
function unique(rows: readonly PersonRow[]): PersonRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = row.slug ?? row.memberId
    if (key === null || row.anonymous) return true
    return !seen.has(key) && seen.add(key)
  })
}

function rowOf(row: SeenRow, isSearch: boolean): PersonRow {
  const told = (row.lines ?? []).filter((line) => line !== '' && !BADGE.test(line))
  const [headline = row.headline, place = row.location] = told
  const slug = row.slug ?? null
  const isId = slug !== null && isIdSlug(slug)
  const isHidden = row.name === undefined || isHiddenName(row.name)
  const [own = '', ...others] = row.badges
  return {
    name: isHidden ? null : row.name,
    slug: isHidden || isId ? null : slug,
    // of hidden people it is a stand-in that names nobody
    memberId: isHidden ? null : ((isId ? slug : row.memberId) ?? null),
    headline: headline || null,
    location: (isSearch && place) || null,
    degree: degreeIn(own) ?? degreeIn(others.find((line) => BADGE.test(line)) ?? ''),
    anonymous: isHidden,
  }
}

const BADGE = /^[•·・]\s*\P{L}*\p{Nd}|^[•·・]\s*\P{Nd}{0,12}\p{Nd}\P{Nd}{0,6}$/u

function degreeIn(text: string): string | null {
  const digit = /[•·・]\s*\P{Nd}*([1-3])(?!\p{Nd})/u.exec(text)?.[1]
  return digit ? (['1st', '2nd', '3rd'][Number(digit) - 1] ?? null) : null
}
