import { touchView, type TouchView } from './touch-view.ts'
import type { Deps } from './deps.ts'

/**
 * Opens the place of the touch that is due: profile or mail compose, and the profile of a task that has one. A number
 * is dialled by a link that the rep presses.
 */
export async function openTouch(
  deps: Deps,
  ports: { openAddress(url: string, practice: boolean): Promise<void> },
  enrollmentId: string,
): Promise<TouchView | null> {
  const view = await touchView(deps, enrollmentId)
  if (view && view.target.kind !== 'tel' && view.target.url !== null) {
    await ports.openAddress(view.target.url, view.course.contact.practice)
  }
  return view
}
