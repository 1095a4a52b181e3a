import {
  lengthLimit,
  textHints,
  wordCount,
  type SentText,
  type TextHint,
} from '#lib/domain/templates/text-hints.ts'
import { i18n } from '#components/ui/i18n.ts'

/** How long the text is, and what practice says about it, each with its reason. */
export function TextHints({ text }: { text: SentText }) {
  const hints = textHints(text)
  const over = hints.filter(({ tone }) => tone === 'over')
  return (
    <div className="hints sm">
      <p className="t3">{lengthWords(text)}</p>
      {over.map((hint) => (
        <p key={hint.rule} className="late">
          {hintWords(hint)} {i18n.t(`writing.why.${hint.rule}`)}
        </p>
      ))}
      {hints.length > over.length && (
        <details>
          <summary className="link">{i18n.t('writing.hints', hints.length - over.length)}</summary>
          <ul>
            {hints
              .filter(({ tone }) => tone === 'advice')
              .map((hint) => (
                <li key={hint.rule}>
                  {hintWords(hint)} <span className="t3">{i18n.t(`writing.why.${hint.rule}`)}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function lengthWords({ type, body }: SentText): string {
  const limit = lengthLimit(type)
  if (limit === null) return i18n.t('writing.words', wordCount(body))
  const length = body.trim().length
  return i18n.t('writing.characters', { count: String(length), most: String(limit.free) })
}

function hintWords({ rule, count, words }: TextHint): string {
  switch (rule) {
    case 'subject_none':
    case 'subject_false_reply':
      return i18n.t(`writing.rule.${rule}`)
    case 'shouting':
    case 'short_links':
    case 'spam_words':
      return i18n.t(`writing.rule.${rule}`, { words: words.join(', ') })
    default:
      return i18n.t(`writing.rule.${rule}`, { count: String(count) })
  }
}
