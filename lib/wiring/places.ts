import type { PlaceSource } from '#lib/app/deps.ts'
import type { EpochDay } from '#lib/domain/cadence/calendar.ts'
import type { ContactPlace } from '#lib/domain/place/contact-place.ts'

export interface PlaceQuestion {
  id: number
  ask: { kind: 'place'; text: string } | { kind: 'holidays'; region: string; from: number; to: number }
}
export interface PlaceAnswer {
  id: number
  found: ContactPlace | EpochDay[]
}

/** Reads places and holidays in a thread that begins with the first question and ends when none came for a while. */
export function pagePlaces(): PlaceSource {
  const known = new Map<string, ContactPlace>()
  const asked = new Map<string, Promise<ContactPlace>>()
  const waiting = new Map<number, (found: PlaceAnswer['found']) => void>()
  let worker: Worker | null = null
  let count = 0
  let quiet: ReturnType<typeof setTimeout> | undefined

  const open = (): Worker => {
    if (worker) return worker
    worker = new Worker(new URL('./place-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<PlaceAnswer>) => {
      waiting.get(data.id)?.(data.found)
      waiting.delete(data.id)
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        if (waiting.size > 0) return
        worker?.terminate()
        worker = null
      }, QUIET_MS)
    })
    return worker
  }
  const ask = (question: PlaceQuestion['ask']): Promise<PlaceAnswer['found']> =>
    new Promise((resolve) => {
      count += 1
      waiting.set(count, resolve)
      open().postMessage({ id: count, ask: question } satisfies PlaceQuestion)
    })
  return {
    known: (text) => known.get(text) ?? null,
    read: (text) => {
      const before = asked.get(text)
      if (before) return before
      // The answer is of the question's kind.
      const answer = ask({ kind: 'place', text }) as Promise<ContactPlace>
      asked.set(text, answer)
      void answer.then((place) => known.set(text, place))
      return answer
    },
    holidays: (region, from, to) => ask({ kind: 'holidays', region, from, to }) as Promise<EpochDay[]>, // of its kind
  }
}

const QUIET_MS = 30_000
