import { isElement, nodesIn } from './dom.ts'

const MAX_NODES = 1_000
const MAX_DEPTH = 30

/** One node of a place: depth, then tag, role and names of attributes, or the length of a text. */
export type Shape = readonly (number | string | null)[]

/** The shape of a place as it is seen; `censored` of `judge-structure.ts` makes of it what may be shown. */
export function shapeOf(root: Element): Shape[] {
  const shapes: Shape[] = []
  for (const node of nodesIn(root)) {
    let depth = 0
    for (let at = node.parentNode; at && at !== root && depth <= MAX_DEPTH; at = at.parentNode) depth++
    if (shapes.length === MAX_NODES || depth > MAX_DEPTH) continue
    if (isElement(node))
      shapes.push([
        depth,
        node.localName.slice(0, 40),
        node.getAttribute('role')?.slice(0, 40) ?? null,
        ...node.getAttributeNames().map((name) => name.slice(0, 60)),
      ])
    else if (node.nodeType === 3) shapes.push([depth, (node.nodeValue ?? '').trim().length])
  }
  return shapes
}
