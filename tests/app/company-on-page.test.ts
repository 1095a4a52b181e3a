import { beforeEach, describe, expect, test } from 'vitest'
import { companyOnPage, saveCompany, type CompanyPage } from '#lib/app/company-on-page.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { savePerson } from '#lib/app/people.ts'
import { undoGroup } from '#lib/app/undo.ts'
import type { CompanyField, Field } from '#lib/domain/capture.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

const field = (value: string, confidence: Field['confidence'] = 'likely'): Field => ({
  value,
  strategy: 'guest-about',
  confidence,
})
const FACTS: Partial<Record<CompanyField, string>> = {
  name: 'Probe Works',
  slug: 'probe-works',
  linkedinId: '910000001',
  website: 'https://www.probeworks.example/start',
  industry: 'Machinery',
  sizeText: '51-200',
  headquarters: 'Lisbon',
  founded: '1998',
}
function page(
  facts: Partial<Record<CompanyField, string>> = FACTS,
  more: Partial<CompanyPage> = {},
): CompanyPage {
  const fields = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, field(value)]))
  return {
    read: { kind: 'company', generation: 'guest-v3', reader: 'test', fields },
    url: 'https://www.linkedin.com/company/probe-works/about/',
    at: TUESDAY,
    practice: false,
    ...more,
  }
}
const account = async (id: string) => {
  const found = await world.store.get('account', id)
  if (!found) throw new Error('no account')
  return found
}
async function savedId(saved: CompanyPage = page()): Promise<string> {
  const { result } = await saveCompany(world, saved)
  if (result.kind === 'no-name' || result.kind === 'never') throw new Error(result.kind)
  return result.accountId
}

describe('a company page', () => {
  test('of a domain on the never-capture list says which line keeps it out, and is not saved', async () => {
    await world.settings.set({ neverCapture: ['*.probeworks.example'] })
    expect((await companyOnPage(world, page())).never).toBe('*.probeworks.example')
    expect(await saveCompany(world, page())).toEqual({ group: null, result: { kind: 'never' } })
    await world.settings.set({ neverCapture: ['works.example'] })
    expect((await companyOnPage(world, page())).never).toBeNull()
    expect((await saveCompany(world, page())).result.kind).toBe('saved')
  })

  test('of the rep’s own firm is not kept, unless colleagues may be', async () => {
    await world.settings.set({ ownAddresses: ['me@probeworks.example'] })
    expect((await companyOnPage(world, page())).never).toBe('probeworks.example')
    await world.settings.set({ neverColleagues: false })
    expect((await companyOnPage(world, page())).never).toBeNull()
  })

  test('of a company nobody is known at: everything is new, and it is saved with its sources', async () => {
    const view = await companyOnPage(world, page())
    expect([view.account, view.people, view.news.length]).toEqual([null, [], 8])
    const kept = await account(await savedId())
    expect(kept).toMatchObject({
      slug: 'probe-works',
      linkedinId: '910000001',
      domain: 'probeworks.example',
      industry: {
        value: 'Machinery',
        by: 'page',
        strategy: 'guest-about',
        url: 'https://www.linkedin.com/company/probe-works/about/',
      },
      headcount: { value: '51-200' },
      headquarters: { value: 'Lisbon' },
      founded: { value: '1998' },
    })
    expect((await companyOnPage(world, page())).news).toEqual([])
  })

  test('its facts go to the account of the people known there, who are listed; Undo takes them off again', async () => {
    const added = await addToCadence(world, {
      person: readPerson('inga-probe', { currentCompany: 'Probe Works Ltd.' }),
      cadenceId: world.cadenceId,
    })
    if (added.result.kind !== 'added') throw new Error(added.result.kind)
    const view = await companyOnPage(world, page())
    expect(view.people).toMatchObject([{ name: 'Inga Probe', contactId: added.result.contactId }])
    const { group, result } = await saveCompany(world, page())
    expect(result).toMatchObject({ kind: 'saved', known: true, accountId: view.account?.id })
    expect((await account(view.account?.id ?? '')).headcount?.value).toBe('51-200')
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    const before = await account(view.account?.id ?? '')
    expect([before.headcount, before.linkedinId, before.headquarters ?? null]).toEqual([null, null, null])
  })

  test('a later page changes what it says otherwise, and nothing twice', async () => {
    const id = await savedId()
    expect((await saveCompany(world, page())).result).toEqual({ kind: 'unchanged', accountId: id })
    const later = page({ ...FACTS, sizeText: '201-500' }, { at: '2026-12-24T09:30:00.000Z' })
    expect((await companyOnPage(world, later)).news).toEqual(['headcount'])
    await saveCompany(world, later)
    expect((await account(id)).headcount?.value).toBe('201-500')
  })

  test('what the rep typed stays', async () => {
    const id = await savedId()
    const industry = { value: 'Pumps', by: 'rep' as const, confidence: 'sure' as const, at: TUESDAY }
    await world.store.commit(async () => ({
      changes: [{ t: 'account', id, k: 'patch', f: { industry } }],
      result: null,
    }))
    await saveCompany(world, page(FACTS, { at: '2026-12-24T09:30:00.000Z' }))
    expect((await account(id)).industry).toEqual(industry)
  })

  test('another company of the same name is another account; a free-mail site is no domain', async () => {
    const first = await savedId()
    const other = page({ ...FACTS, linkedinId: '910000002', slug: 'probe-works-2' })
    const second = await savedId(other)
    expect(second).not.toBe(first)
    const bare = await savedId(page({ name: 'Third Sample', website: 'https://facebook.com/third' }))
    expect((await account(bare)).domain).toBeNull()
  })

  test('a page without a name saves nothing', async () => {
    expect(await saveCompany(world, page({ industry: 'Machinery' }))).toEqual({
      group: null,
      result: { kind: 'no-name' },
    })
  })

  test('practice companies never meet real ones', async () => {
    const real = await savedId()
    expect(await savedId(page(FACTS, { practice: true }))).not.toBe(real)
  })
})

describe('a company that is known twice', () => {
  async function personAt(slug: string, values: Parameters<typeof readPerson>[1]): Promise<string> {
    const { result } = await savePerson(world, { person: readPerson(slug, values) })
    if (result.kind !== 'saved') throw new Error(result.kind)
    return result.contactId
  }
  const accountOf = async (contactId: string) =>
    (await world.store.get('contact', contactId))?.accountId ?? ''

  /** One known by its name, one by its number under another name. */
  async function twice(): Promise<[byName: string, byNumber: string]> {
    const byName = await personAt('inga-probe', {})
    const byNumber = await personAt('ola-probe', {
      name: 'Ola',
      currentCompany: 'Probe Group',
      companyLinkId: '910000001',
    })
    expect(await accountOf(byName)).not.toBe(await accountOf(byNumber))
    return [byName, byNumber]
  }

  test('is one when its page carries both; everybody there follows, and Undo parts it again', async () => {
    const [byName, byNumber] = await twice()
    const before = [await accountOf(byName), await accountOf(byNumber)]
    const [stays, goes] = before.toSorted()
    const { group, result } = await saveCompany(world, page())
    expect(result).toEqual({ kind: 'saved', accountId: stays, known: true })
    expect([await accountOf(byName), await accountOf(byNumber)]).toEqual([stays, stays])
    expect(await world.store.get('account', goes ?? '')).toBeUndefined()
    const one = await account(stays ?? '')
    expect(one).toMatchObject({
      linkedinId: '910000001',
      domain: 'probeworks.example',
      joined: [{ id: goes }],
    })
    expect((await companyOnPage(world, page())).people).toHaveLength(2)
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect([await accountOf(byName), await accountOf(byNumber)]).toEqual(before)
    expect((await account(stays ?? '')).joined ?? null).toBeNull()
  })

  test('is one when the page of somebody new carries both', async () => {
    const [byName, byNumber] = await twice()
    const third = await personAt('kim-probe', { name: 'Kim', companyLinkId: '910000001' })
    expect(new Set([await accountOf(byName), await accountOf(byNumber), await accountOf(third)]).size).toBe(1)
  })

  test('is one when the page of somebody known carries both, and gets the number where it had none', async () => {
    const [byName, byNumber] = await twice()
    await personAt('inga-probe', { companyLinkId: '910000001' })
    expect(await accountOf(byName)).toBe(await accountOf(byNumber))
    const lone = await personAt('uma-probe', { name: 'Uma', currentCompany: 'Lone Works' })
    await personAt('uma-probe', { name: 'Uma', currentCompany: 'Lone Works', companyLinkId: '910000003' })
    expect((await account(await accountOf(lone))).linkedinId).toBe('910000003')
  })

  test('stays two where only a mail address speaks for it: people work for one firm and write from another', async () => {
    const at = async (name: string, company: string, email: string) => {
      const hand = { from: 'hand', name, company, email, linkedin: null, practice: false } as const
      const { result } = await savePerson(world, { person: hand })
      return result.kind === 'saved' ? accountOf(result.contactId) : ''
    }
    const client = await personAt('ola-probe', {
      name: 'Ola',
      currentCompany: 'Client Works',
      companyLinkId: '910000005',
    })
    const agency = await at('Ada', 'Agency', 'ada@agency.example')
    await at('Bo', 'Client Works', 'bo@agency.example')
    expect(await world.store.get('account', agency)).toBeDefined()
    expect(await world.store.get('account', await accountOf(client))).toBeDefined()
    expect(agency).not.toBe(await accountOf(client))
  })

  test('stays two where the name is all they share and each has more than a name', async () => {
    const numbered = await savedId(page({ name: 'Delta', slug: 'delta', linkedinId: '910000009' }))
    const sited = await savedId(
      page({
        name: 'Delta',
        website: 'https://delta-pumps.example',
        linkedinId: '910000010',
        slug: 'delta-pumps',
      }),
    )
    await personAt('ola-probe', { currentCompany: 'Delta', companyLinkId: '910000009' })
    expect(await world.store.get('account', numbered)).toBeDefined()
    expect(await world.store.get('account', sited)).toBeDefined()
  })
})
