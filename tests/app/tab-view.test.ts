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

test('in a mail, the rep is left out and who is on the never-capture list is marked with its line', async () => {
  const world = await appWorld()
  await world.settings.set({ ownAddresses: ['me@myfirm.example'], neverCapture: ['aunt@family.example'] })
  const participants = [
    { address: 'me@myfirm.example', name: 'Me' },
    { address: 'co@myfirm.example', name: 'Co Worker' },
    { address: 'aunt@family.example', name: 'Aunt' },
    { address: 'inga@probe.example', name: 'Inga Probe' },
  ]
  const url = 'https://mail.google.com/mail/u/0/#inbox/x'
  const thread = { kind: 'thread' as const, ...base, threadId: 'x', subject: 'Hello', participants }
  const view = await tabView(world, read(url, thread))
  if (view.kind !== 'thread') return expect.unreachable(view.kind)
  expect(view.rows.map(({ participant, never }) => [participant.name, never])).toEqual([
    ['Co Worker', 'myfirm.example'],
    ['Aunt', 'aunt@family.example'],
    ['Inga Probe', null],
  ])
})
