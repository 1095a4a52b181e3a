import { Fragment } from 'react'
import { i18n } from '#components/ui/i18n.ts'
import { valueWord } from './value-words.ts'

/** The text with each `[value.name]` that is missing in a dashed box. */
export function Marked({ text, missing }: { text: string; missing: readonly string[] }) {
  if (missing.length === 0) return text
  const marks = missing.map((name) => `[${name}]`)
  const parts = text.split(new RegExp(`(${marks.map(escaped).join('|')})`))
  return parts.map((part, index) => (
    // Parts of a text have no identity but their place.
    <Fragment key={index}>
      {marks.includes(part) ? (
        <mark className="missing" title={i18n.t('touch.missingValue', { name: part.slice(1, -1) })}>
          {valueWord(part.slice(1, -1))}
        </mark>
      ) : (
        part
      )}
    </Fragment>
  ))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
