import { useEffect, useRef, useState } from 'react'
import type { TouchView } from '#lib/app/touch-view.ts'
import { isHeld } from '#lib/domain/templates/touch-draft.ts'
import { mailHtml } from '#lib/domain/templates/mail-html.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'

/** Opens the place of the touch, puts its text there or on the clipboard, and says which of the two it did. */
export function useTouchPlace({
  course,
  rendered,
  target,
}: Pick<TouchView, 'course' | 'rendered' | 'target'>) {
  const baton = useBaton()
  const announce = useAnnounce()
  const { fail } = useProblem()
  // Not as a toast: that is still the Undo of the touch before.
  const [said, setSaid] = useState<{ words: string; failed: boolean } | null>(null)
  const say = (words: string, failed = false) => {
    announce(words)
    setSaid({ words, failed })
  }
  const copy = async (text: string): Promise<boolean> => {
    // A mail keeps its paragraphs and links; LinkedIn's fields take plain text.
    const isMail = target.kind === 'compose' && text === rendered.body
    const isCopied = await baton.ports.copyText(text, ...(isMail ? [mailHtml(text)] : []))
    if (!isCopied) say(i18n.t('touch.copyRefused'), true)
    return isCopied
  }
  const open = async () => {
    const done = await baton.openTouch(course.enrollment.id).catch(fail)
    if (done?.copied === 'text') say(i18n.t('touch.copied'))
    if (done?.copied === 'refused') say(i18n.t('touch.copyRefused'), true)
  }
  const insert = async () => {
    if (target.kind !== 'compose' || rendered.body.trim() === '') return
    if (isHeld(rendered)) return say(i18n.t('touch.hasHole'), true)
    const answer = (await baton.ports.insertText?.(rendered.body)) ?? 'not-mail'
    if (answer === 'written') return say(i18n.t('touch.inserted'))
    if (answer === 'there') return say(i18n.t('touch.already'))
    // No mail is on screen yet: it is opened, with the text in it.
    if (answer === 'not-mail') return void open()
    if (await copy(rendered.body))
      say(i18n.t(`touch.${ANSWERS[answer]}`), answer !== 'no-compose' && answer !== 'several')
  }
  useInsertKey(() => void insert())
  return {
    said,
    open: () => void open(),
    insert: () => void insert(),
    copy: (text: string) => {
      if (isHeld(rendered)) return say(i18n.t('touch.hasHole'), true)
      void copy(text).then((isCopied) => isCopied && say(i18n.t('touch.copied')))
    },
  }
}

/** Chrome's key for it, which also works while the cursor stands in the mail. */
function useInsertKey(pressed: () => void): void {
  const { ports } = useBaton()
  const latest = useRef(pressed)
  useEffect(() => {
    latest.current = pressed
  })
  useEffect(() => ports.watchInsertKey(() => latest.current()), [ports])
}

const ANSWERS = {
  'no-compose': 'noCompose',
  several: 'severalCompose',
  refused: 'insertRefused',
  'no-access': 'insertRefused',
} as const
