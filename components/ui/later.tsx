import { use, type ComponentType, type ReactNode } from 'react'

/** A part whose code comes after the first screen stands; `load` fetches it before it is needed. */
export interface Later<Props> {
  (props: Props): ReactNode
  load(): Promise<unknown>
}

/**
 * Unlike `lazy` it is drawn at once when its code is there already, without a frame of the fallback in between.
 * The nearest `Suspense` above says what stands there until then.
 */
export function later<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): Later<Props> {
  let part: ComponentType<Props> | null = null
  let fetching: Promise<ComponentType<Props>> | null = null
  const load = (): Promise<ComponentType<Props>> => {
    fetching ??= fetchPart().then(
      (fetched) => (part = fetched),
      (error: unknown) => {
        fetching = null // Asked for again, it is fetched again.
        throw error
      },
    )
    return fetching
  }
  function Part(props: Props): ReactNode {
    const Loaded = part ?? use(load())
    return <Loaded {...props} />
  }
  return Object.assign(Part, { load })
}
