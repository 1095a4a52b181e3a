import { beforeEach, describe, expect, test } from 'vitest'
import { companyOnPage, saveCompany, type CompanyPage } from '#lib/app/company-on-page.ts'
import { addToCadence } from '#lib/app/enroll.ts'
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
  if (result.kind === 'no-name') throw new Error(result.kind)
  return result.accountId
}

describe('a company page', () => {
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
