import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until, type Session } from '#tests/support/browser.ts'
import { looked } from '#tests/support/looks.ts'
import { button, goTo, openRoute, startInCadence } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { word } from '#tests/support/words.ts'

/** One rep writes a snippet and a mail, sees it with a person's values, and meets the touch that misses one. */
const annegret = mustFindPracticePerson('annegret-musterfrau-practice')
const MAIL = 'Hi {{ contact.first_name }}, how is {{ account.industry }}?'

let baton: Session
let panel: Page

beforeAll(async () => {
  ;({ baton, panel } = await startInCadence(annegret))
})
afterAll(async () => {
  await baton.end()
})

const field = (key: string) => panel.getByLabel(word(key), { exact: true }).first()

test('a snippet is written and found', async () => {
  await openRoute(panel, '/cadences/snippets')
  await button(panel, 'writing.snippetNew').click()
  await field('writing.snippetName').fill('Sign Off')
  await field('writing.snippetBody').fill('Best,\n{{ rep.name }}')
  await button(panel, 'writing.snippetSave').click()
  await panel.getByText(word('writing.snippetSaved', { name: 'sign_off' }), { exact: true }).waitFor()
  expect(await records(panel, 'snippet')).toMatchObject([{ name: 'sign_off' }])
  await looked(panel, 'templates-snippets')
})

test('the editor shows the text as the person would get it, and what is missing for them', async () => {
  const [cadence] = await records(panel, 'cadence')
  await openRoute(panel, `/cadences/${cadence?.id ?? ''}`)
  await panel.locator('.cad-step h3 button').first().click()
  await panel.locator('.cad-step textarea').first().fill(`${MAIL}\n\n{{ snippet.sign_off }}`)
  await panel.getByText(word('writing.preview')).first().click()
  const shown = panel.locator('.cad-shown')
  await shown.getByText(/Hi Annegret/).waitFor()
  await shown.getByText(/Practice Rep/).waitFor()
  await shown.getByText(word('writing.heldOne', { names: word('writing.value.account.industry') })).waitFor()
  await looked(panel, 'templates-preview')
  await panel.getByRole('button', { name: word('cadence.save'), exact: true }).click()
  await until(
    'saved',
    async () => (await records(panel, 'cadence'))[0]?.steps[0]?.body.includes(MAIL) === true,
  )
})

test('the touch is held: Today says so, nothing is copied, and filled in its place it is whole', async () => {
  await goTo(panel, 'today')
  const heldWords = word('writing.heldOne', { names: word('writing.value.account.industry') })
  await panel.getByText(heldWords).first().waitFor()
  await looked(panel, 'templates-today-held')
  await panel
    .getByRole('link', { name: new RegExp(annegret.name) })
    .first()
    .click()
  await panel.getByText(word('writing.held')).waitFor()
  // What pages told of her, with the site and the day.
  await panel
    .getByRole('listitem')
    .filter({ hasText: /linkedin\.com, today/ })
    .first()
    .waitFor()
  await looked(panel, 'templates-touch-held')
  await button(panel, 'touch.copy').click()
  await panel.getByText(word('touch.hasHole')).first().waitFor()

  const industry = word('writing.value.account.industry')
  await panel.getByLabel(word('writing.fillLabel', { name: industry })).fill('pumps')
  await button(panel, 'writing.fill').click()
  await panel.getByText(/how is pumps\?/).waitFor()
  expect(await panel.getByText(word('writing.held')).count()).toBe(0)
})

test('the text is changed for this touch alone, outlives the panel, and is recorded with it', async () => {
  await button(panel, 'writing.edit').click()
  await panel.getByLabel(word('writing.body')).fill('Hi Annegret, only for you.')
  await button(panel, 'writing.editDone').click()
  await panel.getByText(word('writing.ownText')).waitFor()
  expect(baton.troubles).toEqual([])
  await panel.reload() // Reads that it cuts off are no trouble.
  await panel.getByText('Hi Annegret, only for you.').waitFor()
  await looked(panel, 'templates-touch-own')
  await panel.locator('.outcomes button').first().click()
  await until('recorded', async () => (await records(panel, 'touch')).length > 0)
  expect(await records(panel, 'touch')).toMatchObject([
    {
      state: 'done',
      body: 'Hi Annegret, only for you.',
      subject: expect.stringContaining('A question about'),
    },
  ])
})
