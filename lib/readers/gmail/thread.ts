import type { Participant, ThreadRead } from '#lib/domain/capture.ts'
import { all, attr, clean, first, textOf } from '../dom.ts'
import { refused, unreadable, type Reader } from '../reader.ts'
import type { Refused, Unread } from '../seen.ts'

/** An open conversation in Gmail: participants from the heads of its messages, never from bodies or footers. */
export const gmailThread: Reader<ThreadRead | Refused | Unread> = {
  id: 'gmail-thread',
  matches: (url) => url.hostname === 'mail.google.com',
  read: (doc, url) => {
    const root = openView(doc)
    const heads = headsOf(root)
    if (heads.length === 0)
      return isList(root)
        ? refused('mail-list')
        : isThreadAddress(url)
          ? unreadable(doc, gmailThread.id, 'gmail', ['participants'])
          : refused('mail-list')
    return readThread(doc, url, root, heads)
  },
}

/** Gmail keeps earlier views hidden in the document; only the one on show has the role. */
function openView(doc: Document): ParentNode {
  const mains = all(doc, '[role="main"]', 20)
  return mains.find((main) => first(main, MESSAGE)) ?? mains[0] ?? doc
}

const MESSAGE = '[data-message-id],[data-legacy-message-id]'

function readThread(doc: Document, url: URL, root: ParentNode, heads: readonly Element[][]): ThreadRead {
  const viewer = viewerOf(doc)
  const people = new Map<string, Participant & { isOwn: boolean }>()
  for (const span of heads.flat()) {
    const address = clean(attr(span, 'email'), 320).toLowerCase()
    if (!ADDRESS.test(address)) continue
    const said = clean(attr(span, 'name') || textOf(span), 400)
    const isMe = ME.has(said)
    const known = people.get(address)
    const name = isMe || !said || said.toLowerCase() === address ? null : said
    people.set(address, {
      address,
      name: known?.name ?? name,
      isOwn: known?.isOwn === true || isMe || address === viewer,
    })
  }
  const list = [...people.values()]
  const plain = ({ address, name }: Participant): Participant => ({ address, name })
  return {
    kind: 'thread',
    generation: 'gmail',
    reader: gmailThread.id,
    threadId: threadIdOf(url, root),
    subject: subjectOf(doc, root, viewer),
    participants: list
      .filter((person) => !person.isOwn)
      .map(plain)
      .slice(0, 200),
    own: list
      .filter((person) => person.isOwn)
      .map(plain)
      .slice(0, 20),
  }
}

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/**
 * `span[email]` of every message's head: sender first, then recipients as far as they are shown. The head is the
 * outermost table around the sender, in newer markup the smallest surrounding that also holds the date.
 */
function headsOf(root: ParentNode): Element[][] {
  const messages = all(root, MESSAGE, 500).filter(
    (el) => !el.parentElement?.closest(MESSAGE) && first(el, 'span[email]'),
  )
  if (messages.length > 0)
    return messages.flatMap((message) => headOf(message, first(message, 'span[email]')))
  // a message card without ids: the sender stands in a heading
  const sender = first(root, 'h3 span[email]')
  return sender && !isList(root) ? headOf(root, sender) : []
}

function headOf(message: ParentNode, sender: Element | null): Element[][] {
  if (!sender) return []
  let head: Element = sender.parentElement ?? sender
  let table: Element | null = null
  for (let at: Element | null = sender.parentElement; at && at !== message; at = at.parentElement) {
    if (at.localName === 'table') table = at
    if (!table && !first(head, '[title]') && !first(at, 'blockquote')) head = at
  }
  return [all(table ?? head, 'span[email]', 100)]
}

/** A list of conversations: rows with thread ids and no message. */
const isList = (root: ParentNode): boolean =>
  first(root, 'tr[role="row"],tr [data-thread-id],tr [data-legacy-thread-id],tr[id] span[email]') !== null

const isThreadAddress = (url: URL): boolean =>
  /[/#](thread-[af]:[\w-]+|[A-Za-z]{20,}|[0-9a-f]{16})$/.test(url.hash)

function threadIdOf(url: URL, root: ParentNode): string | null {
  const perm = attr(first(root, '[data-thread-perm-id]'), 'data-thread-perm-id').replace(/^#/, '')
  const inAddress = /thread-[af]:[\w-]+$/.exec(url.hash)?.[0]
  return (
    clean(
      perm || inAddress || attr(first(root, 'h2[data-legacy-thread-id]'), 'data-legacy-thread-id'),
      200,
    ) || null
  )
}

/** The title reads «subject - viewer's address - Gmail». */
function viewerOf(doc: Document): string | null {
  const parts = textOf(first(doc, 'title'), { cap: 4_000 }).split(' - ')
  const address = parts.length > 1 ? parts.findLast((part) => ADDRESS.test(part.trim())) : undefined
  return address?.trim().toLowerCase() ?? null
}

function subjectOf(doc: Document, root: ParentNode, viewer: string | null): string | null {
  const heading = textOf(first(root, 'h2[data-legacy-thread-id],h2[data-thread-perm-id]'), { cap: 2_000 })
  if (heading) return heading
  const title = textOf(first(doc, 'title'), { cap: 4_000 })
  const at = viewer ? title.toLowerCase().lastIndexOf(` - ${viewer}`) : -1
  return at > 0 ? clean(title.slice(0, at), 2_000) : null
}

/** Gmail's word for the viewer, also in the `name` attribute; always written small. */
const ME = new Set([
  'me',
  'ich',
  'mir',
  'mich',
  'moi',
  'yo',
  'mí',
  'eu',
  'mim',
  'io',
  'ik',
  'mij',
  'meg',
  'jeg',
  'mig',
  'jag',
  'minä',
  'minulle',
  'ja',
  'mnie',
  'я',
  'мне',
  'ben',
  'bana',
  '我',
  '自分',
  '나',
  'أنا',
  'أنا',
  'אני',
  'אליי',
])
