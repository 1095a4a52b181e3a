import { i18n } from '#components/ui/i18n.ts'
import { valueWord } from './value-words.ts'

/** «Held: title missing»; where the template itself is at fault, only that it is held. */
export function heldWords(missing: readonly string[]): string {
  if (missing.length === 0) return i18n.t('writing.held')
  return i18n.t('writing.heldOne', { names: missing.map(valueWord).join(', ') })
}
