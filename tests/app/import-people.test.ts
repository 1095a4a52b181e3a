import { beforeEach, describe, expect, test } from 'vitest'
import { undoBatch, type BatchPorts, type BatchRun } from '#lib/app/batch.ts'
import { readTable } from '#lib/app/import-file.ts'
import { importPeople, rowsToImport, type Decision, type ImportedRow } from '#lib/app/import-people.ts'
import { previewImport, type PreviewRow } from '#lib/app/import-preview.ts'
import { peoplePage } from '#lib/app/people-list.ts'
import { erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import { guessColumns } from '#lib/domain/import/columns.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'
import { dumpOf } from '#tests/support/dump.ts'

let world: AppWorld
let ports: BatchPorts
beforeEach(async () => {
  world = await appWorld()
  ports = { kv: world.profile.kv, locks: world.profile.env().locks }
})

const preview = async (csv: string): Promise<PreviewRow[]> => {
  const table = await readTable(new TextEncoder().encode(csv))
  if (table.kind === 'refused') throw new Error(table.code)
  const { headerRow, columns } = guessColumns(table.rows)
  const mapping = {
    headers: columns.map(({ header }) => header),
    targets: columns.map(({ target }) => target),
  }
  const rows = await previewImport(world, { table, headerRow, mapping, source: 'fair.csv' })
  if (rows === null) throw new Error('stopped')
  return rows
}
const run = (
  rows: readonly PreviewRow[],
  more: Partial<Parameters<typeof importPeople>[2]> = {},
): Promise<BatchRun<ImportedRow>> => {
  const decisions = more.decisions ?? new Map<number, Decision>()
  return importPeople(world, ports, {
    rows: rowsToImport(rows, decisions), source: 'fair.csv', cadenceId: null, updateKnown: true, ...more, decisions,
  }) // oxfmt-ignore
}
const results = ({ rows }: BatchRun<ImportedRow>): string[] =>
  rows.map((row) =>
    row.kind === 'failed' ? row.code : row.result.kind === 'left-out' ? row.result.reason : row.result.kind,
  )
const people = () => peoplePage(world, { query: '', limit: 100 })
const kinds = (rows: readonly PreviewRow[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ row, kind }) => [row, kind]))
const idOf = async (name: string): Promise<string> =>
  (await peoplePage(world, { query: name, limit: 1 })).rows[0]?.id ?? ''

describe('the preview', () => {
  test('tells new, known, like somebody, do not contact, twice and refused rows apart, and saves nothing', async () => {
    await savePerson(world, { person: readPerson('inga-probe') })
    await savePerson(world, { person: readPerson('otto-probe', { name: 'Otto Probe' }) })
    await setDoNotContact(world, { contactId: await idOf('Otto'), on: true })
    const before = await dumpOf(world.profile)
    const rows = await preview(
      [
        'Name,Company,Email,LinkedIn',
        'Kari Nordmann,Fjordvolt,kari@fjordvolt.test,',
        'Inga Probe,Probe Works,inga@probe.test,linkedin.com/in/inga-probe',
        'Otto Probe,,,linkedin.com/in/otto-probe',
        'Kari N.,,KARI@fjordvolt.test,',
        ',Nobody Ltd,,',
        '',
        'Inga Probe,Probe Works GmbH,,',
        'Ada, Countess,Works,ada@works.test,linkedin.com/in/ada',
      ].join('\n'),
    )
    expect(kinds(rows)).toEqual({
      2: 'new',
      3: 'known',
      4: 'suppressed',
      5: 'twice',
      6: 'refused',
      8: 'unclear',
      9: 'refused',
    })
    expect(rows[1]).toMatchObject({ adds: ['emails'] })
    expect(rows[3]).toMatchObject({ first: 2 })
    expect(rows[4]).toMatchObject({ reason: 'no-name', start: 'Nobody Ltd' })
    expect(rows[5]).toMatchObject({ candidates: [{ name: 'Inga Probe', company: 'Probe Works' }] })
    expect(await dumpOf(world.profile)).toEqual(before)
  })

  test('somebody erased with «do not contact» is known to be left out', async () => {
    await savePerson(world, { person: readPerson('otto-probe', { name: 'Otto Probe' }) })
    await setDoNotContact(world, { contactId: await idOf('Otto'), on: true })
    await erasePerson(world, { contactId: await idOf('Otto'), typedName: 'Otto Probe' })
    const rows = await preview('Name,LinkedIn\nOtto Probe,linkedin.com/in/otto-probe\n')
    expect(rows[0]).toMatchObject({ kind: 'suppressed', contactId: null })
    expect(results(await run(rows.map((row) => ({ ...row, kind: 'new' }) as PreviewRow)))).toEqual([
      'suppressed',
    ])
    expect((await people()).rows).toEqual([])
  })

  test('ten thousand rows are previewed within seconds', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `Person ${n},Works ${n % 300},p${n}@works${n % 300}.test`,
    )
    const begun = performance.now()
    const rows = await preview(['Name,Company,Email', ...lines].join('\n'))
    const took = performance.now() - begun
    expect(rows.filter(({ kind }) => kind === 'new').length).toBe(10_000)
    expect(took).toBeLessThan(15_000)
  })
})

describe('the import', () => {
  const CSV = [
    'First name;Last name;Company;Email;Phone;Country;Notes',
    'Kari;Nordmann;Fjordvolt;kari@fjordvolt.test;22 33 44 55;Norway;"met at the fair, asked for <b>prices</b>"',
    'Ola;Nordmann;Fjordvolt;ola@fjordvolt.test;;Norway;',
    'Zoë;Sample;Works;zoe@works.test;;;',
  ].join('\r\n')

  test('saves each row whole, with its source, company and note', async () => {
    const done = await run(await preview(CSV))
    expect(done.state).toBe('done')
    expect(results(done)).toEqual(['saved', 'saved', 'saved'])
    const id = await idOf('Kari')
    const contact = await world.store.get('contact', id)
    expect(contact).toMatchObject({
      name: { value: 'Kari Nordmann', by: 'import', strategy: 'file fair.csv' },
      firstName: { value: 'Kari' },
      emails: [{ value: 'kari@fjordvolt.test' }],
      phones: [{ value: '+4722334455' }],
      location: { value: 'Norway' },
    })
    expect((await world.store.notesOf(id, 9)).map(({ body }) => body)).toEqual([
      'met at the fair, asked for <b>prices</b>',
    ])
    const other = await world.store.get('contact', await idOf('Ola'))
    expect(other?.accountId).toBe(contact?.accountId)
    expect((await world.store.activitiesOf(id, 9)).map(({ kind }) => kind)).toEqual(['saved', 'captured'])
  })

  test('into a cadence: a planned first touch each', async () => {
    const done = await run(await preview(CSV), { cadenceId: world.cadenceId })
    expect(results(done)).toEqual(['saved', 'saved', 'saved'])
    const { rows } = await people()
    expect(rows.map(({ cadenceName }) => cadenceName)).toEqual(Array(3).fill('Outbound starter'))
    expect(rows.every(({ nextAt }) => nextAt !== null)).toBe(true)
  })

  test('the same file again changes nothing', async () => {
    await run(await preview(CSV.replaceAll(/;[^;]*(?=\r|$)/g, ';')), { cadenceId: world.cadenceId })
    const before = await dumpOf(world.profile)
    const rows = await preview(CSV.replaceAll(/;[^;]*(?=\r|$)/g, ';'))
    expect(rows.map(({ kind }) => kind)).toEqual(['known', 'known', 'known'])
    expect(results(await run(rows, { cadenceId: world.cadenceId }))).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    const { meta: _meta, ...after } = await dumpOf(world.profile)
    expect({ ...after, meta: before['meta'] }).toEqual(before)
  })

  test('fills what is empty of somebody known, and never what the rep or a page gave', async () => {
    await savePerson(world, { person: readPerson('inga-probe') })
    const rows = await preview(
      'Name,Title,Company,Email,LinkedIn\nInga P.,Buyer,Other Ltd,inga@probe.test,linkedin.com/in/inga-probe',
    )
    await run(rows)
    const contact = await world.store.get('contact', await idOf('Inga'))
    expect(contact).toMatchObject({
      name: { value: 'Inga Probe' },
      company: { value: 'Probe Works' },
      title: { value: 'Buyer' },
      emails: [{ value: 'inga@probe.test' }],
    })
  })

  test('known people are left as they are where the rep wants it so', async () => {
    await savePerson(world, { person: readPerson('inga-probe') })
    const before = await world.store.get('contact', await idOf('Inga'))
    const rows = await preview('Name,Title,LinkedIn\nInga Probe,Buyer,linkedin.com/in/inga-probe')
    expect(results(await run(rows, { updateKnown: false }))).toEqual(['unchanged'])
    expect(await world.store.get('contact', await idOf('Inga'))).toEqual(before)
  })

  test.each([
    [{ as: 'leave' }, 1, null],
    [{ as: 'new' }, 2, null],
    [{ as: 'same', contactId: 'inga' }, 1, 'inga@probe.test'],
  ] as const)('an unclear row, decided %o', async (choice, count, mail) => {
    await savePerson(world, { person: readPerson('inga-probe') })
    const inga = await idOf('Inga')
    const rows = await preview('Name,Company,Email\nInga Probe,Probe Works,inga@probe.test')
    expect(kinds(rows)).toEqual({ 2: 'unclear' })
    const decision: Decision = choice.as === 'same' ? { as: 'same', contactId: inga } : choice
    await run(rows, { decisions: new Map([[2, decision]]) })
    expect((await people()).rows.length).toBe(count)
    expect((await world.store.get('contact', inga))?.emails[0]?.value ?? null).toBe(mail)
  })

  test('Stop keeps what is done, and one Undo takes all of it back', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `Person ${n},Works,p${n}@works.test`)
    const rows = await preview(['Name,Company,Email', ...lines].join('\n'))
    const stop = new AbortController()
    const seen: number[] = []
    const done = await run(rows, {
      cadenceId: world.cadenceId,
      signal: stop.signal,
      onProgress: (so) => {
        seen.push(so.rows.length)
        if (so.rows.length >= 24) stop.abort()
      },
    })
    expect(done.state).toBe('stopped')
    expect((await people()).rows.length).toBe(done.rows.length)
    expect(seen.length).toBeGreaterThan(1)
    const undone = await undoBatch(world, ports, { id: done.id })
    expect(undone).toEqual({ undone: done.rows.length, changed: 0, gone: 0 })
    expect((await people()).rows).toEqual([])
    const left = await dumpOf(world.profile)
    for (const table of ['contact', 'account', 'enrollment', 'activity', 'note']) {
      expect(
        (left[table] ?? []).filter((row) => 'f' in (row as object)),
        table,
      ).toEqual([])
    }
  })

  test('a cadence that was archived meanwhile takes nobody, and nobody is half saved', async () => {
    const cadence = await world.store.get('cadence', world.cadenceId)
    await world.store.commit(async () => ({
      changes: [{ t: 'cadence', id: world.cadenceId, k: 'patch', f: { archived: true } }],
      result: cadence,
    }))
    expect(results(await run(await preview(CSV), { cadenceId: world.cadenceId }))).toEqual(
      Array(3).fill('no-cadence'),
    )
    expect((await people()).rows).toEqual([])
  })
})
