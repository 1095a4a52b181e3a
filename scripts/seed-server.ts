import { STEP_TYPES } from '#lib/domain/cadence/step.ts'
import type { Cadence, Contact, Enrollment } from '#lib/domain/records.ts'
import type { CadenceId, ContactId, Sourced } from '#lib/domain/values.ts'
import { LIMITS, pairResponse, PROTOCOL, SCHEMA, syncResponse, type Op } from '#lib/sync/protocol.ts'
import type { RunningServer } from '#server/start.ts'

/**
 * Fills a server with invented people, each active in one cadence, through the protocol a device speaks: what pulls
 * them afterwards stores them by itself. Due instants are spread over the ten days around `now`.
 */
export async function seedServer(server: RunningServer, count: number, now = Date.now()): Promise<void> {
  const paired = await post(`${server.url}/v1/pair`, { code: await server.pairingCode(), device: 'bench' })
  const { token, ws } = pairResponse.parse(paired)
  const ops = [...opsOf(count, now)]
  let cursor = { epoch: '', rev: 0 }
  for (let at = 0; at < ops.length; at += LIMITS.ops) {
    const batch = ops
      .slice(at, at + LIMITS.ops)
      .map((op, index) => ({ seq: at + index + 1, op: { ...op, base: cursor } }))
    const body = {
      protocol: PROTOCOL,
      schema: SCHEMA,
      ws,
      client_id: 'bench',
      request_id: `bench-${at}`,
      cursor,
      limit: 1,
    }
    const answer = syncResponse.parse(
      await post(`${server.url}/v1/sync`, { ...body, push: [{ client: 'bench', ops: batch }] }, token),
    )
    const refused = answer.results.find((one) => one.r === 'rejected')
    if (refused) throw new Error(`the server refused an operation: ${refused.code}`)
    cursor = { epoch: answer.epoch, rev: 0 }
  }
}

function* opsOf(count: number, now: number): Generator<Omit<Op, 'base'>> {
  const at = new Date(now).toISOString()
  const put = (t: string, id: string, f: Contact | Enrollment | Cadence) => ({
    v: SCHEMA,
    t,
    id,
    k: 'put' as const,
    // Records are JSON by their schemas.
    f: f as unknown as NonNullable<Op['f']>,
    hlc: now,
    at: now,
  })
  const cadenceId = idOf(0, 3) as CadenceId
  yield put('cadence', cadenceId, cadence(at))
  for (let n = 1; n <= count; n += 1) {
    const contactId = idOf(n, 1) as ContactId
    yield put('contact', contactId, contact(n, at))
    const dueAt = new Date(now + (n / count - 0.5) * 10 * 86_400_000).toISOString()
    yield put('enrollment', idOf(n, 2), enrollment(contactId, cadenceId, at, dueAt))
  }
}

function cadence(at: string): Cadence {
  const steps = Array.from({ length: 8 }, (_, index) => ({
    id: `s${index + 1}`,
    type: index % 3 === 2 ? 'call' : STEP_TYPES[0],
    delay: { value: index === 0 ? 0 : 2, unit: 'business_days' as const, from: 'previous' as const },
    subject: 'A question',
    body: 'Hello {{ first_name | default: "there" }}',
    breakup: false,
  }))
  return {
    name: 'Measured cadence',
    steps: steps as Cadence['steps'],
    shipped: null,
    archived: false,
    createdAt: at,
  }
}

function contact(n: number, at: string): Contact {
  const said = (value: string): Sourced => ({ value, by: 'page', strategy: 'bench', confidence: 'sure', at })
  return {
    name: said(`Person${n} Measured`),
    firstName: said(`Person${n}`),
    lastName: said('Measured'),
    headline: said(`Buyer at Works ${n % 500}`),
    title: said('Buyer'),
    company: said(`Works ${n % 500}`),
    location: said('Lisbon, Portugal'),
    school: null,
    about: null,
    slug: said(`person${n}-measured`),
    memberId: said(String(4_200_000_000 + n)),
    emails: [said(`person${n}@works${n % 500}.example`)],
    phones: [],
    accountId: null,
    // As the browser that saved them has read it: a second one has nothing to place.
    zone: 'Europe/Lisbon',
    place: { text: 'Lisbon, Portugal', zone: 'Europe/Lisbon', zones: [], region: 'PT' },
    leadSource: 'outbound',
    status: 'working',
    statusReason: null,
    nurtureUntil: null,
    doNotContact: false,
    owner: null,
    createdAt: at,
    practice: false,
  }
}

function enrollment(
  contactId: ContactId,
  cadenceId: CadenceId,
  startedAt: string,
  dueAt: string,
): Enrollment {
  return {
    contactId,
    cadenceId,
    state: 'active',
    pauseReason: null,
    pausedUntil: null,
    finishReason: null,
    finishedAt: null,
    startedAt,
    cycle: 0,
    dueAt,
    dueStepId: 's1',
    owner: null,
    practice: false,
  }
}

/** A UUIDv7-shaped id of a number. */
function idOf(n: number, kind: number): string {
  return `0195${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
