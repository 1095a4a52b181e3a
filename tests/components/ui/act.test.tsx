// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ActProvider, useAct, type Done } from '#components/ui/act.tsx'
import { KeysProvider } from '#components/ui/keys-provider.tsx'
import { ToastPlace, ToastProvider } from '#components/ui/toast.tsx'
import { useStoppable } from '#components/ui/use-stoppable.ts'

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

let root: Root
let run: ReturnType<typeof useAct>
let stoppable: ReturnType<typeof useStoppable>
const undo = vi.fn<(group: string) => Promise<unknown>>(async () => 'undone')

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  undo.mockClear()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  function Page(): null {
    run = useAct()
    stoppable = useStoppable()
    return null
  }
  await act(async () =>
    root.render(
      <KeysProvider singleKeys>
        <ToastProvider>
          <ActProvider undo={undo}>
            <Page />
          </ActProvider>
          <ToastPlace />
        </ToastProvider>
      </KeysProvider>,
    ),
  )
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const done = (group: string) => act(async () => void (await run(async () => ({ group }), { title: group })))
const press = (key: string) =>
  act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
/** An act whose end the test decides. */
function begun() {
  const { promise, resolve, reject } = Promise.withResolvers<Done>()
  void run(() => promise, { title: 'the later' })
  return {
    end: (group: string | null) => act(async () => resolve({ group })),
    fail: () => act(async () => reject(new Error('full'))),
  }
}

test('z takes back what was done last', async () => {
  await done('the earlier')
  await done('the later')
  await press('z')
  expect(undo.mock.calls).toEqual([['the later']])
})

test('while the last is still being stored, z waits for it and leaves the one before alone', async () => {
  await done('the earlier')
  const later = begun()
  await press('z')
  expect(undo).not.toHaveBeenCalled()
  await later.end('the later')
  expect(undo.mock.calls).toEqual([['the later']])
})

test('of an act that failed or changed nothing there is nothing to take back: z is the one before again', async () => {
  await done('the earlier')
  const failed = begun()
  await press('z')
  await failed.fail()
  expect(undo).not.toHaveBeenCalled()
  await press('z')
  expect(undo.mock.calls).toEqual([['the earlier']])
})

test('while many are being done, z stops that; afterwards it is the one before again', async () => {
  await done('the earlier')
  const ended = stoppable.begin(
    (signal) =>
      new Promise<boolean>((resolve) => signal.addEventListener('abort', () => resolve(signal.aborted))),
  )
  await press('z')
  expect(await ended).toBe(true)
  expect(undo).not.toHaveBeenCalled()
  await press('z')
  expect(undo.mock.calls).toEqual([['the earlier']])
})
