import { lazy } from 'react'

/** Below the fold of every screen that shows them: their code comes after it. */
export const Story = lazy(async () => ({ default: (await import('./story.tsx')).Story }))
export const SavedStory = lazy(async () => ({ default: (await import('./story.tsx')).SavedStory }))
