import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { looked } from '#tests/support/looks.ts'
import { button, openRoute, undo } from '#tests/support/panel.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word, words } from '#tests/support/words.ts'

/** A reply that stops the rest of a company, and a lead who came to the rep. */
let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton()
  panel = await baton.panel(baton.page)
  await changeSettings(panel, { ...ALWAYS_ON, name: 'Practice Rep' })
})
afterAll(async () => {
  await baton.end()
})

test('the rule of a cadence is ticked, saved, and takes out whoever else is in it at the company', async () => {
  await openRoute(panel, `/cadences/${OUTBOUND_STARTER_ID}`)
  await panel.getByLabel(word('cadence.account.stops')).check()
  await looked(panel, 'cadence-account-rule')
  await button(panel, 'cadence.save').click()
  await until('the rule', async () =>
    (await records(panel, 'cadence')).some(({ stopsAccount }) => stopsAccount),
  )
  const first = await addByHand('Ada Sample')
  await addByHand('Ben Sample')

  await openRoute(panel, `/touch/${first}`)
  await panel
    .getByRole('button', { name: new RegExp(`${RegExp.escape(word('outcomes.email_replied'))}$`) })
    .click()
  await panel
    .getByText(/^1 colleague stopped · Ada Sample/)
    .first()
    .waitFor()
  expect(await states()).toEqual(['finished account_reply', 'finished reply'])
  const ben = (await records(panel, 'contact')).find(({ name }) => name.value === 'Ben Sample')
  await undo(panel)
  await until('both as they were', async () => (await states()).join() === 'active ,active ')
  expect(ben).toMatchObject({ status: 'working' })
})

test('when a lead came is typed with the person, refused where it is still to come, and asked at the adding', async () => {
  await openRoute(panel, '/now')
  await openRoute(panel, '/by-hand')
  await fill('Cleo Sample')
  await panel.getByLabel(word('now.arrived.inbound')).check()
  const came = panel.getByLabel(word('now.arrived.label'))
  expect(await came.inputValue()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  await came.fill('2099-01-01T09:00')
  await panel.getByText(word('now.arrived.future')).waitFor()
  await looked(panel, 'by-hand-inbound')
  await button(panel, 'now.save').click()
  expect(await cleo()).toBeUndefined()
  await came.fill('2026-01-05T09:00')
  await button(panel, 'now.save').click()
  const saved = await until('the lead', () => cleo())
  expect(saved).toMatchObject({ leadSource: 'inbound' })
  await panel.getByLabel(word('now.arrived.label')).waitFor()
  expect(await panel.getByLabel(word('now.arrived.label')).inputValue()).toBe('2026-01-05T09:00')
  await looked(panel, 'contact-inbound')
  await button(panel, 'now.addToCadence').click()
  await until('the run', async () =>
    (await records(panel, 'enrollment')).some(
      ({ contactId, arrivedAt }) => contactId === saved.id && arrivedAt === saved.arrivedAt,
    ),
  )
  expect(baton.troubles).toEqual([])
})

async function fill(name: string): Promise<void> {
  await panel.getByLabel(word('now.hand.name')).fill(name)
  await panel.getByLabel(word('now.hand.company')).fill('Sample Works')
  await panel.getByLabel(word('now.hand.email')).fill(`${name.replace(' ', '.').toLowerCase()}@example.com`)
}

/** The enrollment that came of it. */
async function addByHand(name: string): Promise<string> {
  const before = new Set((await records(panel, 'enrollment')).map(({ id }) => id))
  await openRoute(panel, '/now')
  await openRoute(panel, '/by-hand')
  await fill(name)
  await panel.getByRole('button', { name: words('now.hand.add') }).click()
  const made = await until('the enrollment', async () =>
    (await records(panel, 'enrollment')).find(({ id }) => !before.has(id)),
  )
  return made.id
}

async function states(): Promise<string[]> {
  const all = await records(panel, 'enrollment')
  return all.map(({ state, finishReason }) => `${state} ${finishReason ?? ''}`).toSorted()
}

async function cleo() {
  return (await records(panel, 'contact')).find(({ name }) => name.value === 'Cleo Sample')
}
