import { useQuery } from '@tanstack/react-query'
import type { TemplateStep } from '#lib/domain/templates/variables.ts'
import { useBaton } from './context.tsx'

/** The text of a step as this person would get it; null when the person is gone. The last one stays until the next. */
export function useStepPreview(
  step: TemplateStep,
  person: { contactId: string | null; cadenceName: string; threadSubject: string | null },
) {
  const { deps } = useBaton()
  const { contactId, cadenceName, threadSubject } = person
  const { type, subject, body } = step
  return useQuery({
    queryKey: ['step-preview', contactId, cadenceName, threadSubject, type, subject, body],
    queryFn: async () => {
      if (contactId === null) return null
      const { previewText } = await import('#lib/app/touch-text.ts')
      return previewText(deps, { step: { type, subject, body }, contactId, cadenceName, threadSubject })
    },
    enabled: contactId !== null,
    placeholderData: (previous) => previous,
    gcTime: 10_000, // One for every key that is typed.
    meta: { tables: ['contact', 'account', 'note', 'snippet', 'settings'] },
  })
}
