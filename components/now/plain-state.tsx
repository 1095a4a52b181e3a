import {
  CircleHelp,
  Eye,
  FileQuestionMark,
  Lock,
  MailX,
  MousePointerClick,
  RefreshCw,
  ShieldQuestionMark,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Refusal } from '#lib/domain/capture.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import { hashOf, ROUTES } from '#components/frame/routes.ts'

/** What to do where a page shows nobody: read it once more, or type the person in. */
function ReadAgainOrByHand({ onReadAgain }: { onReadAgain: () => void }) {
  useKeys([{ keys: 'r', run: onReadAgain, label: i18n.t('now.readAgain') }])
  return (
    <>
      <Button icon={RefreshCw} keyHint="r" onClick={onReadAgain}>
        {i18n.t('now.readAgain')}
      </Button>
      <ButtonLink look="quiet" href={hashOf(ROUTES.hand)}>
        {i18n.t('now.byHand')}
      </ButtonLink>
    </>
  )
}

/** A page without a prospect: why, as one plain sentence, with the next step. */
export function NowRefused({ reason, onReadAgain }: { reason: Refusal; onReadAgain: () => void }) {
  return (
    <EmptyState
      icon={REFUSAL_ICONS[reason] ?? CircleHelp}
      title={i18n.t(`now.refused.${textKey(reason)}.title`)}
      actions={<ReadAgainOrByHand onReadAgain={onReadAgain} />}
    >
      <p>{i18n.t(`now.refused.${textKey(reason)}.next`)}</p>
    </EmptyState>
  )
}

/** The page went on showing somebody else. */
export function NowLate({ onReadAgain }: { onReadAgain: () => void }) {
  return (
    <EmptyState
      icon={RefreshCw}
      title={i18n.t('now.late.title')}
      actions={<ReadAgainOrByHand onReadAgain={onReadAgain} />}
    >
      <p>{i18n.t('now.late.next')}</p>
    </EmptyState>
  )
}

/** The rep has withdrawn Baton's access to the site in Chrome. */
export function NowNoAccess({ site, onAsk }: { site: string; onAsk: () => void }) {
  return (
    <EmptyState
      icon={Lock}
      title={i18n.t('now.noAccess.title', { site })}
      actions={
        <>
          <Button look="filled" onClick={onAsk}>
            {i18n.t('now.noAccess.ask')}
          </Button>
          <ButtonLink look="quiet" href={hashOf(ROUTES.hand)}>
            {i18n.t('now.byHand')}
          </ButtonLink>
        </>
      }
    >
      <p>{i18n.t('now.noAccess.next')}</p>
    </EmptyState>
  )
}

/** Mail is read only when asked for, unless the rep switches it on. */
export function NowMailOff({ onReadOnce, onAlways }: { onReadOnce: () => void; onAlways: () => void }) {
  useKeys([{ keys: 'r', run: onReadOnce, label: i18n.t('now.readThis') }])
  return (
    <EmptyState
      icon={MailX}
      title={i18n.t('now.mailOff.title')}
      actions={
        <>
          <Button icon={Eye} keyHint="r" onClick={onReadOnce}>
            {i18n.t('now.readThis')}
          </Button>
          <Button look="quiet" onClick={onAlways}>
            {i18n.t('now.mailOff.always')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('now.mailOff.next')}</p>
    </EmptyState>
  )
}

/** A site Baton does not read, or no tab at all. */
export function NowOtherSite({ children }: { children?: ReactNode }) {
  return (
    <EmptyState
      icon={MousePointerClick}
      title={i18n.t('now.otherSite.title')}
      actions={<ButtonLink href={hashOf(ROUTES.hand)}>{i18n.t('now.byHand')}</ButtonLink>}
    >
      <p>{i18n.t('now.otherSite.next')}</p>
      {children}
    </EmptyState>
  )
}

/** The read itself failed. */
export function NowBroken({ code, onReadAgain }: { code: string; onReadAgain: () => void }) {
  return (
    <EmptyState
      icon={TriangleAlert}
      title={i18n.t('now.broken.title')}
      actions={<ReadAgainOrByHand onReadAgain={onReadAgain} />}
    >
      <p>{i18n.t('now.broken.next', { code })}</p>
    </EmptyState>
  )
}

const REFUSAL_ICONS: Partial<Record<Refusal, LucideIcon>> = {
  authwall: Lock,
  login: Lock,
  captcha: ShieldQuestionMark,
  'not-found': FileQuestionMark,
  error: TriangleAlert,
}
