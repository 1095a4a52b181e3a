import { useAppeared } from '#lib/queries/appeared.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { QuietLine } from '#components/ui/quiet-line.tsx'

/** A part of the profile has come into the page: the rep decides when it is read. */
export function AppearedLine() {
  const baton = useBaton()
  const parts = useAppeared()
  if (parts.length === 0) return null
  const words = parts.map((part) => {
    const known = PARTS.find((name) => name === part)
    return known ? i18n.t(`frame.part.${known}`) : part
  })
  return (
    <QuietLine label={i18n.t('frame.appearedLabel')} word={i18n.t('now.readAgain')} onPress={baton.readAgain}>
      {i18n.t('frame.appeared', { parts: words.join(', ') })}
    </QuietLine>
  )
}

const PARTS = ['experience', 'education', 'about'] as const
