import type { DayRow } from '#lib/domain/today.ts'
import type { Change, Store } from '#lib/store/store.ts'
import type { ContractCase } from './store-contract.ts'
import {
  accountIdOf, AT, cadenceIdOf, contactIdOf, enrollmentIdOf, sampleAccount, sampleContact, sampleEnrollment, sourced,
} from './sample-records.ts' // oxfmt-ignore

const PEOPLE = 6
const RUNS = 9
const COMPANIES = 2
const STEPS = 160
const UNTIL = '2026-01-07T00:00:00.000Z'

/** The packed rows of Today must say what the records say, whatever was written, by whom and since when. */
export const DAY_CONTRACT: readonly ContractCase[] = [1, 2, 3].map((seed) => ({
  name: `the rows of Today follow every change of people, companies and enrollments (seed ${seed})`,
  run: async (open: (name: string) => Promise<Store>) => {
    const stores = [await open('a'), await open('a')]
    const random = randomOf(seed)
    await write(stores[0], all())
    for (let step = 0; step < STEPS; step++) {
      const writer = stores[step % 2]
      await write(
        writer,
        Array.from({ length: 1 + (random() % 3) }, () => change(random)),
      )
      // Not after every write: marks gather, and are packed by whoever reads next.
      if (random() % 4 !== 0) continue
      const reader = stores[random() % 2]
      if (reader) same(await reader.dayRows(UNTIL), await naive(reader), `step ${step}`)
    }
    for (const store of stores) same(await store.dayRows(UNTIL), await naive(store), 'at the end')
  },
}))

function all(): Change[] {
  const changes: Change[] = []
  for (let n = 1; n <= COMPANIES; n++)
    changes.push({ t: 'account', id: accountIdOf(n), k: 'put', f: sampleAccount({ slug: `co-${n}` }) })
  for (let n = 1; n <= PEOPLE; n++) {
    const f = sampleContact({
      name: sourced(`Person ${n}`),
      slug: null,
      accountId: accountIdOf(1 + (n % COMPANIES)),
    })
    changes.push({ t: 'contact', id: contactIdOf(n), k: 'put', f })
  }
  for (let n = 1; n <= RUNS; n++) {
    const f = sampleEnrollment({ contactId: contactIdOf(1 + (n % PEOPLE)), cadenceId: cadenceIdOf(1) })
    changes.push({ t: 'enrollment', id: enrollmentIdOf(n), k: 'put', f })
  }
  return changes
}

function change(random: () => number): Change {
  const contact = contactIdOf(1 + (random() % PEOPLE))
  const enrollment = enrollmentIdOf(1 + (random() % RUNS))
  const account = accountIdOf(1 + (random() % COMPANIES))
  const day = `2026-01-0${1 + (random() % 9)}`
  const choices: Change[] = [
    { t: 'enrollment', id: enrollment, k: 'patch', f: { state: 'active', dueAt: `${day}T09:00:00.000Z` } },
    { t: 'enrollment', id: enrollment, k: 'patch', f: { state: 'paused', dueAt: null } },
    {
      t: 'enrollment', id: enrollment, k: 'patch',
      f: { state: 'finished', finishReason: 'reply', finishedAt: AT, dueAt: null },
    },
    { t: 'enrollment', id: enrollment, k: 'del' },
    { t: 'enrollment', id: enrollment, k: 'restore' },
    { t: 'contact', id: contact, k: 'patch', f: { name: sourced(`Person ${random() % 100}`) } },
    { t: 'contact', id: contact, k: 'patch', f: { status: 'engaged', nurtureUntil: null } },
    { t: 'contact', id: contact, k: 'patch', f: { status: 'nurture', nurtureUntil: day } },
    { t: 'contact', id: contact, k: 'patch', f: { accountId: random() % 2 ? account : null } },
    { t: 'contact', id: contact, k: 'del' },
    { t: 'contact', id: contact, k: 'restore' },
    { t: 'account', id: account, k: 'patch', f: { headcount: sourced(`${random() % 900}`) } },
    { t: 'account', id: account, k: 'del' },
    { t: 'account', id: account, k: 'restore' },
  ] // oxfmt-ignore
  const chosen = choices[random() % choices.length]
  if (!chosen) throw new Error('no choice')
  return chosen
}

/** One at a time: a patch of what is deleted is refused, and is no matter here. */
async function write(store: Store | undefined, changes: readonly Change[]): Promise<void> {
  for (const one of changes)
    await store?.commit(async () => ({ changes: [one], result: null })).catch(refusedOnly)
}

function refusedOnly(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code !== 'missing') throw error
}

/** The same rows the slow way, from every record there is. */
async function naive(store: Store): Promise<unknown[]> {
  const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
  const contacts = await store.getMany('contact', numbers(PEOPLE).map(contactIdOf))
  const accounts = await store.getMany('account', numbers(COMPANIES).map(accountIdOf))
  const enrollments = await store.getMany('enrollment', numbers(RUNS).map(enrollmentIdOf))
  const rows: unknown[] = []
  for (const contact of contacts) {
    if (!contact) continue
    const account = accounts.find((one) => one?.id === contact.accountId)
    const person = [contact.id, contact.name.value, contact.status, account?.headcount?.value ?? null]
    for (const enrollment of enrollments) {
      if (enrollment?.contactId !== contact.id) continue
      const isDue = enrollment.state === 'active' && enrollment.dueAt !== null && enrollment.dueAt < UNTIL
      const isAnswer = enrollment.finishReason === 'reply' && enrollment.state === 'finished'
      if (isDue || (isAnswer && contact.status === 'engaged'))
        rows.push([enrollment.id, enrollment.dueAt, ...person])
    }
    if (contact.nurtureUntil !== null && contact.nurtureUntil < UNTIL) rows.push([null, null, ...person])
  }
  return rows
}

function same(actual: readonly DayRow[], expected: readonly unknown[], when: string): void {
  // More may be given: what is due a little later, and who comes back then.
  const rows = actual
    .filter(({ enrollment }) => (enrollment?.dueAt ?? '') < UNTIL)
    .filter(({ enrollment, contact }) => enrollment !== null || (contact.nurtureUntil ?? '') < UNTIL)
    .map(({ enrollment, contact, account }) => [
      enrollment?.id ?? null, enrollment?.dueAt ?? null, contact.id, contact.name.value, contact.status,
      account?.headcount?.value ?? null,
    ]) // oxfmt-ignore
  const [is, should] = [rows, expected].map((list) => list.map((row) => JSON.stringify(row)).toSorted())
  holds(JSON.stringify(is) === JSON.stringify(should), `${when}: ${String(is)} instead of ${String(should)}`)
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

/** A small generator whose numbers are the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}
