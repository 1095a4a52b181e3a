import { later } from '#components/ui/later.tsx'

/** Below the fold of every screen that shows them: their code comes after it. */
export const Story = later(async () => (await import('./story.tsx')).Story)
export const SavedStory = later(async () => (await import('./story.tsx')).SavedStory)
