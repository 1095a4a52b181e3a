// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeysProvider } from '#components/ui/keys-provider.tsx'
import { ToastPlace, ToastProvider, useToast } from '#components/ui/toast.tsx'

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

let root: Root
let show: ReturnType<typeof useToast>
const undo = vi.fn<() => void>()

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  undo.mockClear()
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  function Page(): null {
    show = useToast()
    return null
  }
  await act(async () =>
    root.render(
      <KeysProvider singleKeys>
        <ToastProvider>
          <Page />
          <ToastPlace />
        </ToastProvider>
      </KeysProvider>,
    ),
  )
  await act(async () => show({ title: 'Mail: sent' }, { undo }))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const button = () => document.querySelector<HTMLButtonElement>('.toast button')
const press = (key: string) =>
  act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

test('Undo stands for ten seconds, then it has gone with its key', async () => {
  await after(9_500)
  expect(button()).not.toBeNull()
  await after(750)
  expect(button()).toBeNull()
  await press('z')
  expect(undo).not.toHaveBeenCalled()
})

test('z takes it, once', async () => {
  await after(9_000)
  await press('z')
  await press('z')
  expect(undo).toHaveBeenCalledTimes(1)
  expect(button()).toBeNull()
})

test('under the pointer its clock stands', async () => {
  const toast = document.querySelector('.toast')
  await act(async () => void toast?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })))
  await after(60_000)
  expect(button()).not.toBeNull()
  await act(async () => void toast?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true })))
  await after(10_250)
  expect(button()).toBeNull()
})
