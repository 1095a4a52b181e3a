import { touchView, type TouchView } from './touch-view.ts'
import type { Deps } from './deps.ts'

/**
 * Opens the place of the touch that is due: profile or mail compose. A number is dialled by a link that the rep
 * presses, and a task has no place, so both open nothing.
 */
export async function openTouch(
  deps: Deps,
  ports: { openAddress(url: string, practice: boolean): Promise<void> },
  enrollmentId: string,
): Promise<TouchView | null> {
  const view = await touchView(deps, enrollmentId)
  if (view && (view.target.kind === 'profile' || view.target.kind === 'compose')) {
    await ports.openAddress(view.target.url, view.course.contact.practice)
  }
  return view
}
