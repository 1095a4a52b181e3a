// @vitest-environment jsdom
import { act, Suspense, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CadenceDraft } from '#components/cadence/draft.ts'
import { useDraft, type DraftState } from '#components/cadence/use-draft.ts'
import { openDrafts } from '#lib/app/drafts.ts'
import type { Baton } from '#lib/queries/baton.ts'
import { BatonProvider } from '#lib/queries/context.tsx'
import { createFakeHub } from '#tests/support/fake-channel.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

const named = (name: string): CadenceDraft => ({ name, stopsAccount: false, steps: [] })

let root: Root
let drawn: DraftState
let show: (saved: CadenceDraft) => Promise<void>

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const drafts = Promise.resolve(await openDrafts(createFakeStorage(), createFakeHub().connect()))
  const baton = { drafts: () => drafts } as Partial<Baton> as Baton
  root = createRoot(document.createElement('div'))
  show = (saved) =>
    act(async () =>
      root.render(
        <BatonProvider baton={baton}>
          <Suspense>
            <Editor saved={saved} />
          </Suspense>
        </BatonProvider>,
      ),
    )
  await show(named('Spring'))
  await act(async () => drawn.change(() => named('Summer')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

test('what was saved is no draft any more', async () => {
  await act(async () => drawn.settle(named('Summer'), named('Summer')))
  await show(named('Summer'))
  expect([drawn.isDirty, drawn.draft.name]).toEqual([false, 'Summer'])
})

test('what is typed while it is being saved stays, upon what was saved', async () => {
  await act(async () => drawn.change(() => named('Summer and autumn')))
  await act(async () => drawn.settle(named('Summer'), named('Summer')))
  await show(named('Summer'))
  expect(drawn).toMatchObject({ isDirty: true, isChangedElsewhere: false })
  expect(drawn.draft.name).toBe('Summer and autumn')
})

function Editor({ saved }: { saved: CadenceDraft }): null {
  const state = useDraft('c1', saved)
  useEffect(() => {
    drawn = state
  })
  return null
}
