import { Copy, ExternalLink, Phone } from 'lucide-react'
import type { TouchTarget as Target } from '#lib/domain/compose.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'

/** The place of the touch: opens it, dials it (a link, so that nothing is dialled by itself), or says what is missing. */
export function TouchTargetButtons({ target, hasText, missing, onOpen, onCopy }: TouchTargetProps) {
  const canOpen =
    target.kind === 'profile' || target.kind === 'compose' || (target.kind === 'task' && target.url !== null)
  const isDialled = target.kind === 'tel'
  useKeys([
    ...(canOpen ? [{ keys: 'Enter', run: onOpen, label: i18n.t('today.open') }] : []),
    ...(target.kind === 'compose' ? [{ keys: 'i', run: onOpen, label: i18n.t('touch.openMail') }] : []),
    ...(hasText ? [{ keys: 'c', run: onCopy, label: i18n.t('touch.copy') }] : []),
    ...(isDialled
      ? [{ keys: 'l', run: () => document.getElementById(DIAL)?.focus(), label: i18n.t('touch.dial') }]
      : []),
  ])
  return (
    <>
      <div className="actions">
        {canOpen && (
          <Button look="filled" className="grow" icon={ExternalLink} keyHint="Enter" onClick={onOpen}>
            {i18n.t(`touch.openKind.${target.kind}`)}
          </Button>
        )}
        {isDialled && (
          <ButtonLink id={DIAL} look="filled" className="grow" icon={Phone} keyHint="l" href={target.url}>
            {i18n.t('touch.dial')}
          </ButtonLink>
        )}
        {hasText && (
          <Button icon={Copy} keyHint="c" onClick={onCopy}>
            {i18n.t('touch.copy')}
          </Button>
        )}
      </div>
      {target.kind === 'missing' && <p className="due sm">{i18n.t(`touch.noTarget.${target.what}`)}</p>}
      {target.kind === 'compose' && !target.fits && <p className="sm t2">{i18n.t('touch.tooLong')}</p>}
      {missing > 0 && target.kind === 'compose' && <p className="sm due">{i18n.t('touch.missingFirst')}</p>}
    </>
  )
}

interface TouchTargetProps {
  target: Target
  hasText: boolean
  /** How many values of the text are missing. */
  missing: number
  onOpen: () => void
  onCopy: () => void
}

const DIAL = 'touch-dial'
