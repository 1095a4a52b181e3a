import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { pairRequest, PROTOCOL, SCHEMA, type PairResponse } from '#lib/sync/protocol.ts'
import { createAuth, type Auth } from './auth.ts'
import { readJson } from './body.ts'
import type { Database } from './database.ts'
import { ProblemError, problemResponse } from './problem.ts'
import { exchange } from './sync.ts'

export interface AppDeps {
  db: Database
  /** The workspace that pairing opens, and its user. */
  ws: string
  userId: string
  practice: boolean
  /** Server time, ms. */
  now(): number
  /** Codes and counts only: never a name, an address, a text, a token. */
  log(line: string): void
}

/** The API, testable through `app.request()`. `auth.newCode` gives the pairing code that is printed at start. */
export function createApp(deps: AppDeps): { app: Hono; auth: Auth } {
  const auth = createAuth(deps)
  const app = new Hono()
  app.use(
    cors({
      origin: (origin) => (isExtension(origin) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'content-encoding'],
      exposeHeaders: ['retry-after'],
      maxAge: 3600,
    }),
  )
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    // A web page may send a form or plain text here without asking: it is not answered.
    if (origin !== undefined && !isExtension(origin)) return c.body(null, 403)
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use(compress())

  app.get('/v1/health', (c) =>
    c.json({ ok: true, protocol: PROTOCOL, schema: SCHEMA, practice: deps.practice }),
  )

  app.post('/v1/pair', async (c) => {
    const body = pairRequest.safeParse(await readJson(c.req.raw))
    if (!body.success) throw new ProblemError('BAD_REQUEST')
    const token = await auth.pair(body.data.code, body.data.device)
    deps.log('A browser was paired.')
    return c.json({ token, ws: deps.ws, user: deps.userId, practice: deps.practice } satisfies PairResponse)
  })

  app.post('/v1/pairing-codes', async (c) => {
    await auth.authenticate(c.req.header('authorization'))
    return c.json({ code: await auth.newCode(), expires_in: 600 })
  })

  app.post('/v1/unpair', async (c) => {
    await auth.unpair(await auth.authenticate(c.req.header('authorization')))
    deps.log('A browser was unpaired.')
    return c.body(null, 204)
  })

  app.post('/v1/sync', async (c) => {
    const caller = await auth.authenticate(c.req.header('authorization'))
    return c.json(await exchange(deps, caller, await readJson(c.req.raw)))
  })

  app.notFound(() => new Response(null, { status: 404 }))
  app.onError((error) => {
    const problem = error instanceof ProblemError ? error : problemOf(error, deps.log)
    return problemResponse(problem)
  })
  return { app, auth }
}

const isExtension = (origin: string): boolean => /^chrome-extension:\/\/[a-p]{32}$/.test(origin)

/** Class and SQLSTATE only: a database message may quote values. */
function problemOf(error: Error, log: (line: string) => void): ProblemError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  log(`A request failed: ${error.name} ${code}`)
  if (code.startsWith('22')) return new ProblemError('BAD_REQUEST', {}, { cause: error })
  const isBusy = /^(08|40|53|55|57)/.test(code) || /^E(CONN|PIPE|TIMEDOUT)/.test(code)
  return isBusy
    ? new ProblemError('BUSY', {}, { retryAfter: 2, cause: error })
    : new ProblemError('INTERNAL', {}, { cause: error })
}
