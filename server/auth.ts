import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'
import { ProblemError } from './problem.ts'

export interface Caller {
  ws: string
  userId: string
  tokenHash: Buffer
}

export interface AuthDeps {
  db: Database
  ws: string
  userId: string
  /** ms */
  now(): number
}

/**
 * Pairing codes and tokens (R25). A token names its workspace, so that it is looked up inside the row security of
 * that workspace; of codes and tokens only hashes are stored.
 */
export interface Auth {
  newCode(): Promise<string>
  /** Trades a code, as typed, for a token. */
  pair(code: string, device: string): Promise<string>
  authenticate(header: string | undefined): Promise<Caller>
  unpair(caller: Caller): Promise<void>
}

export function createAuth(deps: AuthDeps): Auth {
  const attempts = createAttempts(deps.now)
  return {
    newCode: () => newCode(deps),
    pair: async (code, device) => {
      const succeeded = attempts.begin()
      const token = await pair(deps, code, device)
      if (token === null) throw new ProblemError('AUTH_EXPIRED')
      succeeded()
      return token
    },
    authenticate: (header) => authenticate(deps.db, header),
    unpair: async ({ ws, tokenHash }) => {
      await deps.db.write(ws, (query) =>
        query('update device set revoked_at = now() where ws = $1 and token_hash = $2', [ws, tokenHash]),
      )
    },
  }
}

/** Counted before the database is asked, so that a hundred guesses at once are a hundred failures. */
function createAttempts(now: () => number): { begin(): () => void } {
  const failures: number[] = []
  return {
    begin: () => {
      while (failures[0] !== undefined && failures[0] < now() - CODE_LIFE) failures.shift()
      const [oldest] = failures
      if (oldest !== undefined && failures.length >= MAX_FAILURES) {
        const retryAfter = Math.ceil((oldest + CODE_LIFE - now()) / 1000)
        throw new ProblemError('RATE_LIMITED', {}, { retryAfter })
      }
      const attempt = now()
      failures.push(attempt)
      return () => void failures.splice(failures.indexOf(attempt), 1)
    },
  }
}

async function newCode({ db, ws, now }: AuthDeps): Promise<string> {
  const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  await db.write(ws, async (query) => {
    await query('delete from pairing_code where ws = $1 and expires_at < to_timestamp($2)', [
      ws,
      now() / 1000,
    ])
    await query('insert into pairing_code (ws, code_hash, expires_at) values ($1, $2, to_timestamp($3))', [
      ws,
      hashOf(code),
      (now() + CODE_LIFE) / 1000,
    ])
  })
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

async function pair(
  { db, ws, userId, now }: AuthDeps,
  typed: string,
  device: string,
): Promise<string | null> {
  const typedHash = hashOf(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
  const secret = randomBytes(32).toString('base64url')
  return db.write(ws, async (query) => {
    const rows = await query(
      'select code_hash from pairing_code where ws = $1 and expires_at > to_timestamp($2) for update',
      [ws, now() / 1000],
    )
    const hashes = rows.map((row) => Buffer.from(row['code_hash'] as Uint8Array)) // bytea
    const match = hashes.filter((hash) => timingSafeEqual(hash, typedHash))[0]
    if (match === undefined) return null
    await query('delete from pairing_code where ws = $1 and code_hash = $2', [ws, match])
    await query('insert into device (ws, token_hash, user_id, name) values ($1, $2, $3, $4)', [
      ws,
      hashOf(secret),
      userId,
      device,
    ])
    return `baton_${ws}_${secret}`
  })
}

async function authenticate(db: Database, header: string | undefined): Promise<Caller> {
  const match = /^Bearer baton_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/.exec(header ?? '')
  const [ws, secret] = [match?.[1], match?.[2]]
  if (ws === undefined || secret === undefined || !UUID.test(ws)) throw new ProblemError('AUTH_EXPIRED')
  const tokenHash = hashOf(secret)
  const [device] = await db.read(ws, (query) =>
    query('select user_id, revoked_at is not null as revoked from device where ws = $1 and token_hash = $2', [
      ws,
      tokenHash,
    ]),
  )
  if (device === undefined) throw new ProblemError('AUTH_EXPIRED')
  if (device['revoked'] === true) throw new ProblemError('CLIENT_REVOKED')
  return { ws, userId: String(device['user_id']), tokenHash }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Without letters and digits that look alike. 31^8 codes against ten guesses in ten minutes. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LIFE = 10 * 60_000
const MAX_FAILURES = 10
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
