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
export function createAuth(deps: AuthDeps): {
  newCode(): Promise<string>
  pair(code: string, device: string): Promise<string>
  authenticate(header: string | undefined): Promise<Caller>
  unpair(caller: Caller): Promise<void>
} {
  const { db, ws, userId, now } = deps
  const failures: number[] = []
  return {
    newCode: async () => {
      const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      await db.write(ws, async (query) => {
        await query('delete from pairing_code where expires_at < to_timestamp($1)', [now() / 1000])
        await query(
          'insert into pairing_code (ws, code_hash, expires_at) values ($1, $2, to_timestamp($3))',
          [ws, hashOf(code), (now() + CODE_LIFE) / 1000],
        )
      })
      return `${code.slice(0, 4)}-${code.slice(4)}`
    },

    pair: async (typed, device) => {
      while (failures[0] !== undefined && failures[0] < now() - CODE_LIFE) failures.shift()
      if (failures.length >= MAX_FAILURES) {
        const wait = Math.ceil(((failures[0] ?? 0) + CODE_LIFE - now()) / 1000)
        throw new ProblemError('RATE_LIMITED', {}, { retryAfter: wait })
      }
      // Counted before the database is asked: a hundred guesses at once are a hundred failures.
      const attempt = now()
      failures.push(attempt)
      const typedHash = hashOf(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
      const secret = randomBytes(32).toString('base64url')
      const isPaired = await db.write(ws, async (query) => {
        const rows = await query(
          'select code_hash from pairing_code where ws = $1 and expires_at > to_timestamp($2) for update',
          [ws, now() / 1000],
        )
        const hashes = rows.map((row) => Buffer.from(row['code_hash'] as Uint8Array)) // bytea
        const match = hashes.filter((hash) => timingSafeEqual(hash, typedHash))[0]
        if (match === undefined) return false
        await query('delete from pairing_code where ws = $1 and code_hash = $2', [ws, match])
        await query('insert into device (ws, token_hash, user_id, name) values ($1, $2, $3, $4)', [
          ws,
          hashOf(secret),
          userId,
          device,
        ])
        return true
      })
      if (!isPaired) throw new ProblemError('AUTH_EXPIRED')
      failures.splice(failures.indexOf(attempt), 1)
      return `baton_${ws}_${secret}`
    },

    authenticate: async (header) => {
      const match = /^Bearer baton_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/.exec(header ?? '')
      const [claimed, secret] = [match?.[1], match?.[2]]
      if (claimed === undefined || secret === undefined || !UUID.test(claimed))
        throw new ProblemError('AUTH_EXPIRED')
      const tokenHash = hashOf(secret)
      const rows = await db.read(claimed, (query) =>
        query(
          'select user_id, revoked_at is not null as revoked from device where ws = $1 and token_hash = $2',
          [claimed, tokenHash],
        ),
      )
      const device = rows[0]
      if (device === undefined) throw new ProblemError('AUTH_EXPIRED')
      if (device['revoked'] === true) throw new ProblemError('CLIENT_REVOKED')
      return { ws: claimed, userId: String(device['user_id']), tokenHash }
    },

    unpair: async (caller) => {
      await db.write(caller.ws, (query) =>
        query('update device set revoked_at = now() where ws = $1 and token_hash = $2', [
          caller.ws,
          caller.tokenHash,
        ]),
      )
    },
  }
}

export type Auth = ReturnType<typeof createAuth>

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Without letters and digits that look alike. 31^8 codes against ten guesses in ten minutes. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LIFE = 10 * 60_000
const MAX_FAILURES = 10
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
