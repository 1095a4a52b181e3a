import { ClipboardPaste, Copy, ExternalLink, Phone, Search } from 'lucide-react'
import type { TouchTarget as Target } from '#lib/domain/compose.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useKeys } from '#components/ui/use-keys.ts'

/**
 * The place of the touch: opens it, dials it (a link, so that nothing is dialled by itself), or says what is missing.
 * A mail also takes the text at its cursor; everywhere else it goes by the clipboard.
 */
export function TouchTargetButtons(props: TouchTargetProps) {
  const { target, hasText, missing, said, onOpen, onInsert, onCopy, onThread } = props
  const canOpen =
    target.kind === 'profile' ||
    target.kind === 'message' ||
    target.kind === 'compose' ||
    (target.kind === 'task' && target.url !== null)
  const isDialled = target.kind === 'tel'
  const takesText = target.kind === 'compose' && hasText
  const thread = target.kind === 'compose' ? target.thread : null
  const dial = () => document.getElementById(DIAL)?.click()
  useKeys([
    ...(canOpen ? [{ keys: 'Enter', run: onOpen, label: i18n.t('today.open') }] : []),
    ...(takesText ? [{ keys: 'i', run: onInsert, label: i18n.t('touch.insertLabel') }] : []),
    ...(hasText ? [{ keys: 'c', run: onCopy, label: i18n.t('touch.copy') }] : []),
    ...(thread === null
      ? []
      : [{ keys: 'Shift+T', run: () => onThread(thread), label: i18n.t('touch.findThread') }]),
    ...(isDialled
      ? [
          { keys: 'l', run: dial, label: i18n.t('touch.dial') },
          { keys: 'Enter', run: dial },
        ]
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
        {takesText && (
          <Button
            icon={ClipboardPaste}
            keyHint="i"
            onClick={onInsert}
            // The cursor stays in the mail.
            onMouseDown={(event) => event.preventDefault()}
          >
            {i18n.t('touch.insert')}
          </Button>
        )}
        {hasText &&
          (takesText ? (
            <IconButton icon={Copy} label={i18n.t('touch.copy')} keyHint="c" onClick={onCopy} />
          ) : (
            <Button icon={Copy} keyHint="c" onClick={onCopy}>
              {i18n.t('touch.copy')}
            </Button>
          ))}
        {thread !== null && (
          <IconButton
            icon={Search}
            label={i18n.t('touch.findThread')}
            keyHint="Shift+T"
            onClick={() => onThread(thread)}
          />
        )}
      </div>
      {said !== null && <p className={`sm ${said.failed ? 'due' : 't2'}`}>{said.words}</p>}
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
  /** What the last opening, inserting or copying came to. */
  said: { words: string; failed: boolean } | null
  onOpen: () => void
  onInsert: () => void
  onCopy: () => void
  onThread: (url: string) => void
}

const DIAL = 'touch-dial'
