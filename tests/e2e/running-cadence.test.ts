import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { findings } from '#tests/support/looks.ts'
import { addEach, button, undo } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

const people = ['robin-practice', 'annegret-musterfrau-practice', 'kari-nordmann-practice'].map((slug) =>
  mustFindPracticePerson(slug),
)

let baton: Session
let full: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(people[0] ?? mustFindPracticePerson('robin-practice')))
  const panel = await baton.panel(baton.page)
  await changeSettings(panel, ALWAYS_ON)
  await addEach(baton.page, panel, people)
  full = await baton.context.newPage()
  await full.setViewportSize({ width: 1200, height: 800 })
})
afterAll(async () => {
  await baton.end()
})

test('whoever is added gets the zone and the region of the location, without a question', async () => {
  await full.goto(baton.address('app.html#/people'))
  const placed = await until('the places', async () => {
    const contacts = await records(full, 'contact')
    return contacts.every(({ place }) => place !== undefined) && contacts
  })
  expect(placed.map(({ zone, place }) => `${zone ?? ''} ${place?.region ?? ''}`)).toEqual(
    expect.arrayContaining(['Europe/Oslo NO', 'Europe/Berlin DE-BW']),
  )
})

describe('an edit of a cadence that runs', () => {
  test('says who moves before it is saved, moves them there, and Undo brings everybody back', async () => {
    await full.goto(baton.address(`app.html#/cadences/${OUTBOUND_STARTER_ID}`))
    const before = await dates()
    await full.locator('.cad-step button').first().click()
    await full.getByLabel(word('cadence.wait')).first().fill('3')
    const summary = full.locator('[data-effects]')
    await summary.getByText(/^3 move \d days later/).waitFor()
    await summary.click()
    for (const { name } of people) await full.locator('.cad-effects li', { hasText: name }).waitFor()
    expect(await dates()).toEqual(before)
    expect(await violations()).toEqual([])
    await button(full, 'cadence.save').click()
    await until('later dates', async () => (await dates()).every((date, at) => date > (before[at] ?? '')))
    await undo(full)
    await until('the dates as they were', async () => (await dates()).join() === before.join())
  })
})

describe('two weeks later', () => {
  test('the backlog is shown in groups, moved as previewed, and taken back as one', async () => {
    const before = await dates()
    await full.clock.setFixedTime(Date.now() + 14 * 86_400_000)
    await full.goto(baton.address('app.html#/clean-up'))
    await full.reload()
    const start = full.locator('[data-clean-up]')
    await start.getByText(/3$/).waitFor()
    await full.getByRole('button', { name: word('backlog.how.skip'), exact: true }).click()
    await full.getByText(word('backlog.about.skip')).waitFor()
    await full.getByRole('button', { name: word('backlog.by.age'), exact: true }).click()
    await full.getByText(word('backlog.about.shift')).waitFor()
    await full.locator('[data-load]', { hasText: '→' }).waitFor()
    expect(await violations()).toEqual([])
    await start.click()
    await until('three shifts', async () => (await shifts()) === 3)
    await full.getByRole('heading', { name: word('backlog.none') }).waitFor()
    await undo(full)
    await until('none', async () => (await shifts()) === 0)
    expect(await dates()).toEqual(before)
  })
})

async function dates(): Promise<string[]> {
  const all = await records(full, 'enrollment')
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ dueAt }) => dueAt ?? '')
}

async function shifts(): Promise<number> {
  return (await records(full, 'enrollment')).flatMap((enrollment) => enrollment.shifts ?? []).length
}

async function violations(): Promise<string[]> {
  await full.waitForTimeout(400) // what fades in has its colours
  return findings(full)
}
