import { isElement, nodesIn } from './dom.ts'

const MAX_NODES = 1_000
const MAX_DEPTH = 30

/** One node of a place: depth, then tag, role and names of attributes, or the length of a text. */
export type Shape = readonly (number | string | null)[]

/** The shape of a place as it is seen; `censored` of `judge-structure.ts` makes of it what may be shown. */
export function shapeOf(root: Element): Shape[] {
  const shapes: Shape[] = []
  // counted once for each element: climbing from every node of a deep tree takes tens of milliseconds
  const depths = new Map<Node | null, number>([[root, -1]])
  const depthOf = (node: Node): number => (depths.get(node.parentNode) ?? 0) + 1
  const isDeep = (el: Element): boolean => {
    depths.set(el, depthOf(el))
    return depthOf(el) > MAX_DEPTH
  }
  for (const node of nodesIn(root, isDeep)) {
    if (shapes.length === MAX_NODES) break
    if (isElement(node))
      shapes.push([
        depthOf(node),
        node.localName.slice(0, 40),
        node.getAttribute('role')?.slice(0, 40) ?? null,
        ...node.getAttributeNames().map((name) => name.slice(0, 60)),
      ])
    else if (node.nodeType === 3) shapes.push([depthOf(node), (node.nodeValue ?? '').trim().length])
  }
  return shapes
}
