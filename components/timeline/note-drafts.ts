import { noteDraftKey, type Drafts } from '#lib/app/drafts.ts'

/** What was typed about a contact and not yet stored, kept from the first key on. */
export interface NoteDraft {
  noteId: string
  body: string
}

/** The draft of this contact that was never stored; null when all was. */
export function leftoverDraft(drafts: Drafts, contactId: string): NoteDraft | null {
  const kept = drafts.get(noteDraftKey(contactId))
  if (kept === null) return null
  const at = kept.indexOf('\n')
  return { noteId: kept.slice(0, at), body: kept.slice(at + 1) }
}

export function keepDraft(drafts: Drafts, contactId: string, { noteId, body }: NoteDraft): void {
  // Where the browser has no room the note itself says so: it is stored a moment later.
  drafts.keep(noteDraftKey(contactId), `${noteId}\n${body}`).catch(() => undefined)
}

/** Called once the note is stored. Another note's draft of the same contact stays. */
export function dropDraft(drafts: Drafts, contactId: string, noteId: string): void {
  if (leftoverDraft(drafts, contactId)?.noteId === noteId) drafts.drop(noteDraftKey(contactId))
}
