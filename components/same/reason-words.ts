import type { MatchReason } from '#lib/domain/relation.ts'
import { i18n, textKey } from '#components/ui/i18n.ts'

/** Why two may be one person, as a sentence. */
export function reasonWords(reason: MatchReason): string {
  return i18n.t(`same.reason.${textKey(reason)}`)
}
