// @vitest-environment jsdom
import { act, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDrafts } from '#lib/app/drafts.ts'
import type { Baton } from '#lib/queries/baton.ts'
import { BatonProvider } from '#lib/queries/context.tsx'
import { leftoverDraft } from '#components/timeline/note-drafts.ts'
import { useNoteDraft } from '#components/timeline/use-note-draft.ts'
import { createFakeHub } from '#tests/support/fake-channel.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a note that could not be stored is tried again without another key, and its draft is kept until then', async () => {
  const save = vi.fn<(body: string) => Promise<unknown>>()
  save.mockRejectedValueOnce(new Error('not now')).mockResolvedValue(null)
  const drawn: { type?: (body: string) => void; state?: string } = {}
  function Field(): null {
    const { type, state } = useNoteDraft({ contactId: 'c1', noteId: 'n1', stored: '', save })
    Object.assign(drawn, { type, state })
    return null
  }
  const drafts = await openDrafts(createFakeStorage(), createFakeHub().connect())
  const opened = Promise.resolve(drafts)
  const baton = { drafts: () => opened } as Partial<Baton> as Baton
  const root = createRoot(document.createElement('div'))
  await act(async () =>
    root.render(
      <BatonProvider baton={baton}>
        <Suspense>
          <Field />
        </Suspense>
      </BatonProvider>,
    ),
  )
  await act(async () => drawn.type?.('Typed while storage was away'))
  await act(() => vi.advanceTimersByTimeAsync(500))
  expect(drawn.state).toBe('failed')
  expect(leftoverDraft(drafts, 'c1')?.body).toBe('Typed while storage was away')
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  expect(save).toHaveBeenCalledTimes(2)
  expect(drawn.state).toBe('saved')
  expect(leftoverDraft(drafts, 'c1')).toBeNull()
  await act(async () => root.unmount())
})
