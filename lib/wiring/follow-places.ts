import { peopleToFollow, placePeople, sweepPlaces } from '#lib/app/place-people.ts'
import { replanChanged } from '#lib/app/replan.ts'
import type { Deps, PlaceSource } from '#lib/app/deps.ts'
import { send } from '#lib/platform/messages.ts'
import { extensionKv } from '#lib/platform/store-env.ts'

/** Gives people zone and region: who came while no page was open, once this one stands, and whoever changes from then on. */
export function followPlaces(deps: Deps & { places: PlaceSource }): void {
  const placing = { kv: extensionKv, places: deps.places }
  const changed = new Set<string>()
  const companies = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  /** One page at a time; the others find it done. */
  const alone = (work: () => Promise<unknown>): Promise<unknown> =>
    navigator.locks.request('baton.places', work)
  const place = (): void => {
    timer = null
    const [ids, accountIds] = [[...changed], [...companies]]
    changed.clear()
    companies.clear()
    void alone(async () => {
      const followers = await peopleToFollow(deps, accountIds)
      const placed = await placePeople(deps, placing, [...new Set([...ids, ...followers])])
      await replanChanged(deps, ids, restful)
      if (placed > 0) void send('panel→worker changed')
    }).catch(() => undefined) // The next page tries again.
  }
  deps.store.subscribe((records) => {
    for (const { t, id } of records) {
      if (t === 'contact') changed.add(id)
      if (t === 'account') companies.add(id)
    }
    if (changed.size + companies.size > 0) timer ??= setTimeout(place, SETTLED_MS)
  })
  const sweep = (): Promise<unknown> =>
    navigator.locks.request('baton.sweep', () =>
      sweepPlaces(deps, placing, (share) => restful(() => alone(share))),
    )
  setTimeout(() => void sweep().catch(() => undefined), STANDS_MS)
}

/** Thousands may be waiting, as after a first pull: most of the machine stays with whoever works on it. */
async function restful(share: () => Promise<unknown>): Promise<void> {
  const begun = performance.now()
  await share()
  const rest = RESTS * (performance.now() - begun)
  await new Promise((resolve) => setTimeout(resolve, rest))
}

const RESTS = 3
/** A batch is placed as a whole. */
const SETTLED_MS = 1_000
const STANDS_MS = 4_000
