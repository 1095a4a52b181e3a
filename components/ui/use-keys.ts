import { createContext, useContext, useEffect, useRef } from 'react'

/**
 * One key, one meaning (`?` lists those of the screen). Single keys work only where no field has the focus and
 * can be switched off; arrows, Enter and Escape always work. While a dialog or menu is open, only bindings made
 * inside it (`overlay`) are heard. Where two bindings share a key, the one that came
 * last wins, and the frame's come after all others.
 */
export interface KeyBinding {
  /** `a`, `Shift+A`, `Enter`, `Escape`, `ArrowDown`, `g n` (one after the other), `?`. */
  keys: string
  run: () => void
  /** Its word in the list of keys; without one it is not listed. */
  label?: string
  group?: KeyGroup
}
export type KeyGroup = 'screen' | 'move' | 'everywhere'

export interface KeyOptions {
  /** The bindings belong to a dialog, menu or popover. */
  overlay?: boolean
  enabled?: boolean
  /** The bindings of the frame: heard only where the screen has none of its own for the key. */
  fallback?: boolean
}

/** Binds keys for as long as the component is there. */
export function useKeys(
  bindings: readonly KeyBinding[],
  { overlay = false, enabled = true, fallback = false }: KeyOptions = {},
): void {
  const registry = useContext(KeysContext)
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    if (!enabled) return undefined
    return registry.register({ bindings: () => latest.current, overlay, fallback })
  }, [registry, overlay, enabled, fallback])
}

interface Registration {
  bindings: () => readonly KeyBinding[]
  overlay: boolean
  fallback?: boolean
}

export interface KeyRegistry {
  register(registration: Registration): () => void
  /** Listed bindings, those of the screen first, none twice. */
  listed(): KeyBinding[]
  /** True when a binding took the event. */
  handle(event: KeyboardEvent, singleKeys: boolean): boolean
}

export function createKeyRegistry(): KeyRegistry {
  const registrations: Registration[] = []
  let prefix = { key: '', until: 0 }
  return {
    register(registration) {
      registrations.push(registration)
      return () => registrations.splice(registrations.indexOf(registration), 1)
    },
    listed() {
      const seen = new Map<string, KeyBinding>()
      for (const { bindings } of inOrder(registrations))
        for (const binding of bindings())
          if (binding.label !== undefined && !seen.has(binding.keys)) seen.set(binding.keys, binding)
      return [...seen.values()]
    },
    handle(event, singleKeys) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
      const key = nameOf(event)
      const target = event.target instanceof Element ? event.target : null
      if (isTaken(target, key) || (!singleKeys && isCharacter(key))) return false
      const isOverlay = document.querySelector(OVERLAYS) !== null
      const heard = registrations.filter((registration) => registration.overlay === isOverlay)
      const wanted = prefix.key !== '' && event.timeStamp < prefix.until ? `${prefix.key} ${key}` : key
      prefix = { key: '', until: 0 }
      const all = inOrder(heard).flatMap((registration) => registration.bindings())
      const found = all.find((binding) => binding.keys === wanted)
      if (found) {
        event.preventDefault()
        found.run()
        return true
      }
      if (all.some((binding) => binding.keys.startsWith(`${key} `))) {
        prefix = { key, until: event.timeStamp + SEQUENCE_MS }
        return true
      }
      return false
    },
  }
}

/** Whoever came last first, the frame's own after all others. */
function inOrder(registrations: readonly Registration[]): Registration[] {
  return registrations.toReversed().sort((a, b) => Number(a.fallback ?? false) - Number(b.fallback ?? false))
}

/** A registry that hears nothing stands where no `KeysProvider` is (pictures, tests of one part). */
export const KeysContext = createContext<KeyRegistry>(createKeyRegistry())

/** The key's name, the same on Latin and other layouts: there the place of the key counts. */
function nameOf(event: KeyboardEvent): string {
  const letter = /^[a-z]$/i.test(event.key) ? event.key : (/^Key([A-Z])$/.exec(event.code)?.[1] ?? null)
  if (letter !== null) return event.shiftKey ? `Shift+${letter.toUpperCase()}` : letter.toLowerCase()
  return event.key === ' ' ? 'Space' : event.key
}

function isCharacter(key: string): boolean {
  return key.length === 1 || key.startsWith('Shift+') || key === 'Space'
}

/** Whether the focused element has a use of its own for this key. */
function isTaken(target: Element | null, key: string): boolean {
  if (!target) return false
  if (target.closest(TEXT_FIELDS)) return true
  if (key === 'Enter') return target.closest(PRESSABLE) !== null
  if (key === 'Space') return target.closest(`${PRESSABLE}, input`) !== null
  if (key.startsWith('Arrow')) return target.closest(ARROWED) !== null
  return false
}

const SEQUENCE_MS = 1200
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const TEXT_FIELDS =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])'
const PRESSABLE = 'button, a[href], summary, [role="menuitem"], [role="option"], [role="tab"]'
const ARROWED = '[role="tablist"], [role="radiogroup"], [role="menu"], [role="listbox"], input'
