/**
 * The one piece of Baton that ever writes to a page: the rep's text, on the rep's key, at the cursor of an open mail in
 * Gmail or Outlook. It types as a keyboard does, so that the page notices and its own undo takes it back. Any other
 * host is refused here once more, whoever calls.
 */

export type WriteAnswer =
  | 'written'
  /** The text stands in the mail already, as after opening it with the text in the address. */
  | 'there'
  | 'no-compose'
  /** Several mails are open and the cursor is in none: nobody knows which is meant. */
  | 'several'
  | 'refused'
  | 'not-mail'

export function writeIntoCompose(doc: Document, host: string, text: string): WriteAnswer {
  if (!HOSTS.includes(host)) return 'not-mail'
  const bodies = [...doc.querySelectorAll<HTMLElement>(EDITABLE)].filter(isMailBody)
  const withCursor = bodies.find((body) => body.contains(doc.activeElement))
  const body = withCursor ?? bodies[0]
  if (body === undefined) return 'no-compose'
  if (withCursor === undefined && bodies.length > 1) return 'several'
  if (plain(body.innerText).includes(plain(text))) return 'there'
  if (withCursor === undefined) body.focus()
  // Deprecated, and the only way whose result the page's own undo knows.
  return doc.execCommand('insertText', false, text) ? 'written' : 'refused'
}

/** The text of a mail is a box of several lines; recipients, search and chat have one. */
function isMailBody(element: HTMLElement): boolean {
  return element.isContentEditable && element.offsetHeight >= LINES_OF_A_MAIL && element.offsetWidth > 0
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const HOSTS = ['mail.google.com', 'outlook.office.com', 'outlook.live.com', 'outlook.cloud.microsoft']
const EDITABLE = '[contenteditable="true"][role="textbox"], [contenteditable="true"][aria-multiline="true"]'
/** Pixels: three lines. */
const LINES_OF_A_MAIL = 60
