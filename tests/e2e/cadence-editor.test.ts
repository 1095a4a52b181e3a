import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import { until, type Session } from '#tests/support/browser.ts'
import { looked } from '#tests/support/looks.ts'
import { button, openRoute, startInCadence, undo } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { word } from '#tests/support/words.ts'

/** One rep gives a step its branch and sees what becomes of it when the step it names is moved or deleted. */
const annegret = mustFindPracticePerson('annegret-musterfrau-practice')

let baton: Session
let panel: Page

beforeAll(async () => {
  ;({ baton, panel } = await startInCadence(annegret))
  await openRoute(panel, `/cadences/${OUTBOUND_STARTER_ID}`)
})
afterAll(async () => {
  await baton.end()
})

const card = (place: number) => panel.locator('.cad-step').nth(place - 1)
const open = (place: number) => card(place).locator('h3 button').click()
const steps = async () => (await records(panel, 'cadence'))[0]?.steps ?? []

test('a step is made only on a track and only after an outcome, by keyboard alone, and its line says so', async () => {
  await open(3)
  await card(3)
    .locator('summary', { hasText: word('cadence.rules.title') })
    .press('Enter')
  await card(3).getByLabel(word('cadence.rules.track')).selectOption('positive')
  await button(card(3), 'cadence.rules.addAfter').press('Enter')
  const step = card(3).getByLabel(word('cadence.rules.afterStep'))
  await until('the focus', () => step.evaluate((field) => field === document.activeElement))
  const [, invitation] = await steps()
  await step.selectOption(invitation?.id ?? '')
  await card(3).getByLabel(word('cadence.rules.afterOutcome')).selectOption('linkedin_connected')
  const line = card(3).locator('.cad-step-branch')
  expect(await line.innerText()).toBe('only on the positive track · when step 2 ended with Connected')
  await step.scrollIntoViewIfNeeded()
  await looked(panel, 'cadence-branch')
  await button(panel, 'cadence.save').click()
  await until('saved', async () => {
    const when = (await steps())[2]?.when ?? []
    return when.length === 2 && when[0] === 'positive'
  })
})

test('a step gets a window that opens at other times on Thursdays, and its line says so', async () => {
  await card(3)
    .getByRole('combobox', { name: word('cadence.rules.window') })
    .selectOption('own')
  await card(3)
    .getByRole('checkbox', { name: word('cadence.rules.byWeekday') })
    .press('Space')
  const from = card(3).getByRole('textbox', {
    name: word('settings.hours.from', {}).replace('$1', 'Thursday'),
  })
  await from.fill('11:15')
  await from.press('Tab')
  await card(3).getByText('09:00 to 17:00 · by weekday').waitFor()
  await from.scrollIntoViewIfNeeded()
  await looked(panel, 'cadence-window')
  await button(panel, 'cadence.save').click()
  await until('saved', async () => (await steps())[2]?.window?.hours?.['4']?.[0]?.[0] === '11:15')
})

test('the step that is named is moved or deleted: the other one says what to do, and nothing broken is saved', async () => {
  await open(3)
  await panel.locator('.cad-steps').scrollIntoViewIfNeeded()
  await looked(panel, 'cadence-branch-line')
  await open(2)
  await card(2)
    .getByRole('button', { name: word('cadence.down'), exact: true })
    .click()
  const wrong = panel.locator('.cad-step-wrong')
  await panel.locator('.cad-step').first().scrollIntoViewIfNeeded()
  await wrong.getByText(word('cadence.rules.broken.later', { place: 3 })).waitFor()
  expect(await panel.locator('.toast').count(), 'what was saved last is still said').toBe(1)
  await button(panel, 'cadence.save').click({ timeout: 1_000 })
  await panel.locator('select[aria-invalid="true"]').first().waitFor()
  expect((await steps())[2]?.when).toHaveLength(2)
  await looked(panel, 'cadence-branch-moved')
  await card(3)
    .getByRole('button', { name: word('cadence.up'), exact: true })
    .click()
  await until('no problem', async () => (await panel.locator('select[aria-invalid="true"]').count()) === 0)

  await card(2)
    .getByRole('button', { name: word('cadence.remove'), exact: true })
    .click()
  await panel
    .getByText(word('cadence.rules.asked', { places: '2' }))
    .first()
    .waitFor()
  await panel.getByRole('alert').getByText(word('cadence.rules.broken.gone')).waitFor()
  await undo(panel)
  await panel.getByText(word('cadence.rules.broken.gone')).waitFor({ state: 'hidden' })
})

test('a text that is tried beside the step’s own keeps the cadence from being saved until it is right', async () => {
  const before = JSON.stringify(await steps())
  await open(1)
  await card(1).getByRole('button', { name: 'Try another text (B)' }).click()
  const text = card(1).locator('[data-variant="B"] textarea')
  await text.fill('Hi,\n{{ contact.shoe_size }}')
  await button(panel, 'cadence.save').click()
  await card(1)
    .locator('[data-variant="B"]')
    .getByText(/^Line 2, column 4: unknown value/)
    .waitFor()
  await until('the focus', () => text.evaluate((field) => field === document.activeElement))
  expect(JSON.stringify(await steps())).toBe(before)
  await text.fill('Hi {{ contact.title }},')
  await panel.getByText(word('lint.text', { place: 1, id: 'B' })).waitFor()
  await text.scrollIntoViewIfNeeded()
  await looked(panel, 'cadence-variant')
  await button(panel, 'cadence.save').click()
  await until('saved', async () => (await steps())[0]?.variants?.length === 1)
})

test('a file that is no sound cadence is refused with the place and what belongs there; nothing is taken from it', async () => {
  const before = await records(panel, 'cadence')
  const [step] = before[0]?.steps ?? []
  const file = (wrong: object) =>
    JSON.stringify({ format: 'baton.cadence', version: 1, name: 'Given', steps: [{ ...step, ...wrong }] })
  await openRoute(panel, '/cadences')
  await panel.getByText(word('templates.title')).click()
  const give = (text: string) =>
    panel
      .locator('input[type=file]')
      .setInputFiles({ name: 'cadence.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  for (const [text, words] of [
    [
      file({ delay: { value: 1, unit: 'weeks', from: 'start' } }),
      'steps[0].delay.unit (one of minutes, hours',
    ],
    [file({ window: { from: '17:00', to: '09:00' } }), 'steps[0].window.to (later than 17:00)'],
    [file({ body: 'Hi {{ contact.shoe_size }}' }), 'unknown value: contact.shoe_size'],
    ['Dear Kari', word('templates.refused.noJson')],
  ] as const) {
    await give(text)
    await panel.getByText(words).first().waitFor()
  }
  expect(await records(panel, 'cadence')).toEqual(before)
})
