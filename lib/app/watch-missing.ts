import type { PageRead } from '#lib/domain/capture.ts'
import { canonicalAddress } from '#lib/domain/address.ts'
import type { TabFollower, TabPorts, TabState } from './follow-tab.ts'

/**
 * Parts of a profile that LinkedIn brings only when the rep scrolls to them. While a person is on screen whose page
 * lacked some, the page is looked at again now and then; what has appeared is told, and the panel offers to read it.
 * Nothing is taken over by itself: the rep may be in the middle of something.
 */
export interface MissingParts {
  /** Sections that were not in the page when it was read and are there now. */
  get(): readonly string[]
  subscribe(listener: () => void): () => void
  stop(): void
}

export function watchMissing(
  follower: Pick<TabFollower, 'get' | 'subscribe'>,
  ports: Pick<TabPorts, 'activeTab' | 'read' | 'wait'>,
): MissingParts {
  const listeners = new Set<() => void>()
  let appeared: readonly string[] = NONE
  let turn = 0

  const tell = (next: readonly string[]): void => {
    if (next === appeared) return
    appeared = next
    for (const listener of listeners) listener()
  }
  const look = async (): Promise<void> => {
    const looked = ++turn
    tell(NONE)
    const state = follower.get()
    const missing = missingIn(state)
    for (let look = 0; missing.length > 0 && look < MOST_LOOKS; look++) {
      await ports.wait(LOOK_MS)
      if (looked !== turn) return
      const now = await readOf(state, ports)
      if (looked !== turn) return
      const found = now === null ? [] : missing.filter((part) => !now.includes(part))
      if (found.length > 0) return tell(found)
    }
  }
  const unsubscribe = follower.subscribe(() => void look())
  void look()
  return {
    get: () => appeared,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      turn = -1
      unsubscribe()
      listeners.clear()
    },
  }
}

function missingIn(state: TabState): readonly string[] {
  return state.kind === 'read' && state.read.result.kind === 'person' ? state.read.result.notLoaded : NONE
}

/** What the page of `state` lacks now; null where the tab shows something else, or cannot be read at the moment. */
async function readOf(
  state: TabState,
  ports: Pick<TabPorts, 'activeTab' | 'read'>,
): Promise<readonly string[] | null> {
  if (state.kind !== 'read') return null
  const tab = await ports.activeTab()
  if (tab?.url === undefined || !isSamePage(tab.url, state.url)) return null
  const answer = await ports.read({ id: tab.id, url: tab.url })
  if (answer.kind !== 'read' || !isSamePerson(answer.read, state.read)) return null
  return answer.read.result.kind === 'person' ? answer.read.result.notLoaded : null
}

function isSamePage(a: string, b: string): boolean {
  return a === b || (canonicalAddress(a) !== '' && canonicalAddress(a) === canonicalAddress(b))
}

function isSamePerson(now: PageRead, then: PageRead): boolean {
  if (now.result.kind !== 'person' || then.result.kind !== 'person') return false
  return isSamePage(now.url, then.url) && now.result.fields.name?.value === then.result.fields.name?.value
}

const NONE: readonly string[] = []
/** A look takes a few milliseconds and leaves no trace. */
const LOOK_MS = 2_000
/** After three minutes on one page nobody waits for it; `r` still reads. */
const MOST_LOOKS = 90
