import { expect, test } from 'vitest'
import type { TabState } from '#lib/app/follow-tab.ts'
import { plainView, tabView } from '#lib/app/tab-view.ts'
import type { PageRead } from '#lib/domain/capture.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

const base = { generation: 'sdui', reader: 'test' } as const
const read = (url: string, result: PageRead['result']): Extract<TabState, { kind: 'read' }> => ({
  kind: 'read',
  read: { url, loadedAt: url, result },
  url,
  practice: false,
})
const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=buyer&page=2'

test('lists, companies and pages behind a profile are shown at once, a person is looked up first', () => {
  const list = read(SEARCH, { kind: 'people', ...base, list: 'search', marked: true, rows: [] })
  expect(plainView(list)).toMatchObject({ kind: 'people', url: SEARCH })
  const company = 'https://www.linkedin.com/company/probe-works/about/?x=1'
  expect(plainView(read(company, { kind: 'company', ...base, fields: {} }))).toMatchObject({
    kind: 'company',
    url: 'https://www.linkedin.com/company/probe-works/about/',
  })
  const dialog = 'https://www.linkedin.com/in/inga-probe/overlay/contact-info/'
  expect(plainView(read(dialog, { kind: 'details', ...base, page: 'contact', fields: {} }))).toMatchObject({
    kind: 'details',
    url: 'https://www.linkedin.com/in/inga-probe/',
  })
  const person = readPerson('inga-probe')
  expect(plainView(read(person.url, person.read))).toBeNull()
})

test('a person comes with who they are to the store', async () => {
  const world = await appWorld()
  const person = readPerson('inga-probe')
  expect(await tabView(world, read(person.url, person.read))).toMatchObject({
    kind: 'person',
    knownId: null,
    suppressed: false,
    url: 'https://www.linkedin.com/in/inga-probe/',
  })
})
