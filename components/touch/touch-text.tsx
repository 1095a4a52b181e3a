import { Copy, TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import type { Rendered } from '#lib/domain/templates/variables.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

/** The text as rendered. A value that is missing stands marked in its place. */
export function TouchText({ rendered, to, onCopySubject }: TouchTextProps) {
  const { subject, body, missing, problem } = rendered
  return (
    <section className="border-t border-line" aria-label={i18n.t('touch.text')}>
      {to !== null && (
        <p className={LINE}>
          <span className={LABEL}>{i18n.t('touch.to')}</span>
          <span className="grow trunc">
            <bdi>{to}</bdi>
          </span>
        </p>
      )}
      {subject !== '' && (
        <p className={LINE}>
          <span className={LABEL}>{i18n.t('touch.subject')}</span>
          <span className="grow trunc font-medium" dir="auto" title={subject}>
            <Marked text={subject} missing={missing} />
          </span>
          <IconButton icon={Copy} small label={i18n.t('touch.copySubject')} onClick={onCopySubject} />
        </p>
      )}
      {body.trim() !== '' && (
        <div className="px-3 py-2 whitespace-pre-wrap wrap-anywhere" dir="auto">
          <Marked text={body} missing={missing} />
        </div>
      )}
      {(missing.length > 0 || problem !== null) && (
        <p className="due flex items-center gap-1 px-3 pb-2 sm">
          <Icon of={TriangleAlert} small />
          {problem === null
            ? i18n.t('touch.missing', missing.length)
            : i18n.t('touch.problem', { line: problem.line, reason: problem.reason })}
        </p>
      )}
    </section>
  )
}

interface TouchTextProps {
  rendered: Rendered
  /** Address the mail goes to; null for other channels. */
  to: string | null
  onCopySubject: () => void
}

/** The text with each `[value.name]` that is missing in a dashed box. */
function Marked({ text, missing }: { text: string; missing: readonly string[] }) {
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

function valueWord(name: string): string {
  if (name === 'rep.name') return i18n.t('touch.yourName')
  return name.split('.').at(-1)?.replaceAll('_', ' ') ?? name
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const LINE = 'flex items-center gap-2 h-8 ps-3 pe-2 border-b border-line'
const LABEL = 'sm t3 w-12 flex-none'
