import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, choose, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word, words } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const kari = mustFindPracticePerson('kari-nordmann-practice')
let baton: Session
let range: Page
let panel: Page

beforeAll(async () => {
  baton = await startBaton()
  range = await baton.context.newPage()
  await range.goto(`${baton.address('practice.html')}#/feed`)
  // The welcome page of the first run may have come in between.
  await range.bringToFront()
  // A press of the page's own button: the panel opens as it does for a newcomer.
  await button(range, 'practice.openPanel').click()
  panel = await until('the panel', async () => (await baton.panels())[0])
  await range.bringToFront()
  await changeSettings(panel, ALWAYS_ON)
})
afterAll(async () => {
  await baton.end()
})

describe('the practice range, bundled', () => {
  test('before a page of it is chosen, the panel waits for nobody', async () => {
    await range.goto(baton.address('practice.html'))
    await panel.getByRole('link', { name: new RegExp(`^${word('frame.now')}`) }).click()
    await panel.getByText(word('now.otherSite.title')).waitFor()
  })

  test('a person of the list is read, marked as practice, and followed when another is chosen', async () => {
    const list = range.getByRole('navigation', { name: word('practice.people') })
    await list.getByRole('link', { name: robin.name }).click()
    await panelShows(panel, robin.name)
    await panel.getByText(words('ui.practice')).first().waitFor()
    await range
      .frameLocator('iframe')
      .getByRole('complementary')
      .getByRole('link', { name: kari.headline })
      .click()
    await panelShows(panel, kari.name)
  })

  test('one click adds a practice person, who opens the practice page and never LinkedIn', async () => {
    await addToCadence(panel)
    await button(panel, 'today.open').waitFor()
    expect((await records(panel, 'contact')).map(({ practice }) => practice)).toEqual([true])
    await button(panel, 'today.done').click()
    // The card before it names the invitation, too, as what follows.
    await panel
      .getByText(words('now.card.step', { n: 2 }))
      .first()
      .waitFor()
    await button(panel, 'today.open').click()
    await range.evaluate(() => (location.hash = '#/'))
    await button(panel, 'touch.openKind.profile').click()
    await range.waitForURL(/practice\.html#\/in\/kari-nordmann-practice/)
    expect(baton.context.pages().filter((page) => page.url().includes('linkedin.com'))).toEqual([])
  })

  test('pages without a prospect are refused in a sentence', async () => {
    await range.bringToFront()
    for (const [page, reason] of [
      ['feed', 'feed'],
      ['wall', 'authwall'],
    ] as const) {
      await range.getByRole('link', { name: word(`practice.page.${page}`) }).click()
      await panel.getByRole('link', { name: new RegExp(`^${word('frame.now')}`) }).click()
      await panel.getByText(word(`now.refused.${reason}.title`)).waitFor()
    }
  })

  test('one press takes every practice person away', async () => {
    await panel.getByRole('button', { name: word('frame.menu') }).click()
    await choose(panel, words('frame.removePractice'))
    await until('nobody', async () => (await records(panel, 'contact')).length === 0)
    expect(await records(panel, 'enrollment')).toEqual([])
    expect(baton.troubles).toEqual([])
  })
})
