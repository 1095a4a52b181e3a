import { NOT_KILLED, type Fate } from './fate.ts'
import { openStore } from '#lib/store/open.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import type { Store } from '#lib/store/store.ts'
import { syncOnce, type SyncDeps, type SyncOutcome } from '#lib/sync/engine.ts'
import { pair } from '#lib/sync/pairing.ts'
import { ORIGIN } from '#tests/server/support/world.ts'
import { doomed } from './kill.ts'
import { createProfile, type Profile } from './store-env.ts'

/** A browser with Baton, paired with the server of a world or not; its line to the server can fail. */
export interface Browser {
  profile: Profile
  store: Store & StoreAdmin
  line: Line
  deps: SyncDeps
  pair(): Promise<void>
  sync(): Promise<SyncOutcome>
  /** Syncs until it says that it is done, ten times at most. */
  settle(): Promise<void>
  /** The worker is killed and starts again; with `fate` the new one is killed before a later step. */
  restart(options?: { losesDatabase?: boolean; fate?: Fate; diesAfter?: number }): Promise<void>
  /** Steps the present context has taken. */
  steps(): number
}

/** What a browser needs of a server: the real one's app, or that in memory. */
export interface SyncServer {
  app: { request(path: string, init: RequestInit): Response | Promise<Response> }
  auth: { newCode(): Promise<string> }
}

export interface Line {
  /** What happens to the next requests: the answer is lost, the request is, or it is sent twice. */
  next: ('answer' | 'request' | 'twice' | 'ok')[]
  offline: boolean
  requests: number
  /** Looks at, or replaces, an answer. */
  intercept: ((path: string, response: Response) => Promise<Response>) | null
}

export async function createBrowser(world: SyncServer, seed: number, name = 'baton'): Promise<Browser> {
  const profile = createProfile({ seed, name })
  const line: Line = { next: [], offline: false, requests: 0, intercept: null }
  const depsOf = (store: Store & StoreAdmin): SyncDeps => ({
    store,
    kv: profile.kv,
    locks: profile.env().locks,
    db: name,
    fetch: lineTo(world.app, line),
    now: () => profile.clock.now,
    random: () => 0.5,
    uuid: profile.env().uuid,
    sleep: async () => undefined,
    app: 'test',
  })
  let context = doomed(profile.env(), NOT_KILLED)
  const store = await openStore(context.env)
  const browser: Browser = {
    profile,
    line,
    store,
    deps: depsOf(store),
    pair: async () => {
      await pair(browser.deps, {
        url: 'http://server.test',
        code: await world.auth.newCode(),
        device: `browser ${seed}`,
      })
    },
    sync: () => syncOnce(browser.deps, { now: true }),
    settle: async () => {
      for (let run = 0; run < 10; run++) if ((await browser.sync()).kind === 'done') return
      throw new Error('sync does not come to an end')
    },
    steps: () => context.steps,
    restart: async ({ losesDatabase = false, fate = NOT_KILLED, diesAfter } = {}) => {
      profile.restart()
      if (losesDatabase) profile.loseDatabase()
      let end = Infinity
      context = doomed(profile.env(), (step) => (step > end ? 'stop' : fate(step)))
      browser.store = await openStore(context.env)
      browser.deps = { ...depsOf(browser.store), kv: context.env.kv }
      // It lives until a later step of its own.
      if (diesAfter !== undefined) end = context.steps + diesAfter
    },
  }
  return browser
}

function lineTo(app: SyncServer['app'], line: Line): SyncDeps['fetch'] {
  return async (url, init) => {
    line.requests += 1
    const fate = line.next.shift() ?? 'ok'
    if (line.offline || fate === 'request') throw new TypeError('fetch failed')
    const path = new URL(url).pathname
    const send = async (): Promise<Response> =>
      app.request(path, { ...init, headers: { ...(init.headers as Record<string, string>), origin: ORIGIN } }) // as the transport writes them
    if (fate === 'twice') await send()
    const response = await send()
    if (fate === 'answer') throw new TypeError('fetch failed')
    return line.intercept ? line.intercept(path, response) : response
  }
}
