// @vitest-environment jsdom
import { act, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useFirstScreen } from '#components/frame/first-screen.ts'
import { hashOf, ROUTES } from '#components/frame/routes.ts'
import type { TabView } from '#lib/queries/tab.ts'

let root: Root
/** The path of the first drawing. */
let drawn: string | null

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  window.location.hash = ''
  drawn = null
  root = createRoot(document.createElement('div'))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a tab that shows somebody opens Now, in the first drawing already', async () => {
  await show(LOADING)
  expect(drawn).toBe(ROUTES.now)
  expect(window.location.hash).toBe(hashOf(ROUTES.now))
})

test('a tab that nothing is known of opens Today, a moment later', async () => {
  await show(NONE)
  expect(window.location.hash).toBe('')
  await act(() => vi.advanceTimersByTimeAsync(250))
  expect(window.location.hash).toBe(hashOf(ROUTES.today))
})

test('another tab takes the place of the first screen', async () => {
  await show(LOADING)
  await show(OTHER_SITE)
  expect(window.location.hash).toBe(hashOf(ROUTES.today))
})

test('a place that somebody went to stays, whatever the tab shows then', async () => {
  await show(LOADING)
  await goTo(ROUTES.people)
  await show(OTHER_SITE)
  expect(window.location.hash).toBe(hashOf(ROUTES.people))
})

test('a place that somebody goes to while the panel is being drawn stays', async () => {
  await show(LOADING)
  await show(OTHER_SITE, () => window.history.replaceState(null, '', hashOf(ROUTES.people)))
  expect(window.location.hash).toBe(hashOf(ROUTES.people))
})

const LOADING: TabView = { kind: 'loading', url: 'https://www.linkedin.com/in/somebody/' }
const NONE: TabView = { kind: 'none' }
const OTHER_SITE: TabView = { kind: 'otherSite' }

/** `meanwhile`: what happens after the drawing, before its effects. */
async function show(view: TabView, meanwhile?: () => void): Promise<void> {
  await act(async () =>
    root.render(
      // oxlint-disable-next-line react/hooks -- wouter takes the location hook as a value
      <Router hook={useHashLocation}>
        <Screen view={view} meanwhile={meanwhile} />
      </Router>,
    ),
  )
}

function Screen({ view, meanwhile }: { view: TabView; meanwhile: (() => void) | undefined }) {
  const path = useFirstScreen(view)
  useLayoutEffect(() => {
    drawn ??= path
    meanwhile?.()
  }, [path, meanwhile])
  return path
}

async function goTo(path: string): Promise<void> {
  await act(async () => {
    window.location.hash = hashOf(path)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  })
}
