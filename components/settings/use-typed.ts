import { useEffect, useRef, useState } from 'react'

export type Checked<Value, Problem = string> = { ok: true; value: Value } | { ok: false; problem: Problem }

/**
 * What is typed over a saved value. It is saved 500 ms after the last change, on blur, and when field or page go;
 * as long as it cannot be saved it stays as typed, and the problem says why. The saved form comes back («9» has
 * become «09:00») once it is there, so that nothing flickers in between.
 */
export function useTyped<Value, Typed, Problem = string>(options: TypedOptions<Value, Typed, Problem>) {
  const { saved, show, check, save } = options
  const [typed, setTyped] = useState<{ as: Typed } | null>(null)
  const [focused, setFocused] = useState(false)
  const pending = useRef<(() => void) | null>(null)
  const savedText = JSON.stringify(saved)
  const checked = typed === null ? null : check(typed.as)
  const differs = checked?.ok === true && JSON.stringify(checked.value) !== savedText

  useEffect(() => {
    pending.current = checked?.ok === true && differs ? () => save(checked.value) : null
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => pending.current?.(), 500)
    return () => clearTimeout(timer)
  }, [typed])
  const isSettled = !focused && checked?.ok === true && !differs
  useEffect(() => {
    if (isSettled) setTyped(null)
  }, [isSettled])
  useFlush(pending)

  return {
    value: typed === null ? show(saved) : typed.as,
    problem: checked?.ok === false ? checked.problem : null,
    focused,
    onFocus: () => setFocused(true),
    type: (as: Typed) => setTyped({ as }),
    onBlur: () => {
      setFocused(false)
      pending.current?.()
    },
  }
}

/** The same for a field of text, with the props of `TextField` and `TextArea`. */
export function useTypedText<Value>(options: TypedOptions<Value, string>): TypedTextProps {
  const { value, problem, type, onFocus, onBlur } = useTyped(options)
  return {
    ...(problem === null ? {} : { error: problem }),
    value,
    onFocus,
    onBlur,
    onChange: (event) => type(event.target.value),
  }
}

interface TypedOptions<Value, Typed, Problem = string> {
  saved: Value
  show: (value: Value) => Typed
  check: (typed: Typed) => Checked<Value, Problem>
  save: (value: Value) => void
}

interface TypedTextProps {
  value: string
  error?: string
  onFocus: () => void
  onBlur: () => void
  onChange: (event: { target: { value: string } }) => void
}

/** Saves what is still pending when the field or the page goes. */
function useFlush(pending: { current: (() => void) | null }): void {
  useEffect(() => {
    const flush = () => pending.current?.()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [pending])
}
