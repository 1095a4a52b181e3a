import { beforeEach, describe, expect, test } from 'vitest'
import { timelineOf } from '#lib/app/contact-view.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { deletePerson, erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { recogniseAll } from '#lib/app/recognition.ts'
import type { ImportedFields } from '#lib/domain/found.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld

beforeEach(async () => {
  world = await appWorld()
})

type Row = Extract<PersonInput, { from: 'row' }>['row']
const row = (over: Partial<Row> = {}): PersonInput => ({
  from: 'row',
  row: {
    name: 'Inga Probe', slug: 'inga-probe', memberId: null, headline: 'Head of Purchasing', location: 'Oslo',
    degree: '2nd', anonymous: false, ...over,
  }, // oxfmt-ignore
  url: 'https://www.linkedin.com/search/results/people/?keywords=probe',
  at: TUESDAY,
  practice: false,
})
const NO_FIELDS: ImportedFields = {
  name: null, firstName: null, lastName: null, title: null, company: null, companyDomain: null, headline: null,
  email: null, phone: null, linkedin: null, location: null,
} // oxfmt-ignore
const line = (over: Partial<ImportedFields>): PersonInput => ({
  from: 'import',
  fields: { ...NO_FIELDS, ...over },
  source: 'leads.csv',
  at: TUESDAY,
  practice: false,
})

async function saved(person: PersonInput): Promise<string> {
  const { result } = await savePerson(world, { person })
  if (result.kind !== 'saved') throw new Error(result.kind)
  return result.contactId
}
const all = (...persons: PersonInput[]) => recogniseAll(world, world.store, persons)
const contactOf = (id: string) => world.store.get('contact', id)

describe('recognising many', () => {
  test('tells new, known, unclear, suppressed, never and nobody, each at its place', async () => {
    await world.settings.set({ neverCapture: ['probe-family.example'] })
    const inga = await saved(readPerson('inga-probe'))
    const ola = await saved(line({ name: 'Ola Test', email: 'ola@probe.example' }))
    await setDoNotContact(world, { contactId: ola, on: true })
    expect(
      await all(
        row(),
        row({ slug: 'nora-new', name: 'Nora New' }),
        line({ name: 'Probe, Inga', company: 'Probe Works AS' }),
        line({ email: 'OLA@probe.example' }),
        line({ name: 'Uncle', email: 'uncle@mail.probe-family.example' }),
        row({ name: null, slug: null, anonymous: true }),
        line({ company: 'Only a company' }),
        { from: 'contact', contactId: inga },
      ),
    ).toEqual([
      { kind: 'known', contactId: inga },
      { kind: 'new' },
      { kind: 'unclear', candidates: [{ contactId: inga, reason: 'name-company', isExact: false }] },
      { kind: 'suppressed', contactId: ola },
      { kind: 'never', entry: 'probe-family.example' },
      { kind: 'nobody' },
      { kind: 'nobody' },
      { kind: 'known', contactId: inga },
    ])
  })

  test('finds the hashed entry of somebody who was erased', async () => {
    const inga = await saved(readPerson('inga-probe'))
    await setDoNotContact(world, { contactId: inga, on: true })
    await erasePerson(world, { contactId: inga, typedName: 'Inga Probe' })
    expect(await all(row())).toEqual([{ kind: 'suppressed', contactId: null }])
  })

  test('two exact keys of two contacts are unclear, and saving gives neither the other’s key', async () => {
    const inga = await saved(readPerson('inga-probe'))
    const mail = await saved(line({ name: 'I. P.', email: 'inga@probe.example' }))
    const both = line({
      name: 'Inga Probe',
      linkedin: 'linkedin.com/in/inga-probe',
      email: 'inga@probe.example',
    })
    expect(await all(both)).toEqual([
      {
        kind: 'unclear',
        candidates: [
          { contactId: inga, reason: 'same-profile', isExact: true },
          { contactId: mail, reason: 'same-mail', isExact: true },
        ],
      },
    ])
    expect(await saved(both)).toBe(inga)
    expect((await contactOf(inga))?.emails).toEqual([])
    expect(await contactOf(mail)).toBeDefined()
  })

  test('a Sales Navigator id, a member’s number and an ACoAA id are one member', async () => {
    const bytes = new Uint8Array([0, 0x2a, 0, 0, 7, 91, 205, 21, ...Array<number>(21).fill(9)])
    const member = bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
    const sales = bytes.with(1, 0x2c).toBase64({ alphabet: 'base64url', omitPadding: true })
    const id = await saved(row({ slug: null, memberId: sales }))
    expect(
      await all(row({ slug: 'now-known', memberId: member }), row({ slug: null, memberId: '123456789' })),
    ).toEqual([
      { kind: 'known', contactId: id },
      { kind: 'known', contactId: id },
    ])
    await saved(row({ slug: 'now-known', memberId: member }))
    await saved(row({ slug: null, memberId: '123456789' }))
    expect(await contactOf(id)).toMatchObject({ slug: { value: 'now-known' }, memberId: { value: member } })
  })

  test('a page of somebody else under a known address is a question, and changes nobody', async () => {
    const old = await saved(readPerson('inga-probe', { memberId: '111' }))
    const now = readPerson('inga-probe', { memberId: '222', name: 'Other Person' })
    expect(await all(now)).toEqual([
      { kind: 'unclear', candidates: [{ contactId: old, reason: 'other-member', isExact: false }] },
    ])
    expect(await saved(now)).not.toBe(old)
    expect((await contactOf(old))?.name.value).toBe('Inga Probe')
  })

  test('ten thousand lines are looked up in one pass', async () => {
    const inga = await saved(readPerson('inga-probe'))
    let looks = 0
    const reads = {
      ...world.store,
      contactIdsByKeys: (keys: readonly string[]) => {
        looks += 1
        return world.store.contactIdsByKeys(keys)
      },
    }
    const lines = Array.from({ length: 10_000 }, (_, at) =>
      line({ name: `Person ${at}`, email: `p${at}@probe.example` }),
    )
    const begun = performance.now()
    const found = await recogniseAll(world, reads, [...lines, row()])
    const ms = Math.round(performance.now() - begun)
    process.stdout.write(`recognised 10,001 persons in ${ms} ms (in-memory database)\n`)
    expect(looks).toBe(1)
    expect(found.at(-1)).toEqual({ kind: 'known', contactId: inga })
    expect(found.filter(({ kind }) => kind === 'new')).toHaveLength(10_000)
  }, 30_000)
})

describe('a row and a line', () => {
  test('are saved whole: contact, account, capture, timeline', async () => {
    const id = await saved(
      line({ name: 'Nora New', title: 'Buyer', company: 'Nordlys AS', companyDomain: 'https://www.nordlys.example/', email: 'nora@nordlys.example', phone: '+47 22 55 01 42' }),
    ) // oxfmt-ignore
    const contact = await contactOf(id)
    expect(contact).toMatchObject({
      title: { value: 'Buyer', by: 'import' },
      phones: [{ value: '+4722550142' }],
      firstName: { value: 'Nora' },
    })
    expect(await world.store.get('account', contact?.accountId ?? '')).toMatchObject({
      domain: 'nordlys.example',
    })
    const listed = await saved(row())
    expect(await world.store.capturesOf(listed, 5)).toMatchObject([
      { pageType: 'list', fields: { headline: { value: 'Head of Purchasing' } } },
    ])
    expect((await timelineOf(world, id)).map((entry) => 'facts' in entry && entry.facts.page)).toContain(
      'file',
    )
  })

  test('an old file replaces nothing that a page said, and a page replaces the file', async () => {
    const id = await saved(readPerson('inga-probe'))
    await saved(
      line({
        name: 'Inga P.',
        linkedin: 'linkedin.com/in/inga-probe',
        company: 'Old Firm',
        location: 'Bergen',
      }),
    )
    expect(await contactOf(id)).toMatchObject({
      company: { value: 'Probe Works' },
      location: { value: 'Bergen' },
    })
    await saved(readPerson('inga-probe', { location: 'Oslo' }))
    expect(await contactOf(id)).toMatchObject({ location: { value: 'Oslo', by: 'page' } })
  })
})

describe('the rep says that the page is of somebody known', () => {
  test('and it is saved there, its address found again', async () => {
    const id = await saved(
      line({ name: 'Inga Probe', company: 'Probe Works AS', email: 'inga@probe.example' }),
    )
    const page = readPerson('inga-probe')
    expect((await all(page))[0]).toMatchObject({ kind: 'unclear', candidates: [{ contactId: id }] })
    expect(await saved({ ...page, into: id })).toBe(id)
    expect(await all(row())).toEqual([{ kind: 'known', contactId: id }])
    expect((await world.store.searchContacts('', { limit: 5 })).contacts).toHaveLength(1)
  })
})

test('a key of a third person stays with that one, whoever the rep says it is', async () => {
  const inga = await saved(readPerson('inga-probe'))
  const ola = await saved(line({ name: 'Ola Test', email: 'shared@probe.example' }))
  const person = {
    ...line({ name: 'Inga Probe', email: 'shared@probe.example', title: 'Buyer' }),
    into: inga,
  }
  expect(await saved(person)).toBe(inga)
  expect(await contactOf(inga)).toMatchObject({ emails: [], title: { value: 'Buyer' } })
  expect((await contactOf(ola))?.emails).toHaveLength(1)
})

describe('a changed job', () => {
  test('moves the contact to the new company’s account and stands in the timeline', async () => {
    const id = await saved(readPerson('inga-probe', { currentTitle: 'Buyer' }))
    const before = (await contactOf(id))?.accountId
    world.at('2027-01-12T10:00:00.000Z')
    const page = readPerson('inga-probe', {
      currentTitle: 'Head of Purchasing',
      currentCompany: 'Nordlys AS',
    })
    await saved({ ...page, at: '2027-01-12T10:00:00.000Z' })
    const after = (await contactOf(id))?.accountId
    expect(after).not.toBe(before)
    expect(await world.store.get('account', after ?? '')).toMatchObject({ name: { value: 'Nordlys AS' } })
    const entry = (await timelineOf(world, id)).find(({ kind }) => kind === 'changed_job')
    expect(entry).toMatchObject({
      facts: {
        title: 'Head of Purchasing',
        titleBefore: 'Buyer',
        company: 'Nordlys AS',
        companyBefore: 'Probe Works',
      },
      canUndo: true,
    })
  })

  test('is seen by the one key as well, when the person is in the cadence already', async () => {
    const add = (person: PersonInput) => addToCadence(world, { person, cadenceId: world.cadenceId })
    await add(readPerson('inga-probe'))
    world.at('2027-01-12T10:00:00.000Z')
    const { group, result } = await add(readPerson('inga-probe', { currentCompany: 'Nordlys AS' }))
    if (result.kind !== 'already') throw new Error(result.kind)
    expect(group).not.toBeNull()
    expect((await contactOf(result.contactId))?.company?.value).toBe('Nordlys AS')
    expect((await add(readPerson('inga-probe', { currentCompany: 'Nordlys AS' }))).group).toBeNull()
  })

  test.each([
    ['the same firm with its legal form', 'Probe Works GmbH & Co. KG'],
    ['the same firm, written in full', 'Probe Works International'],
  ])('is none for %s', async (_what, company) => {
    const id = await saved(readPerson('inga-probe'))
    const before = (await contactOf(id))?.accountId
    world.at('2027-06-12T10:00:00.000Z')
    await saved(readPerson('inga-probe', { currentCompany: company }))
    expect((await contactOf(id))?.accountId).toBe(before)
    expect((await timelineOf(world, id)).map(({ kind }) => kind)).not.toContain('changed_job')
  })

  test('a company typed by the rep brings its account and stays, whatever the page says', async () => {
    const id = await saved(readPerson('inga-probe'))
    await editPerson(world, { contactId: id, field: 'company', value: 'Nordlys' })
    const account = (await contactOf(id))?.accountId
    expect(await world.store.get('account', account ?? '')).toMatchObject({ name: { value: 'Nordlys' } })
    world.at('2027-06-12T10:00:00.000Z')
    await saved(readPerson('inga-probe', { currentCompany: 'Third Firm' }))
    expect(await contactOf(id)).toMatchObject({ company: { value: 'Nordlys' }, accountId: account })
  })
})

describe('companies', () => {
  const person = (slug: string, company: string, companyLinkId?: string) => {
    const read = readPerson(slug, { name: `P ${slug}`, currentCompany: company })
    const linked = { value: companyLinkId ?? '', strategy: 'test', confidence: 'sure' as const }
    if (companyLinkId === undefined) return read
    return { ...read, read: { ...read.read, fields: { ...read.read.fields, companyLinkId: linked } } }
  }
  const accountOf = async (input: PersonInput) => (await contactOf(await saved(input)))?.accountId

  test('are one by LinkedIn’s number, then by domain, then by name without legal form', async () => {
    const first = await accountOf(person('a', 'Nordlys AS', '77'))
    expect(await accountOf(person('b', 'Nordlys Group', '77'))).toBe(first)
    expect(await accountOf(person('c', 'NORDLYS A/S'))).toBe(first)
    expect(await accountOf(line({ name: 'D D', company: 'Nordlys', companyDomain: 'nordlys.no' }))).toBe(
      first,
    )
    expect(await accountOf(line({ name: 'E E', email: 'e@mail.nordlys.no' }))).toBe(first)
  })

  test('are two when LinkedIn’s numbers or the domains differ, whatever the name says', async () => {
    const first = await accountOf(person('a', 'Apex', '77'))
    expect(await accountOf(person('b', 'Apex', '78'))).not.toBe(first)
    const tools = await accountOf(line({ name: 'C C', company: 'Summit', companyDomain: 'summit-tools.com' }))
    const bank = await accountOf(line({ name: 'D D', company: 'Summit', companyDomain: 'summitbank.com' }))
    expect(bank).not.toBe(tools)
  })

  test('a free-mail address makes no company', async () => {
    expect(await accountOf(line({ name: 'E E', email: 'e@naver.com' }))).toBeNull()
  })
})

describe('the never-capture list', () => {
  test.each<[string, string, PersonInput]>([
    ['a mail address', 'inga@probe.example', line({ email: 'Inga+x@probe.example' })],
    ['a domain', '@probe.example', line({ email: 'inga@eu.probe.example' })],
    ['a profile', 'https://no.linkedin.com/in/Inga-Probe/?x', row()],
    ['a Sales Navigator lead', 'https://www.linkedin.com/sales/profile/123456,ab_C,NAME', row({ slug: null, memberId: '123456' })],
    ['a full name', 'Inga Probe', row({ slug: 'another' })],
  ])('keeps out by %s: nothing is saved by any way in', async (_what, entry, person) => {
    await world.settings.set({ neverCapture: [entry] })
    expect(await all(person)).toEqual([{ kind: 'never', entry }])
    expect(await savePerson(world, { person })).toEqual({ group: null, result: { kind: 'never', entry } })
    expect(await addToCadence(world, { person, cadenceId: world.cadenceId })).toEqual({
      group: null,
      result: { kind: 'never', entry },
    })
    expect((await world.store.searchContacts('', { limit: 5 })).contacts).toEqual([])
  }) // oxfmt-ignore

  test('knows the rep’s own addresses and colleagues; colleagues can be allowed', async () => {
    await world.settings.set({ ownAddresses: ['me@myfirm.example', 'me@gmail.com'] })
    const colleague = line({ name: 'Co Worker', email: 'co@myfirm.example' })
    expect(
      await all(colleague, line({ email: 'me@gmail.com' }), line({ name: 'A B', email: 'a@gmail.com' })),
    ).toEqual([
      { kind: 'never', entry: 'myfirm.example' },
      { kind: 'never', entry: 'me@gmail.com' },
      { kind: 'new' },
    ])
    await world.settings.set({ neverColleagues: false })
    expect(await all(colleague)).toEqual([{ kind: 'new' }])
  })

  test('somebody who was saved before is left as they are', async () => {
    const id = await saved(readPerson('inga-probe'))
    await world.settings.set({ neverCapture: ['linkedin.com/in/inga-probe'] })
    world.at('2027-06-12T10:00:00.000Z')
    expect(
      (await savePerson(world, { person: readPerson('inga-probe', { headline: 'New' }) })).result.kind,
    ).toBe('never')
    expect((await contactOf(id))?.headline?.value).toBe('Head of Purchasing')
    await deletePerson(world, { contactId: id })
    expect((await all(row()))[0]?.kind).toBe('never')
  })
})
