import type * as PapaParse from 'papaparse'

/** A file that the rep chose, as a table of text: its encoding and its separator are found out, nothing is believed. */

export interface Table {
  kind: 'table'
  /** Every row of the file, also empty ones, so that an index is the row number less one. */
  rows: string[][]
  encoding: Encoding
  delimiter: Delimiter
  /** Indexes of rows whose quotation marks do not pair up. */
  broken: ReadonlySet<number>
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Delimiter = ',' | ';' | '\t' | '|'

export interface RefusedFile {
  kind: 'refused'
  code:
    | 'empty'
    | 'too-large'
    | 'too-many-rows'
    | 'workbook'
    | 'not-text'
    | 'quote-open'
    | 'no-rows'
    | 'stopped'
  /** The row where a quotation mark opens and never closes. */
  row: number | null
}

export interface Watch {
  /** Parts done of all, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

export const MOST_BYTES = 20_000_000
export const MOST_ROWS = 50_000

/** Reads a file's bytes piece by piece; between two pieces the page is free to draw and to press Stop. */
export async function readTable(bytes: Uint8Array, watch: Watch = {}): Promise<Table | RefusedFile> {
  if (bytes.length === 0) return refused('empty')
  if (isWorkbook(bytes)) return refused('workbook')
  if (bytes.length > MOST_BYTES) return refused('too-large')
  const decoded = decode(bytes)
  if (decoded === null) return refused('not-text')
  const { text, delimiter: named } = withoutSeparatorLine(decoded.text.replace(/\r\n?/g, '\n'))
  if (text.trim() === '') return refused('no-rows')
  const { default: Papa } = await import('papaparse')
  const delimiter = named ?? guessDelimiter(Papa, text)
  const parsed = await parsePieces(Papa, { text, delimiter }, watch)
  return parsed.kind === 'refused' ? parsed : { ...parsed, encoding: decoded.encoding, delimiter }
}

type Library = typeof PapaParse
/** What the library's core parser gives; it is typed loosely there. */
interface Parsed {
  data: string[][]
  errors: { code: string; row?: number }[]
  meta: { cursor: number }
}

async function parsePieces(
  Papa: Library,
  { text, delimiter }: { text: string; delimiter: Delimiter },
  { onProgress, signal }: Watch,
): Promise<RefusedFile | Pick<Table, 'kind' | 'rows' | 'broken'>> {
  const rows: string[][] = []
  const broken = new Set<number>()
  let rest = ''
  for (let from = 0; from < text.length; from += PIECE) {
    if (signal?.aborted === true) return refused('stopped')
    const isLast = from + PIECE >= text.length
    const piece = rest + text.slice(from, from + PIECE)
    // `as`: see Parsed.
    const parsed = new Papa.Parser({ delimiter, newline: '\n' }).parse(piece, 0, !isLast) as Parsed
    for (const { code, row } of parsed.errors) {
      if (code === 'MissingQuotes' && isLast)
        return { ...refused('quote-open'), row: rows.length + (row ?? 0) + 1 }
      if (code === 'InvalidQuotes') broken.add(rows.length + (row ?? 0))
    }
    for (const row of parsed.data) rows.push(row)
    rest = isLast ? '' : piece.slice(parsed.meta.cursor)
    if (rest.length > LONGEST_ROW) return { ...refused('quote-open'), row: rows.length + 1 }
    if (rows.length > MOST_ROWS + ROOM_FOR_NAMES) return refused('too-many-rows')
    onProgress?.(Math.min(1, (from + PIECE) / text.length))
    await breath()
  }
  // The last line's end is no row of its own.
  if (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop()
  return { kind: 'table', rows, broken }
}

/** Lets the page draw and hear. A timer would do it too, but a tab in the background gets one a second. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

function guessDelimiter(Papa: Library, text: string): Delimiter {
  const sample = text.slice(0, SAMPLE)
  const { meta } = Papa.parse(sample, {
    preview: 50,
    // An empty line at the end would count as a row of one cell.
    skipEmptyLines: 'greedy',
    delimitersToGuess: [...DELIMITERS],
    newline: '\n',
  })
  return DELIMITERS.find((one) => one === meta.delimiter) ?? ','
}

/** Excel writes `sep=;` above the table to tell itself the separator. */
function withoutSeparatorLine(text: string): { text: string; delimiter: Delimiter | null } {
  const line = /^"?sep=([,;|\t])"?\n/i.exec(text)
  const delimiter = DELIMITERS.find((one) => one === line?.[1]) ?? null
  return line === null ? { text, delimiter } : { text: text.slice(line[0].length), delimiter }
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const encoding = encodingOf(bytes)
  if (encoding === null) return null
  // The decoder takes the byte-order mark away.
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** By the byte-order mark; else by where zero bytes lie; else UTF-8 where it is valid; else what Western Windows writes. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4_096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 8 && even < odd / 4) return 'utf-16le'
  if (even > sample.length / 8 && odd < even / 4) return 'utf-16be'
  if (bytes.includes(0)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? null : 'windows-1252'
  }
}

/** Excel, OpenDocument and Numbers files are zip archives; old Excel files are compound documents. */
function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte))
}

function refused(code: RefusedFile['code']): RefusedFile {
  return { kind: 'refused', code, row: null }
}

const DELIMITERS = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[]
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
/** Characters that are parsed at a time: some ten milliseconds. */
const PIECE = 262_144
const SAMPLE = 65_536
/** A row longer than this is a quotation mark that never closes. */
const LONGEST_ROW = 1_000_000
/** Names of columns and what LinkedIn writes above them. */
const ROOM_FOR_NAMES = 20
