import type { Problem, ProblemCode } from '#lib/sync/protocol.ts'

type Details = Partial<
  Pick<Problem, 'epoch' | 'client' | 'expected' | 'last_seq' | 'gc_floor' | 'min_schema'>
>

/** Ends a request with an RFC 9457 document; thrown inside a transaction it also takes that back. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly details: Details
  /** Seconds until it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(
    code: ProblemCode,
    details: Details = {},
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.code = code
    this.details = details
    this.retryAfter = options.retryAfter
  }
}

export function problemResponse({ code, details, retryAfter }: ProblemError): Response {
  const [status, title] = PROBLEMS[code]
  const body: Problem = { type: `urn:baton:problem:${code.toLowerCase()}`, title, status, code, ...details }
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  return new Response(JSON.stringify(body), { status, headers })
}

const PROBLEMS: Record<ProblemCode, [status: number, title: string]> = {
  BAD_REQUEST: [400, 'The request is not of this protocol.'],
  AUTH_EXPIRED: [401, 'The token or code is not known here.'],
  WORKSPACE_REVOKED: [403, 'This token does not open that workspace.'],
  CLIENT_REVOKED: [403, 'This browser was unpaired.'],
  EPOCH_CHANGED: [409, 'The server has begun a new epoch.'],
  SEQ_GAP: [409, 'Operations are missing.'],
  CLIENT_FORKED: [409, 'Two devices use the same client id.'],
  CURSOR_TOO_OLD: [410, 'Deletions after this cursor are no longer kept.'],
  TOO_LARGE: [413, 'More than one request may carry.'],
  CLIENT_TOO_OLD: [426, 'This version of Baton is too old for the server.'],
  RATE_LIMITED: [429, 'Too many attempts.'],
  BUSY: [503, 'The database cannot answer now.'],
  INTERNAL: [500, 'The server failed.'],
}
