import type { Field } from '#lib/domain/capture.ts'
import type { Confidence, Sourced } from '#lib/domain/values.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { MarkLevel } from '#components/ui/confidence-mark.tsx'
import { capital, type TimeWords } from '#components/ui/time.ts'

/** What the mark beside a value says: how sure, where it was read, what other places said. */
export interface Evidence {
  level: MarkLevel
  words: string
  /** Values of other ways that differ. */
  others: string[]
}

/** Of a value that was read just now. */
export function evidenceOfField(field: Field): Evidence {
  const others = (field.others ?? []).map((other) => other.value)
  const from = i18n.t('now.readFrom', { place: placeWords(field.strategy), way: field.strategy })
  const sentences = [`${sureWords(field.confidence)}: ${from}`]
  for (const other of field.others ?? [])
    sentences.push(
      capital(i18n.t('now.otherSays', { place: placeWords(other.strategy), value: other.value })),
    )
  return { level: field.confidence, words: sentences.join('. '), others }
}

/** Of a value the rep typed before the person was saved; `said` is what the page said. */
export function evidenceOfEdit(said: string | null): Evidence {
  const words = said === null ? i18n.t('now.typed') : i18n.t('now.typedOver', { value: said })
  return { level: 'rep', words, others: [] }
}

/** Of a stored value. */
export function evidenceOfSourced(value: Sourced, time: TimeWords): Evidence {
  if (value.by === 'rep')
    return { level: 'rep', words: `${i18n.t('now.typed')}, ${time.when(value.at)}`, others: [] }
  return {
    level: value.confidence,
    words: `${sureWords(value.confidence)}: ${sourceWords(value, time)}`,
    others: [],
  }
}

/** Where a stored value comes from and since when, as one line under it. */
export function sourceWords(value: Sourced, time: TimeWords): string {
  const when = time.when(value.at)
  if (value.by === 'rep') return i18n.t('now.byYou', { when })
  if (value.by === 'import') return i18n.t('now.byImport', { when })
  return `${placeWords(value.strategy ?? '')} · ${when}`
}

function sureWords(confidence: Confidence): string {
  return i18n.t(`now.confidence.${confidence}`)
}

/**
 * The place on the page in the rep's words. Ways are named by place; one without words of its own is «the page».
 */
export function placeWords(strategy: string): string {
  const found = PLACES.find(([part]) => strategy.includes(part))
  return found ? i18n.t(`now.place.${found[1]}`) : i18n.t('now.place.page')
}

/** The first part that the way's name contains; specific ones before general ones. */
const PLACES = [
  ['typed-by-rep', 'you'],
  ['import-line', 'file'],
  ['list-row', 'list'],
  ['mail-head', 'mail'],
  ['title-in-headline', 'headline'],
  ['headline', 'headline'],
  ['name-split', 'name'],
  ['split-name', 'name'],
  ['contact', 'contact'],
  ['about', 'about'],
  ['summary', 'about'],
  ['json', 'data'],
  ['meta', 'meta'],
  ['og-url', 'address'],
  ['address', 'address'],
  ['toolbar', 'toolbar'],
  ['position', 'experience'],
  ['message-link', 'button'],
  ['sales-link', 'button'],
  ['join-link', 'button'],
  ['report-link', 'button'],
  ['section-link', 'button'],
  ['verification', 'button'],
  ['profile-link', 'address'],
  ['componentkey', 'marks'],
  ['topcard-key', 'marks'],
  ['number', 'marks'],
  ['gmail', 'mail'],
  ['title', 'title'],
  ['school', 'card'],
  ['card', 'card'],
  ['line', 'card'],
  ['badge', 'card'],
  ['block', 'card'],
  ['brackets', 'card'],
  ['counts', 'card'],
  ['heading', 'heading'],
  ['icon', 'card'],
  ['company', 'card'],
  ['place', 'card'],
] as const satisfies readonly (readonly [string, string])[]
