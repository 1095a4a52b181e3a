import type { Json } from './protocol.ts'

/** The rules per type that stand over the merge of single fields (SPEC R18 to R21). */

type Fields = Record<string, Json>

export interface Lead {
  field: string
  /** Fields that mean something only together with the lead. */
  companions: readonly string[]
  /** Of the fields that are written, over those that stand: the higher one wins when concurrent. */
  rank(written: Fields, standing: Fields): number
  /** Who may lower the rank: whoever has seen it, or only an undo that has seen it. */
  fall: 'seen' | 'undo'
}

export function leadsOf(table: string): readonly Lead[] {
  return Object.hasOwn(LEADS, table) ? (LEADS[table] ?? []) : []
}

const flat = (): number => 0
const sticky = (field: string): Lead => ({
  field,
  companions: [],
  rank: (written) => (written[field] === true ? 1 : 0),
  fall: 'seen',
})

const LEADS: Record<string, readonly Lead[]> = {
  contact: [
    sticky('doNotContact'),
    { field: 'status', companions: ['statusReason', 'nurtureUntil'], rank: flat, fall: 'seen' },
  ],
  suppression: [sticky('active')],
  touch: [
    {
      field: 'state',
      companions: ['outcome', 'at', 'dueAt', 'snoozedTo', 'subject', 'body'],
      rank: (written) => (written['state'] === 'done' || written['state'] === 'skipped' ? 1 : 0),
      fall: 'undo',
    },
  ],
  enrollment: [
    {
      field: 'state',
      companions: ['pauseReason', 'pausedUntil', 'finishReason', 'finishedAt', 'cycle', 'startedAt'],
      rank: (written, standing) => {
        const cycle = Number(written['cycle'] ?? standing['cycle'] ?? 0)
        if (written['state'] !== 'finished') return cycle * 3
        // An answer of the person's own says more than that of somebody else at the company.
        return cycle * 3 + (written['finishReason'] === 'account_reply' ? 1 : 2)
      },
      fall: 'undo',
    },
  ],
  note: [{ field: 'body', companions: ['editedAt'], rank: flat, fall: 'seen' }],
}
