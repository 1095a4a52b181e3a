import { isElement, nodesIn } from './dom.ts'

const MAX_LENGTH = 12_000
const MAX_DEPTH = 30

/**
 * The shape of a place without its content: tags, roles, names of attributes, lengths of texts.
 * No text, no address, no value of an attribute but `role`, so that it can be pasted into a report.
 */
export function censored(root: Element): string {
  let out = ''
  for (const node of nodesIn(root)) {
    if (out.length > MAX_LENGTH) return `${out.slice(0, MAX_LENGTH)}\n…`
    const depth = depthOf(node, root)
    if (depth > MAX_DEPTH) continue
    const pad = ' '.repeat(depth)
    if (node.nodeType === 3) {
      const length = (node.nodeValue ?? '').trim().length
      if (length > 0) out += `${pad}#${length}\n`
    } else if (isElement(node)) out += `${pad}${shapeOf(node)}\n`
  }
  return out
}

function shapeOf(el: Element): string {
  const names = el
    .getAttributeNames()
    .filter((name) => KNOWN.test(name))
    .slice(0, 12)
  const role = /^[a-z]{1,20}$/.test(el.getAttribute('role') ?? '') ? `(${el.getAttribute('role')})` : ''
  const tag = /^[a-z][a-z0-9-]{0,30}$/.test(el.localName) ? el.localName : 'other'
  return `${tag}${role}${names.length > 0 ? ` [${names.join(' ')}]` : ''}`
}

/** Names a page may invent could carry a person's name; only the usual ones are told. */
const KNOWN =
  /^(id|href|src|title|alt|dir|lang|name|role|type|property|content|rel|for|action|email|componentkey|aria-[a-z]{1,15}|data-(sdui-screen|section|testid|test-id|view-name|field|member-id|display-contents|anonymize|legacy-thread-id|message-id|legacy-message-id|hovercard-id|chameleon-result-urn))$/

function depthOf(node: Node, root: Node): number {
  let depth = 0
  for (let at: Node | null = node.parentNode; at && at !== root && depth <= MAX_DEPTH; at = at.parentNode)
    depth++
  return depth
}
