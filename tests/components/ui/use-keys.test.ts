// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { createKeyRegistry, type KeyRegistry } from '#components/ui/use-keys.ts'

let registry: KeyRegistry
let heard: string[]

beforeEach(() => {
  document.body.innerHTML =
    '<input id="text"><input id="tick" type="checkbox"><button id="press">P</button><p id="plain"></p>'
  registry = createKeyRegistry()
  heard = []
})

const bind = (keys: string, name = keys) => ({ keys, run: () => void heard.push(name), label: name })

function press(
  key: string,
  { on = 'plain', single = true, ...init }: KeyboardEventInit & { on?: string; single?: boolean } = {},
) {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init })
  document.getElementById(on)?.dispatchEvent(event)
  return registry.handle(event, single)
}

describe('one key, one meaning', () => {
  test('a letter is heard, with and without capitals lock; with Shift it is another', () => {
    registry.register({ bindings: () => [bind('a'), bind('Shift+A')], overlay: false })
    press('a')
    press('A')
    press('A', { shiftKey: true })
    expect(heard).toEqual(['a', 'a', 'Shift+A'])
  })

  test('on another layout the place of the key counts', () => {
    registry.register({ bindings: () => [bind('d')], overlay: false })
    press('в', { code: 'KeyD' })
    expect(heard).toEqual(['d'])
  })

  test('two keys one after the other; a wrong second one does nothing, not even its own', () => {
    registry.register({ bindings: () => [bind('g t'), bind('x')], overlay: false })
    press('g')
    press('t')
    press('g')
    press('x')
    press('t')
    expect(heard).toEqual(['g t'])
    press('x')
    expect(heard).toEqual(['g t', 'x'])
  })

  test('the screen’s own key comes before the frame’s, whichever was there first', () => {
    registry.register({ bindings: () => [bind('/', 'screen')], overlay: false })
    registry.register({ bindings: () => [bind('/', 'frame')], overlay: false, fallback: true })
    press('/')
    expect(heard).toEqual(['screen'])
    expect(registry.listed().map(({ label }) => label)).toEqual(['screen'])
  })

  test('what was taken away is heard no more', () => {
    const stop = registry.register({ bindings: () => [bind('d')], overlay: false })
    stop()
    expect(press('d')).toBe(false)
    expect(heard).toEqual([])
  })
})

describe('where keys are not heard', () => {
  beforeEach(() => {
    registry.register({
      bindings: () => [bind('d'), bind('Enter'), bind('?'), bind('ArrowDown')],
      overlay: false,
    })
  })

  test('in a field', () => {
    press('d', { on: 'text' })
    press('Enter', { on: 'text' })
    expect(heard).toEqual([])
  })

  test('with a modifier, which is the browser’s', () => {
    press('d', { ctrlKey: true })
    press('d', { metaKey: true })
    press('d', { altKey: true })
    expect(heard).toEqual([])
  })

  test('Enter on a button presses the button, on a tick it is free', () => {
    press('Enter', { on: 'press' })
    expect(heard).toEqual([])
    press('Enter', { on: 'tick' })
    expect(heard).toEqual(['Enter'])
  })

  test('single keys when the rep has switched them off; arrows and Enter go on', () => {
    press('d', { single: false })
    press('?', { single: false })
    press('ArrowDown', { single: false })
    press('Enter', { single: false })
    expect(heard).toEqual(['ArrowDown', 'Enter'])
  })

  test('under an open dialog or menu: only what belongs to it is heard', () => {
    registry.register({ bindings: () => [bind('1', 'of the menu')], overlay: true })
    press('1')
    document.body.insertAdjacentHTML('beforeend', '<div role="menu" id="menu"></div>')
    press('d', { on: 'menu' })
    press('1', { on: 'menu' })
    expect(heard).toEqual(['of the menu'])
  })
})
