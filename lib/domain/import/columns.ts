import { profileLink } from '#lib/domain/address-kind.ts'
import { normalMail } from '#lib/domain/mail.ts'
import { ANY_ADDRESS, FAMILY_OR_WHOLE, GIVEN_OR_WHOLE, HEADER_WORDS } from './header-words.ts'
import type { ColumnTarget, ImportTarget } from './targets.ts'

/** What a file's table is taken for, before the rep looks at it. */
export interface Guess {
  /** Index of the row that names the columns; null when none does and the first row is a person already. */
  headerRow: number | null
  columns: GuessedColumn[]
}

export interface GuessedColumn {
  /** As the file writes it, cleaned; empty where the file names none. */
  header: string
  target: ColumnTarget
  /** What it was guessed by; null when nothing told. */
  by: 'header' | 'values' | null
  /** The first different values, as many as three. */
  samples: string[]
  /** Rows of the file in which it is filled. */
  filled: number
}

/**
 * Finds the row that names the columns (LinkedIn writes a preamble above it) and guesses what each column holds, by
 * its name and, where that says nothing, by its values. Rows may be of different lengths.
 */
export function guessColumns(rows: readonly (readonly string[])[]): Guess {
  return guessWith(rows, headerRowOf(rows))
}

/** The same with the row of the names given; null when the file has none. */
export function guessWith(rows: readonly (readonly string[])[], headerRow: number | null): Guess {
  const headers = headerRow === null ? [] : (rows[headerRow] ?? [])
  const body = headerRow === null ? rows : rows.slice(headerRow + 1)
  const width = Math.min(
    MOST_COLUMNS,
    body.reduce((widest, row) => Math.max(widest, row.length), headers.length),
  )
  const found = Array.from({ length: width }, (_, index) => columnOf(headers[index] ?? '', body, index))
  // Past the last name: separators at the ends of lines, or rows that have slipped. Neither is a column.
  const least = headerRow === null ? 1 : Math.max(1, body.length / 2)
  while (found.at(-1)?.header === '' && (found.at(-1)?.filled ?? 0) < least) found.pop()
  return { headerRow, columns: oneEach(settleNames(found)) }
}

/** A column's name in the form it is compared in: no case, accents, punctuation; `firstName` becomes «first name». */
export function headerKey(header: string): string {
  return header
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

interface Candidate extends GuessedColumn {
  rank: number
  key: string
}

function columnOf(raw: string, body: readonly (readonly string[])[], index: number): Candidate {
  const header = raw
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 200)
  const samples = new Set<string>()
  const looked: string[] = []
  let filled = 0
  for (const row of body) {
    const value = (row[index] ?? '').trim()
    if (value === '') continue
    filled += 1
    if (samples.size < 3) samples.add(value.slice(0, 200))
    if (looked.length < 200) looked.push(value)
  }
  const key = headerKey(header)
  const [target, rank, by] = meaningOf(key, looked)
  return { header, target, rank, by, key, samples: [...samples], filled }
}

function meaningOf(key: string, values: readonly string[]): [ColumnTarget, number, GuessedColumn['by']] {
  const known = WORDS.get(key) ?? WORDS.get(key.replace(/ \d+$/, ''))
  if (known !== undefined && !ADDRESSES.has(key)) return [known.target, known.rank, 'header']
  const seen = meaningOfValues(values)
  if (ADDRESSES.has(key) && seen === null && values.some((value) => WEB_ADDRESS.test(value))) {
    return ['companyDomain', 3, 'values']
  }
  return seen === null ? ['skip', 9, null] : [seen, 6, 'values']
}

/** What most of the values are, when their form alone tells it. */
function meaningOfValues(values: readonly string[]): 'email' | 'linkedin' | 'phone' | null {
  if (values.length === 0) return null
  const most = values.length * 0.6
  if (values.filter((value) => normalMail(value) !== null).length >= most) return 'email'
  if (values.filter((value) => isProfile(value)).length >= most) return 'linkedin'
  return values.filter((value) => PHONE.test(value)).length >= most ? 'phone' : null
}

function isProfile(value: string): boolean {
  const { slug, memberId } = profileLink(value)
  return slug !== null || memberId !== null
}

/** Names that mean one thing beside a certain other column and another thing alone. */
function settleNames(columns: Candidate[]): Candidate[] {
  const has = (target: ImportTarget): boolean => columns.some((column) => column.target === target)
  const hasLast = has('lastName')
  const hasFirst = has('firstName') || (hasLast && columns.some(({ key }) => GIVEN.has(key)))
  // «Nom» with «Prénom» is the family name; so is «Name» with «Vorname».
  return columns.map((column) => {
    if (GIVEN.has(column.key))
      return { ...column, target: hasLast ? 'firstName' : 'name', rank: 0, by: 'header' }
    if (!FAMILY.has(column.key)) return column
    return { ...column, target: hasFirst && !hasLast ? 'lastName' : 'name', rank: 0, by: 'header' }
  })
}

/** Of several columns for one target the best named, then the best filled one keeps it. */
function oneEach(columns: Candidate[]): GuessedColumn[] {
  const best = new Map<ColumnTarget, Candidate>()
  for (const column of columns) {
    const other = best.get(column.target)
    const isBetter =
      other === undefined ||
      (column.filled > 0 && other.filled === 0) ||
      (column.filled > 0 === other.filled > 0 && column.rank < other.rank)
    if (isBetter) best.set(column.target, column)
  }
  return columns.map((column) => {
    const { rank: _rank, key: _key, ...plain } = column
    const keeps = column.target === 'note' || column.target === 'skip' || best.get(column.target) === column
    return keeps ? plain : { ...plain, target: 'skip' }
  })
}

/**
 * The first of the top rows that holds most known column names. Where none holds any, the first row counts as names
 * when nothing in it looks like a value and something below does.
 */
function headerRowOf(rows: readonly (readonly string[])[]): number | null {
  let best = { row: -1, score: 0 }
  for (const [row, cells] of rows.slice(0, TOP_ROWS).entries()) {
    const score = cells.filter((cell) => cell.length <= 80 && isKnownName(headerKey(cell))).length
    if (score > best.score) best = { row, score }
  }
  if (best.score > 0) return best.row
  const [first = [], ...rest] = rows.slice(0, TOP_ROWS)
  const isValue = (cell: string): boolean => cell.includes('@') || /\d{4}|^https?:/i.test(cell)
  const isNames = first.length > 1 && first.every((cell) => cell.trim() !== '' && !isValue(cell))
  return isNames && rest.some((row) => row.some(isValue)) ? 0 : null
}

function isKnownName(key: string): boolean {
  return key !== '' && (WORDS.has(key) || GIVEN.has(key) || FAMILY.has(key) || ADDRESSES.has(key))
}

/** Letters that NFKD leaves whole. */
const PLAIN: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
} // prettier-ignore
const words = (text: string): string[] => text.split('|').map((word) => headerKey(word))
const WORDS: ReadonlyMap<string, { target: ColumnTarget; rank: number }> = new Map(
  HEADER_WORDS.flatMap(([target, rank, list]) =>
    words(list).map((word) => [word, { target, rank }] as const),
  ),
)
const GIVEN: ReadonlySet<string> = new Set(words(GIVEN_OR_WHOLE))
const FAMILY: ReadonlySet<string> = new Set(words(FAMILY_OR_WHOLE))
const ADDRESSES: ReadonlySet<string> = new Set(words(ANY_ADDRESS))
const WEB_ADDRESS = /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#].*)?$/u
const PHONE = /^(?:\+|00)[\d\s().\-/]{7,24}$/
const TOP_ROWS = 20
/** More columns than this are no list of people. */
const MOST_COLUMNS = 200
