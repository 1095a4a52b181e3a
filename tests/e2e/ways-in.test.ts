import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { PRACTICE_THREAD_URL, threadPeople } from '#lib/practice/thread-page.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, goTo, openRoute, openTab, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings, standingNotifications } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

/** The ways to a contact besides a profile, and what changes a running cadence. */
const sian = mustFindPracticePerson('sian-sampleby-practice')
const [kari, annegret] = threadPeople()
let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(PRACTICE_THREAD_URL)
  panel = await baton.panel(baton.page)
  await changeSettings(panel, { ...ALWAYS_ON, name: 'Practice Rep' })
  await goTo(panel, 'now')
})
afterAll(async () => {
  await baton.end()
})

describe('a mail thread', () => {
  test('is read only when asked, and shows its people without the rep', async () => {
    await panel.getByText(word('now.mailOff.title')).waitFor()
    expect(await panel.innerText('main')).not.toContain(kari?.email)
    await button(panel, 'now.readThis').click()
    for (const person of [kari, annegret]) await panel.getByText(person?.email ?? '').waitFor()
    const text = await panel.innerText('main')
    expect(text).not.toContain('rep@baton.example')
    expect(text).not.toContain('third@party.example')
  })

  test('one of them is saved, the other added, each as a contact with the address', async () => {
    await panel.getByRole('button', { name: word('now.thread.saveName', { name: kari?.name ?? '' }) }).click()
    await until('Kari', async () => (await records(panel, 'contact')).length === 1)
    const add = word('now.thread.addName', { name: annegret?.name ?? '', cadence: 'Outbound starter' })
    await panel.getByRole('button', { name: add }).click()
    await until('Annegret', async () => (await records(panel, 'enrollment')).length === 1)
    const addresses = (await records(panel, 'contact')).flatMap(({ emails }) =>
      emails.map(({ value }) => value),
    )
    expect(new Set(addresses)).toEqual(new Set([annegret?.email, kari?.email]))
    expect((await records(panel, 'capture')).map(({ pageType }) => pageType)).toEqual(['thread', 'thread'])
  })

  test('a due mail opens a compose window with recipient, subject and text filled in', async () => {
    const [enrollment] = await records(panel, 'enrollment')
    await openRoute(panel, `/touch/${enrollment?.id ?? ''}`)
    await button(panel, 'touch.openKind.compose').click()
    const compose = await until('the compose page', () =>
      baton.context.pages().find((page) => page.url().includes('view=cm') || page.url().includes('compose')),
    )
    const query = new URL(compose.url()).searchParams
    expect(query.get('to')).toBe(annegret?.email)
    expect(query.get('su')).toBeTruthy()
    expect(query.get('body')).toContain('Practice Rep')
    expect(query.get('body')).not.toContain('{{')
    if (compose === baton.page) await baton.page.goto(PRACTICE_THREAD_URL)
    else await compose.close()
    await baton.page.bringToFront()
  })

  test('an outcome that ends the cadence ends it, and the reminder goes', async () => {
    await until('a reminder', async () => (await standingNotifications(panel)).length === 1)
    await panel
      .getByRole('button', { name: new RegExp(`${RegExp.escape(word('outcomes.email_replied'))}$`) })
      .click()
    await until('the end', async () =>
      (await records(panel, 'enrollment')).every(({ state }) => state === 'finished'),
    )
    expect((await records(panel, 'enrollment'))[0]?.finishReason).toBe('reply')
    await until('no reminder', async () => (await standingNotifications(panel)).length === 0)
  })
})

describe('by hand', () => {
  test('a name and an address make a contact in the cadence', async () => {
    await openRoute(panel, '/by-hand')
    await panel.getByRole('textbox', { name: word('now.hand.name') }).fill('Typed Person')
    await panel.getByRole('textbox', { name: word('now.hand.email') }).fill('typed@hand.example')
    await panel.getByRole('button', { name: word('now.hand.add', { cadence: 'Outbound starter' }) }).click()
    await panelShows(panel, 'Typed Person')
    const contact = (await records(panel, 'contact')).find(({ name }) => name.value === 'Typed Person')
    expect(contact?.name.by).toBe('rep')
  })
})

describe('a guest page on a country host', () => {
  test('is read, and what the rep corrects before adding is kept as the rep’s', async () => {
    await baton.page.goto(linkedinUrlOf(sian))
    await goTo(panel, 'now')
    await panelShows(panel, sian.name)
    await panel
      .getByRole('button', { name: new RegExp(`^${word('now.field.title')}\\b.*${sian.title ?? ''}`, 's') })
      .click()
    await panel.getByRole('textbox', { name: word('now.field.title') }).fill('Head of Supply')
    await panel.keyboard.press('Enter')
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
    const contact = (await records(panel, 'contact')).find(({ name }) => name.value === sian.name)
    expect(contact?.title).toMatchObject({ value: 'Head of Supply', by: 'rep' })
    expect(contact?.memberId?.value).toBe(String(sian.memberNumber))
  })

  test('do not contact takes the reminder away', async () => {
    const due = async () =>
      (await records(panel, 'enrollment')).filter(({ state }) => state === 'active').length
    await until('two reminders', async () => (await standingNotifications(panel)).length === (await due()))
    await openTab(panel, 'now.tab.details')
    await panel.getByRole('switch').first().click()
    await until('stopped', async () => (await due()) === 1)
    await until('one reminder', async () => (await standingNotifications(panel)).length === 1)
  })
})

describe('the cadence', () => {
  test('is edited in a simple form, and who is in it follows', async () => {
    const page = await baton.context.newPage()
    const [cadence] = await records(panel, 'cadence')
    await page.goto(`${baton.address('app.html')}#/cadences/${cadence?.id ?? ''}`)
    await page.getByRole('textbox', { name: word('cadence.name'), exact: true }).fill('My starter')
    await page.getByRole('button', { name: word('cadence.save'), exact: true }).click()
    await until('the name', async () =>
      (await records(panel, 'cadence')).some(({ name }) => name === 'My starter'),
    )
    await page.close()
    await goTo(panel, 'people')
    await panel
      .getByRole('link', { name: /Typed Person/ })
      .first()
      .click()
    await panel
      .getByText(/My starter/)
      .first()
      .waitFor()
    expect(baton.troubles).toEqual([])
  })
})
