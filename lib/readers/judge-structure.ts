import type { Shape } from './structure.ts'

const MAX_LENGTH = 12_000

/**
 * The shape of a place without its content: tags, roles, names of attributes, lengths of texts.
 * No text, no address, no value of an attribute but `role`, so that it can be pasted into a report.
 */
export function censored(shapes: readonly Shape[]): string {
  let out = ''
  for (const [depth, what, role, ...names] of shapes) {
    if (out.length > MAX_LENGTH) return `${out.slice(0, MAX_LENGTH)}\n…`
    const line = typeof what === 'number' ? what > 0 && `#${String(what)}` : lineOf(what, role, names)
    if (line) out += `${' '.repeat(Number(depth))}${line}\n`
  }
  return out
}

function lineOf(tag: Shape[1] | undefined, role: Shape[2] | undefined, names: Shape): string {
  const known = names.filter((name) => KNOWN.test(String(name))).slice(0, 12)
  const said = /^[a-z]{1,20}$/.test(String(role ?? '')) ? `(${String(role)})` : ''
  const kind = /^[a-z][a-z0-9-]{0,30}$/.test(String(tag)) ? String(tag) : 'other'
  return `${kind}${said}${known.length > 0 ? ` [${known.join(' ')}]` : ''}`
}

/** Names a page may invent could carry a person's name; only the usual ones are told. */
const KNOWN =
  /^(id|href|src|title|alt|dir|lang|name|role|type|property|content|rel|for|action|email|componentkey|aria-[a-z]{1,15}|data-(sdui-screen|section|testid|test-id|view-name|field|member-id|display-contents|anonymize|legacy-thread-id|message-id|legacy-message-id|hovercard-id|chameleon-result-urn))$/
