/** What was typed and not yet stored, kept from the first key on: it outlives the panel, its worker and an update. */
export interface NoteDraft {
  noteId: string
  body: string
}

/** The draft of this contact that was never stored; null when all was. */
export function leftoverDraft(contactId: string): NoteDraft | null {
  const kept = localStorage.getItem(keyOf(contactId))
  if (kept === null) return null
  const at = kept.indexOf('\n')
  return { noteId: kept.slice(0, at), body: kept.slice(at + 1) }
}

export function keepDraft(contactId: string, draft: NoteDraft): void {
  localStorage.setItem(keyOf(contactId), `${draft.noteId}\n${draft.body}`)
}

/** Called once the note is stored. Another note's draft of the same contact stays. */
export function dropDraft(contactId: string, noteId: string): void {
  if (leftoverDraft(contactId)?.noteId === noteId) localStorage.removeItem(keyOf(contactId))
}

const keyOf = (contactId: string): string => `note.${contactId}`
