import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { profilePage } from '#lib/practice/profile-page.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { looked } from '#tests/support/looks.ts'
import { addToCadence, button, openRoute, openTab, panelShows, undo } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word, words } from '#tests/support/words.ts'

/** One person seen twice, with a new job, and on the never-capture list: each test goes on where the last one stopped. */
const robin = mustFindPracticePerson('robin-practice')

let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(robin))
  panel = await baton.panel(baton.page)
  await changeSettings(panel, ALWAYS_ON)
  await panelShows(panel, robin.name)
  await addToCadence(panel)
  await button(panel, 'today.done').waitFor()
})
afterAll(async () => {
  await baton.end()
})

describe('one person in two records', () => {
  test('a likeness is asked about, with its reason', async () => {
    await openRoute(panel, '/by-hand')
    await panel.getByLabel(word('now.hand.name')).fill(robin.name)
    await panel.getByLabel(word('now.hand.company')).fill(robin.company ?? '')
    await panel.getByLabel(word('now.hand.email')).fill('robin@somewhere.example')
    await panel
      .getByRole('button', { name: words('now.save') })
      .first()
      .click()
    await until('two records', async () => (await records(panel, 'contact')).length === 2)
    const made = (await records(panel, 'contact')).find(({ slug }) => slug === null)
    await openRoute(panel, `/contact/${made?.id ?? ''}`)
    await panel.getByText(word('same.reason.name_company')).waitFor()
    await looked(panel, 'same-suggestion')
  })

  test('the merge screen shows both values and keeps the touches, the cadence and both addresses', async () => {
    await panel.getByRole('link', { name: word('same.mergeWith', { name: robin.name }) }).click()
    await panel.getByRole('heading', { name: word('same.title') }).waitFor()
    await looked(panel, 'same-merge')
    await panel.keyboard.press('Enter')
    await until('one record', async () => (await records(panel, 'contact')).length === 1)
    const [contact] = await records(panel, 'contact')
    expect(contact).toMatchObject({
      slug: { value: robin.slug },
      emails: [{ value: 'robin@somewhere.example' }],
    })
    await button(panel, 'today.done').waitFor()
    expect(await panel.evaluate(() => window.location.hash)).toBe(`#/contact/${contact?.id ?? ''}`)
  })

  test('Undo makes two of them again, and they are not asked about again', async () => {
    await undo(panel)
    await until('two records', async () => (await records(panel, 'contact')).length === 2)
    await panel
      .getByText(word('timeline.notSame', { name: robin.name }))
      .first()
      .waitFor()
    expect(await panel.getByText(word('same.reason.name_company')).count()).toBe(0)
  })

  test('they can be merged after all, and Undo goes for that, too', async () => {
    await openTab(panel, 'now.tab.details')
    await panel.getByRole('link', { name: word('same.mergeAny') }).click()
    await panel.getByRole('heading', { name: word('same.pick', { name: robin.name }) }).waitFor()
    await panel.getByText(word('same.apartBy')).waitFor()
    await looked(panel, 'same-pick')
    await panel
      .getByRole('region', { name: word('same.apart') })
      .getByRole('link', { name: robin.name })
      .click()
    await panel.getByRole('heading', { name: word('same.title') }).waitFor()
    await button(panel, 'same.makeOne').click()
    await until('one record', async () => (await records(panel, 'contact')).length === 1)
    await panel.getByText(word('timeline.joinedByYou')).waitFor() // first of those with an Undo
    await undo(panel)
    await until('two records', async () => (await records(panel, 'contact')).length === 2)
  })
})

test('a new job on the page is offered, saved with one press, and stands in the timeline', async () => {
  const url = linkedinUrlOf(robin)
  const moved = {
    ...robin,
    company: 'Nordlys Practice',
    companyId: 7_700_123,
    headline: 'Director at Nordlys Practice',
    title: 'Director',
    experience: null,
  }
  await baton.context.route(`${url}**`, (r) =>
    r.fulfill({ body: profilePage(moved), contentType: 'text/html; charset=utf-8' }),
  )
  await baton.page.goto(`${url}?again`)
  await openRoute(panel, '/now')
  await panel.getByText(word('same.news')).waitFor()
  await looked(panel, 'same-news')
  await button(panel, 'same.update').click()
  await until('the new company', async () =>
    (await records(panel, 'contact')).some(({ company }) => company?.value === 'Nordlys Practice'),
  )
  await openTab(panel, 'now.tab.timeline')
  await panel.getByText(word('timeline.changedJob')).first().waitFor()
  const contact = (await records(panel, 'contact')).find(({ slug }) => slug?.value === robin.slug)
  const accounts = await records(panel, 'account')
  expect(accounts.find(({ id }) => id === contact?.accountId)?.name.value).toBe('Nordlys Practice')
})

test('somebody on the never-capture list is told to be, and nothing is kept', async () => {
  const kari = mustFindPracticePerson('kari-nordmann-practice')
  const before = (await records(panel, 'contact')).length
  await changeSettings(panel, { neverCapture: [linkedinUrlOf(kari)] })
  await baton.page.goto(linkedinUrlOf(kari))
  await openRoute(panel, '/now')
  await panel.getByRole('heading', { name: word('same.neverTitle') }).waitFor()
  await button(panel, 'same.neverChange').waitFor()
  expect(await button(panel, 'now.addToCadence').count()).toBe(0)
  await looked(panel, 'now-never')
  expect(await records(panel, 'contact')).toHaveLength(before)
})

test('nothing went wrong in Baton’s own pages', () => {
  expect(baton.troubles).toEqual([])
})
