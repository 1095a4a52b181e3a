import { copyCadence } from '#lib/app/cadences.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence, pauseCadence, removeFromCadence, resumeCadence } from '#lib/app/enroll.ts'
import { saveNote } from '#lib/app/notes.ts'
import { completeWritten } from '#lib/app/complete-written.ts'
import { removeSnippet, saveSnippet } from '#lib/app/snippets.ts'
import { openTouch } from '#lib/app/open-touch.ts'
import { deletePerson, erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import { removePractice } from '#lib/app/practice.ts'
import { keepApart, mergePeople } from '#lib/app/same-person.ts'
import { skipTouch, snoozeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { setVerdict } from '#lib/app/verdicts.ts'

/**
 * Everything the rep can do that writes. A page loads it when its first screen stands, not before: what is only looked
 * at needs none of it, nor the libraries behind it.
 */
export const useCases = {
  addToCadence,
  savePerson,
  undo: undoGroup,
  skipTouch,
  snoozeTouch,
  pauseCadence,
  resumeCadence,
  removeFromCadence,
  setVerdict,
  setDoNotContact,
  deletePerson,
  erasePerson,
  editContact: editPerson,
  mergePeople,
  keepApart,
  saveNote,
  copyCadence,
  removePractice,
  saveSnippet,
  removeSnippet,
}

export { completeWritten, openTouch }
