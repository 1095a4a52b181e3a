import { Copy, FileQuestionMark, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { hashOf, ROUTES } from '#components/frame/routes.ts'

/** A page that should show a person and could not be read: what is missing, and a report without names or text. */
export function NowUnreadable({ missing, structure, onReadAgain }: UnreadableProps) {
  useKeys([{ keys: 'r', run: onReadAgain, label: i18n.t('now.readAgain') }])
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(structure)
    setCopied(true)
    announce(i18n.t('now.unreadable.copied'))
  }
  return (
    <>
      <EmptyState
        icon={FileQuestionMark}
        title={i18n.t('now.unreadable.title')}
        actions={
          <>
            <Button icon={RefreshCw} keyHint="r" onClick={onReadAgain}>
              {i18n.t('now.readAgain')}
            </Button>
            <ButtonLink look="quiet" href={hashOf(ROUTES.hand)}>
              {i18n.t('now.byHand')}
            </ButtonLink>
          </>
        }
      >
        <p>{i18n.t('now.unreadable.next')}</p>
      </EmptyState>
      <section className="section">
        <div className="section-head">
          <h2>{i18n.t('now.unreadable.looked')}</h2>
        </div>
        <ul className="sm t2 grid gap-1">
          {missing.map((field) => (
            <li key={field}>{i18n.t('now.unreadable.missing', { field: fieldWord(field) })}</li>
          ))}
          <li>{i18n.t('now.unreadable.nothing')}</li>
        </ul>
        <div className="actions mt-2">
          <Button small icon={Copy} onClick={() => void copy()}>
            {i18n.t(isCopied ? 'now.unreadable.copiedShort' : 'now.unreadable.copy')}
          </Button>
        </div>
        <details className="mt-2 sm t3">
          <summary className="cursor-pointer min-h-6">{i18n.t('now.unreadable.show')}</summary>
          <pre
            className="whitespace-pre-wrap wrap-anywhere max-h-48 overflow-y-auto p-2 bg-surface-sunken rounded-sm"
            tabIndex={0}
          >
            {structure}
          </pre>
        </details>
      </section>
    </>
  )
}

interface UnreadableProps {
  missing: readonly string[]
  /** Tags, roles and lengths; carries no text of the page. */
  structure: string
  onReadAgain: () => void
}

function fieldWord(field: string): string {
  const known = FIELDS.find((name) => name === field)
  return known ? i18n.t(`now.field.${known}`) : field
}

const FIELDS = ['name', 'headline', 'slug', 'memberId', 'location', 'school'] as const
