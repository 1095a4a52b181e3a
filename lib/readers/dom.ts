/** Bounded access to a hostile document: every text is capped before it is worked on, every walk is a loop and counts its steps. */

/** Steps one text may cost; deeper or longer content is simply not read. */
const MAX_NODES = 5_000

const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** One line: control and direction marks dropped, white space collapsed. `lines` keeps line breaks. */
export function clean(text: string, cap: number, lines = false): string {
  const short = text
    .slice(0, cap * 4)
    .toWellFormed()
    .replace(INVISIBLE, '')
  const even = lines
    ? short
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
    : short.replace(/\s+/g, ' ')
  return even.trim().slice(0, cap).trim().toWellFormed()
}

export type TextOptions = {
  /** Longest text wanted, in UTF-16 units; 400 unless told. */
  readonly cap?: number
  /** Elements whose content is left out. */
  readonly skip?: string
  /** Keep line breaks (`<br>` and real newlines). */
  readonly lines?: boolean
}

/** Text of a node without the layout: `<br>` and block ends separate words, skipped elements count for nothing. */
export function textOf(root: Node | null | undefined, options: TextOptions = {}): string {
  if (!root) return ''
  const { cap = 400, skip, lines = false } = options
  let text = ''
  for (const node of nodesIn(root, (el) => skip !== undefined && el !== root && el.matches(skip))) {
    if (text.length > cap * 4) break
    if (node.nodeType === 3) text += (node.nodeValue ?? '').slice(0, cap * 4)
    else if (node.nodeName === 'BR') text += '\n'
    else if (BLOCKS.test(node.nodeName)) text += ' '
  }
  return clean(text, cap, lines)
}

const BLOCKS = /^(DIV|P|LI|UL|H[1-4]|SECTION|T[RD]|D[TD])$/
const DEAD = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|CODE|svg)$/

/** Nodes below `root` in document order, scripts and styles left out, without recursion, at most `MAX_NODES`. */
export function* nodesIn(root: Node, leaveOut: (el: Element) => boolean = () => false): Generator<Node> {
  let node: Node | null = root
  for (let steps = 0; node && steps < MAX_NODES; steps++) {
    const closed: boolean = node !== root && isElement(node) && (DEAD.test(node.nodeName) || leaveOut(node))
    if (!closed && node !== root) yield node
    if (!closed && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode
    node = !node || node === root ? null : node.nextSibling
  }
}

export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1

/** Elements of a selector, at most `max`; an empty list where there is no root. */
export function all(root: ParentNode | null | undefined, selector: string, max = 400): Element[] {
  if (!root) return []
  const found = root.querySelectorAll(selector)
  const list: Element[] = []
  for (let i = 0; i < found.length && i < max; i++) list.push(found[i] as Element) // i < length
  return list
}

export const first = (root: ParentNode | null | undefined, selector: string): Element | null =>
  root?.querySelector(selector) ?? null

/** Attribute value, capped; never null. */
export const attr = (el: Element | null | undefined, name: string): string =>
  (el?.getAttribute(name) ?? '').slice(0, 4_000)

/** True when `b` comes after `a` in the document and not inside it. */
export const isAfter = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & 4) !== 0 && !a.contains(b)

/** Content of a `meta` by name or property. */
export function meta(doc: Document, key: string): string {
  return attr(first(doc.head, `meta[name="${key}"],meta[property="${key}"]`), 'content')
}

/** The document's title without a count in front and the site's name behind, or '' where only the site's name is left. */
export function pageTitle(doc: Document): string {
  const title = clean(textOf(first(doc.head, 'title') ?? first(doc, 'title'), { cap: 2_000 }), 2_000).replace(
    /^\(\d+\+?\)\s*/,
    '',
  )
  return /^LinkedIn$/i.test(title) ? '' : title.replace(/\s*[|｜]\s*LinkedIn$/i, '').trim()
}
