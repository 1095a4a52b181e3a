/** A piece of markup that is already escaped. Everything else that goes into a page is text. */
export interface Html {
  readonly html: string
}

type Part = string | number | null | Html | readonly Html[]

/** Tagged template: the literal parts are markup, strings put in are escaped (also inside double quotes). */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  let out = ''
  markup.forEach((literal, index) => {
    out += literal + render(parts[index] ?? null)
  })
  return { html: out }
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

function render(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map((piece) => piece.html).join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
