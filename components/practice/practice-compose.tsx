import { i18n } from '#components/ui/i18n.ts'
import type { ComposeMail } from '#lib/practice/routes.ts'

/** What a practice mail would say; there is no button that sends. */
export function PracticeCompose({ mail }: { mail: ComposeMail }) {
  const empty = i18n.t('practice.compose.empty')
  return (
    <article className="practice-mail">
      <h2>{i18n.t('practice.compose.title')}</h2>
      <p role="note">{i18n.t('practice.compose.nothingSent')}</p>
      <dl>
        <dt>{i18n.t('practice.compose.to')}</dt>
        <dd>{mail.to || empty}</dd>
        <dt>{i18n.t('practice.compose.subject')}</dt>
        <dd>{mail.subject || empty}</dd>
        <dt>{i18n.t('practice.compose.body')}</dt>
        <dd className="practice-text">{mail.body || empty}</dd>
      </dl>
    </article>
  )
}
