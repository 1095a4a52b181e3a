import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LIMITS } from '#lib/sync/protocol.ts'
import { ProblemError } from './problem.ts'

const unpack = promisify(gunzip)

/** The JSON body of a request, gzip or plain, never more than `LIMITS.bytes` of it in memory (R9). */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new ProblemError('BAD_REQUEST')
  const bytes = await unpacked(await bounded(request), request.headers.get('content-encoding'))
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (cause) {
    throw new ProblemError('BAD_REQUEST', {}, { cause })
  }
}

async function bounded(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.bytes) throw new ProblemError('TOO_LARGE')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > LIMITS.bytes) throw new ProblemError('TOO_LARGE')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function unpacked(bytes: Buffer, encoding: string | null): Promise<Buffer> {
  if (encoding === null || encoding === 'identity') return bytes
  if (encoding !== 'gzip') throw new ProblemError('BAD_REQUEST')
  try {
    return await unpack(bytes, { maxOutputLength: LIMITS.bytes })
  } catch (cause) {
    // A bomb: a few kilobytes that would become gigabytes. Node stops at the limit.
    const isBomb = cause instanceof RangeError
    throw new ProblemError(isBomb ? 'TOO_LARGE' : 'BAD_REQUEST', {}, { cause })
  }
}
