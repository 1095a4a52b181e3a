/**
 * A mail's plain text as simple HTML, for the clipboard: paragraphs, line breaks, lists of lines that begin with a
 * dash, and web addresses as links that show where they lead. Everything else is text: a name that holds markup stays
 * a name. Nothing is styled, so the mail looks as the rep's own mails do.
 */
export function mailHtml(text: string): string {
  const blocks = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
  return blocks.map(blockHtml).filter(Boolean).join('\n')
}

function blockHtml(block: string): string {
  const lines = block.split('\n').map((line) => line.trimEnd())
  const pieces: string[] = []
  let start = 0
  while (start < lines.length) {
    const isList = BULLET.test(lines[start] ?? '')
    let end = start + 1
    while (end < lines.length && BULLET.test(lines[end] ?? '') === isList) end++
    const part = lines.slice(start, end)
    pieces.push(isList ? listHtml(part) : paragraphHtml(part))
    start = end
  }
  return pieces.filter(Boolean).join('\n')
}

function listHtml(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${inline(line.replace(BULLET, ''))}</li>`).join('')}</ul>`
}

function paragraphHtml(lines: readonly string[]): string {
  const html = lines.map(inline).join('<br>')
  return html.replaceAll('<br>', '') === '' ? '' : `<p>${html}</p>`
}

/** Web addresses become links; what stands around them, and the address itself, is escaped. */
function inline(line: string): string {
  let html = ''
  let from = 0
  for (const match of line.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]}'"’”»]+$/u, '')
    html += `${escaped(line.slice(from, match.index))}<a href="${escaped(address)}">${escaped(address)}</a>`
    from = match.index + address.length
  }
  return html + escaped(line.slice(from))
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const BULLET = /^\s{0,8}[-–•*]\s+(?=\S)/u
/** Only what a browser opens as a page; the host needs a dot or is nobody's. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\\^{|}/?#.]+\.[^\s<>"'`\\^{|}]+/giu
