/**
 * Rows as a CSV text that every spreadsheet opens as meant: byte-order mark, commas, CRLF. A cell that a spreadsheet
 * would run as a formula gets an apostrophe before it (OWASP, CSV injection), which the import takes away again.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${csvRows(rows)}`
}

/** The rows alone, for a file that is written piece by piece. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\r\n\t]|^\s|\s$|^'/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Also the full-width signs, which some spreadsheets take for the narrow ones, and whatever blanks stand before. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠|%]/u
