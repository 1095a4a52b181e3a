import { touchTarget, type TouchTarget } from '#lib/domain/compose.ts'
import { mailPlace } from '#lib/domain/mail-place.ts'
import { mailHtml } from '#lib/domain/templates/mail-html.ts'
import type { Deps } from './deps.ts'
import type { Drafts } from './drafts.ts'
import { touchView, type TouchView } from './touch-view.ts'

/** What opening a touch needs of the browser. */
export interface OpenPorts {
  openAddress(url: string, practice: boolean): Promise<void>
  /** Addresses of the open webmail tabs, the last used first. */
  webmailTabs(): Promise<string[]>
  /** False where the browser refuses, as to a page without the focus. */
  copyText(text: string, html?: string): Promise<boolean>
  /** What the rep wrote for the touch is read there. */
  drafts?(): Promise<Drafts>
}

interface OpenedTouch {
  view: TouchView
  opened: boolean
  /** What is on the clipboard now; null = it was left as it was. */
  copied: 'text' | 'refused' | null
}

/**
 * Opens the place of the touch that is due: profile, message box or mail compose, and the profile of a task that has
 * one. The text goes along: inside the address of a compose, on the clipboard for every other place. A text in which
 * a value is missing goes nowhere. A number is dialled by a link that the rep presses. Null when no touch is due.
 */
export async function openTouch(
  deps: Deps,
  ports: OpenPorts,
  enrollmentId: string,
): Promise<OpenedTouch | null> {
  const view = await touchView(deps, enrollmentId, (await ports.drafts?.()) ?? null)
  if (view === null) return null
  const { course, step, rendered } = view
  const hasHole = rendered.missing.length > 0 || rendered.problem !== null
  const target =
    view.target.kind === 'compose'
      ? touchTarget({
          type: step.type,
          contact: course.contact,
          rendered: hasHole ? { subject: '', body: '' } : rendered,
          mail: mailPlace(await deps.settings.get(), await ports.webmailTabs()),
        })
      : view.target
  if (target.kind === 'tel' || target.url === null) return { view, opened: false, copied: null }
  const goesAlong = target.kind === 'compose' && target.fits
  const isCopied = !goesAlong && !hasHole && rendered.body.trim() !== '' && target.kind !== 'task'
  // First, because the page that opens takes the focus, and the clipboard is only for who has it.
  const copied = isCopied ? ((await copyOf(ports, target.kind, rendered.body)) ? 'text' : 'refused') : null
  await ports.openAddress(target.url, course.contact.practice)
  return { view, opened: true, copied }
}

/** A mail keeps its paragraphs and links; LinkedIn's fields take plain text. */
function copyOf(ports: OpenPorts, kind: TouchTarget['kind'], text: string): Promise<boolean> {
  return kind === 'compose' ? ports.copyText(text, mailHtml(text)) : ports.copyText(text)
}
