import * as z from 'zod/mini'
import {
  opResult,
  pairResponse,
  problem,
  pulledChange,
  syncResponse,
  type PairResponse,
  type Problem,
  type SyncRequest,
  type SyncResponse,
} from './protocol.ts'

/** The way to the server. It answers values, never throws: a server is a stranger, and mostly it is just not there. */
export interface Transport {
  exchange(request: SyncRequest): Promise<Answered<SyncResponse>>
  pair(code: string, device: string): Promise<Answered<PairResponse>>
  /** A one-time code for another browser; `expires_in` in seconds. */
  pairingCode(): Promise<Answered<{ code: string; expires_in: number }>>
  unpair(): Promise<Answered<null>>
}

export type Answered<V> =
  | { kind: 'ok'; value: V }
  | { kind: 'problem'; problem: Problem; retryAfter: number | null }
  /** `malformed`: something answers there that does not speak this protocol. */
  | { kind: 'unreachable'; why: 'network' | 'timeout' | 'malformed' }

export interface TransportDeps {
  /** Origin of the server. */
  url: string
  token: string | null
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

export function createTransport(deps: TransportDeps): Transport {
  return {
    exchange: (request) => post(deps, '/v1/sync', request, parseSync),
    pair: (code, device) =>
      post(deps, '/v1/pair', { code, device }, (body) => pairResponse.safeParse(body).data),
    pairingCode: () => post(deps, '/v1/pairing-codes', {}, (body) => codeResponse.safeParse(body).data),
    unpair: () => post(deps, '/v1/unpair', {}, () => null),
  }
}

async function post<V>(
  { url, token, fetch }: TransportDeps,
  path: string,
  body: unknown,
  parse: (body: unknown) => V | undefined,
): Promise<Answered<V>> {
  const text = JSON.stringify(body)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== null) headers['authorization'] = `Bearer ${token}`
  if (text.length > ZIP_FROM) headers['content-encoding'] = 'gzip'
  try {
    const response = await fetch(url + path, {
      method: 'POST',
      headers,
      body: text.length > ZIP_FROM ? await zipped(text) : text,
      // A worker is ended when an answer takes more than 30 s.
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    const answer = await readJson(response)
    if (response.ok) {
      const value = parse(answer)
      return value === undefined ? MALFORMED : { kind: 'ok', value }
    }
    const parsed = problem.safeParse(answer)
    return parsed.success
      ? { kind: 'problem', problem: parsed.data, retryAfter: retryAfter(response) }
      : MALFORMED
  } catch (error) {
    const isLate = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { kind: 'unreachable', why: isLate ? 'timeout' : 'network' }
  }
}

/** Rows and results one by one: a single bad one must not stop everything behind it for ever. */
function parseSync(body: unknown): SyncResponse | undefined {
  const envelope = looseResponse.safeParse(body)
  if (!envelope.success) return undefined
  const { changes, results, ...rest } = envelope.data
  return {
    ...rest,
    changes: changes.flatMap((change) => pulledChange.safeParse(change).data ?? []),
    results: results.flatMap((result) => opResult.safeParse(result).data ?? []),
  }
}

const looseResponse = z.extend(syncResponse, { changes: z.array(z.unknown()), results: z.array(z.unknown()) })
const codeResponse = z.object({ code: z.string().check(z.maxLength(64)), expires_in: z.number() })

async function zipped(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

/** The body as JSON, at most 32 MiB of it; undefined when it is none. */
async function readJson(response: Response): Promise<unknown> {
  if (response.body === null) return undefined
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > MOST_BYTES) return undefined
    parts.push(part)
  }
  const text = await new Blob(parts).text()
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1_000 : null
}

const MALFORMED = { kind: 'unreachable', why: 'malformed' } as const
const TIMEOUT = 25_000
const ZIP_FROM = 4_096
const MOST_BYTES = 32 * 1_048_576
