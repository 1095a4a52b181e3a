import * as z from 'zod/mini'
import { uuid } from '#lib/domain/values.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import type { KeyValue } from '#lib/store/env.ts'
import { createTransport, type Answered, type TransportDeps } from './transport.ts'

/** The server this browser is paired with. It stands in storage that only the extension's own pages can read. */
export const pairedServer = z.object({
  url: z.string(),
  token: z.string(),
  ws: uuid,
  user: z.string(),
  practice: z.boolean(),
})
export type Pairing = z.infer<typeof pairedServer>

export const syncKeys = (db: string): { auth: string; status: string } => ({
  auth: `psync.${db}.auth`,
  status: `psync.${db}.status`,
})

/**
 * `code`: a code of `PROBLEM_CODES`, or `UNREACHABLE` (no answer) or `MALFORMED` (something else answers there).
 */
export class PairingError extends Error {
  override readonly name = 'PairingError'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface PairingDeps {
  store: StoreAdmin
  kv: KeyValue
  db: string
  fetch: TransportDeps['fetch']
}

export async function pairing(kv: KeyValue, db: string): Promise<Pairing | null> {
  const key = syncKeys(db).auth
  return pairedServer.safeParse((await kv.get([key]))[key]).data ?? null
}

/**
 * Trades the code for a token and binds the local database to the workspace; everything made so far is sent by the
 * next exchanges. `device` is the name under which the server lists this browser.
 * @throws PairingError
 */
export async function pair(
  deps: PairingDeps,
  server: { url: string; code: string; device: string },
): Promise<Pairing> {
  const transport = createTransport({ url: server.url, token: null, fetch: deps.fetch })
  const answer = await transport.pair(server.code, server.device)
  if (answer.kind !== 'ok') throw new PairingError(codeOf(answer))
  const { token, ws, user, practice } = answer.value
  const paired: Pairing = { url: server.url, token, ws, user, practice }
  // The database first: a token without a bound database would send nothing and say it is up to date.
  await deps.store.sync.bind({ ws, user, server: server.url, practice })
  await deps.kv.set({ [syncKeys(deps.db).auth]: paired })
  await deps.kv.remove([syncKeys(deps.db).status])
  return paired
}

/** Leaves the server and keeps every record. The server is told if it can be reached. */
export async function unpair(deps: PairingDeps): Promise<void> {
  const paired = await pairing(deps.kv, deps.db)
  if (paired) await createTransport({ ...paired, fetch: deps.fetch }).unpair()
  await deps.store.sync.unbind()
  const { auth, status } = syncKeys(deps.db)
  await deps.kv.remove([auth, status])
}

/** A one-time code for another browser. @throws PairingError */
export async function newPairingCode(
  deps: PairingDeps & { now(): number },
): Promise<{ code: string; until: string }> {
  const paired = await pairing(deps.kv, deps.db)
  if (!paired) throw new PairingError('AUTH_EXPIRED')
  const answer = await createTransport({ ...paired, fetch: deps.fetch }).pairingCode()
  if (answer.kind !== 'ok') throw new PairingError(codeOf(answer))
  const until = new Date(deps.now() + answer.value.expires_in * 1_000).toISOString()
  return { code: answer.value.code, until }
}

function codeOf(answer: Exclude<Answered<unknown>, { kind: 'ok' }>): string {
  if (answer.kind === 'problem') return answer.problem.code
  return answer.why === 'malformed' ? 'MALFORMED' : 'UNREACHABLE'
}
