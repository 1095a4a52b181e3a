import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LISTED_ROWS, type ListedRow } from '#lib/practice/listed.ts'
import { memberIdOf } from '#lib/practice/person.ts'
import { PRACTICE_SEARCH_URL, searchPage } from '#lib/practice/search-page.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { button, goTo, undo } from '#tests/support/panel.ts'
import { records } from '#tests/support/records.ts'
import { word, words } from '#tests/support/words.ts'

/** A results page, one rep: who is there is listed, ticked, added at once, and taken back at once. */
/** A hundred take a second; machines that do ten other things at once are slower. */
const LONG_MS = 90_000
const LONG = { timeout: 3 * LONG_MS }
const HUNDRED_URL = 'https://www.linkedin.com/search/results/people/hundred/'
const hundred: ListedRow[] = Array.from({ length: 100 }, (_, n) => ({
  slug: `sample-number-${n}`,
  name: `Sample ${String.fromCodePoint(65 + Math.floor(n / 10))}${String.fromCodePoint(97 + (n % 10))} Number`,
  headline: `Buyer at Placeholder Parts ${n % 25}`,
  location: 'Porto, Portugal',
  degree: '3rd',
  memberId: memberIdOf({ memberNumber: 4_100_001_000 + n }),
}))

let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton({ pages: { [HUNDRED_URL]: searchPage(null, hundred) } })
  await baton.page.goto(PRACTICE_SEARCH_URL)
  panel = await baton.panel(baton.page)
})
afterAll(async () => {
  await baton.end()
})

const box = (name: string) => panel.getByRole('checkbox', { name, exact: true })
const row = (name: string) => panel.getByRole('listitem').filter({ has: box(name) })
const counted = async () => ({
  contacts: (await records(panel, 'contact')).length,
  captures: (await records(panel, 'capture')).length,
  enrollments: (await records(panel, 'enrollment')).length,
  activities: (await records(panel, 'activity')).length,
})
const NOBODY = { contacts: 0, captures: 0, enrollments: 0, activities: 0 }
const ended = (count: number) =>
  panel.getByText(plural('list.undone', count), { exact: true }).first().waitFor({ timeout: LONG_MS })
const adds = (count: number) =>
  panel.getByRole('button', { name: new RegExp(`^${plural('list.addN', count)}`) })

/** The form for `n`; with three of them the first is for none. */
function plural(key: string, n: number): string {
  const forms = word(key).split(' | ')
  const form = forms[forms.length === 2 ? Math.min(n, 2) - 1 : Math.min(n, 2)]
  return (form ?? key).replaceAll('$1', String(n))
}

describe('a results page', () => {
  test('lists everybody on it, all new, and saves nothing by looking', async () => {
    await panel.getByRole('heading', { name: plural('list.people', LISTED_ROWS.length) }).waitFor()
    for (const { name, headline } of LISTED_ROWS) {
      const line = row(name).filter({ hasText: headline }).first()
      await line.getByText(word('list.end.new'), { exact: true }).waitFor()
    }
    expect(await counted()).toEqual(NOBODY)
    expect(await button(panel, 'now.addToCadence').isDisabled()).toBe(true)
  })

  test('one press ticks all who are new, Shift ticks a range, and the button says how many', async () => {
    await button(panel, 'list.tickNew').click()
    await adds(14).waitFor()
    await panel.getByText(word('list.ticked', { n: 14, of: 14 })).waitFor()
    await button(panel, 'list.untick').click()
    const [first, , third] = LISTED_ROWS
    await box(first?.name ?? '')
      .first()
      .click()
    await box(third?.name ?? '')
      .first()
      .click({ modifiers: ['Shift'] })
    await panel.getByText(word('list.ticked', { n: 3, of: 14 })).waitFor()
  })

  test('the keyboard alone ticks: arrows move, Space ticks, Shift with an arrow goes on ticking', async () => {
    await panel.getByText(word('list.ticked', { n: 3, of: 14 })).click()
    await panel.getByText(word('list.ticked', { n: 0, of: 14 })).waitFor()
    await box(LISTED_ROWS[0]?.name ?? '')
      .first()
      .focus()
    await panel.keyboard.press('ArrowDown')
    await panel.keyboard.press('Space')
    await panel.keyboard.press('ArrowDown')
    await panel.keyboard.press('Shift+ArrowDown')
    expect(
      await box(LISTED_ROWS[1]?.name ?? '')
        .first()
        .isChecked(),
    ).toBe(true)
    expect(
      await box(LISTED_ROWS[2]?.name ?? '')
        .first()
        .isChecked(),
    ).toBe(true)
    await panel.getByText(word('list.ticked', { n: 2, of: 14 })).waitFor()
  })

  test('the key adds them: each whole, the row says so, and they are known afterwards', async () => {
    await panel.keyboard.press('a')
    const names = LISTED_ROWS.slice(1, 3).map(({ name }) => name)
    for (const name of names)
      await row(name).first().getByText(word('list.end.added'), { exact: true }).waitFor()
    expect(await counted()).toEqual({ contacts: 2, captures: 2, enrollments: 2, activities: 4 })
    const contacts = await records(panel, 'contact')
    expect(contacts.map(({ name }) => name.value).toSorted()).toEqual(names.toSorted())
    expect(contacts.map(({ slug }) => slug?.value ?? '').toSorted()).toEqual(
      LISTED_ROWS.slice(1, 3)
        .map(({ slug }) => slug)
        .toSorted(),
    )
    await panel.getByRole('button', { name: word('list.filter.known', { n: 2 }) }).click()
    expect(await panel.getByRole('checkbox', { name: /Sample|Practice|Nordmann|Muster/ }).count()).toBe(2)
    await panel.getByRole('button', { name: word('list.filter.all', { n: 14 }) }).click()
    await until('held', () =>
      box(names[0] ?? '')
        .first()
        .isDisabled(),
    )
  })

  test('one Undo takes all of them back', async () => {
    await undo(panel)
    await ended(2)
    expect(await counted()).toEqual(NOBODY)
    await row(LISTED_ROWS[1]?.name ?? '')
      .first()
      .getByText(word('list.end.new'), { exact: true })
      .waitFor()
  })
})

/**
 * Watches the numbers from inside the panel, which is quicker than any test outside: notes each «n of 100», and does
 * `act` at the first of them.
 */
async function watchNumbers(act: 'nothing' | 'stop' | 'reload'): Promise<void> {
  const words = { running: word('list.adding', { of: 100 }).split(' ')[0] ?? '', stop: word('list.stop') }
  await panel.evaluate(
    ({ act: what, words: { running, stop } }) => {
      const seen: number[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver(() => {
        const shown = document.querySelector('.actionbar')?.textContent ?? ''
        const n = Number(/(\d+) \D+ 100/.exec(shown)?.[1] ?? 0)
        if (!shown.startsWith(running) || n === 0 || n === seen.at(-1)) return
        seen.push(n)
        if (seen.length > 1) return
        if (what === 'reload') window.location.reload()
        const buttons = [...document.querySelectorAll('button')]
        if (what === 'stop') buttons.find(({ textContent }) => textContent.startsWith(stop))?.click()
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    },
    { act, words },
  )
}

describe('a hundred', () => {
  test('are added one by one while the numbers show, and taken back with one press', LONG, async () => {
    await baton.page.goto(HUNDRED_URL)
    await panel.getByRole('heading', { name: plural('list.people', 100) }).waitFor()
    await button(panel, 'list.tickNew').click()
    await watchNumbers('nothing')
    const begun = Date.now()
    await adds(100).click()
    await button(panel, 'list.undoAll').waitFor({ timeout: LONG_MS })
    console.log(`a hundred people added in ${Date.now() - begun} ms, the press included`)
    const seen = await panel.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(await counted()).toEqual({ contacts: 100, captures: 100, enrollments: 100, activities: 200 })
    await button(panel, 'list.undoAll').click()
    await ended(100)
    expect(await counted()).toEqual(NOBODY)
  })

  test('Stop keeps what is done, and the rest can be ticked again', LONG, async () => {
    await button(panel, 'list.tickNew').click()
    await watchNumbers('stop')
    await adds(100).click()
    await button(panel, 'list.undoAll').waitFor({ timeout: LONG_MS })
    const { contacts, enrollments } = await counted()
    expect(contacts).toBeGreaterThan(0)
    expect(contacts).toBeLessThan(100)
    expect(enrollments).toBe(contacts)
    await panel.getByText(word('list.ticked', { n: 0, of: 100 - contacts })).waitFor()
    await button(panel, 'list.undoAll').click()
    await ended(contacts)
  })

  test(
    'a panel that is killed in the middle leaves whole people, and is told of them when it comes back',
    LONG,
    async () => {
      await button(panel, 'list.tickNew').click()
      await watchNumbers('reload')
      await adds(100).click()
      await panel.getByText(words('list.cutOff.next', { of: 100 })).waitFor({ timeout: LONG_MS })
      const { contacts, captures, enrollments } = await counted()
      expect(contacts).toBeGreaterThan(0)
      expect(contacts).toBeLessThan(100)
      expect([captures, enrollments]).toEqual([contacts, contacts])
      await panel.getByText(words('list.cutOff.next', { n: contacts, of: 100 })).waitFor()
      await button(panel, 'list.undoAll').click()
      await ended(contacts)
      expect(await counted()).toEqual(NOBODY)
      expect(await button(panel, 'list.cutOff.keep').count()).toBe(0)
    },
  )
})

test('the practice range has a list of its own, and its people are practice', async () => {
  await baton.page.goto(baton.address('practice.html#/search'))
  await goTo(panel, 'now')
  await panel.getByRole('heading', { name: plural('list.people', LISTED_ROWS.length) }).waitFor()
  await box('Jane Template').click()
  await adds(1).click()
  await row('Jane Template').getByText(word('list.end.added'), { exact: true }).waitFor()
  expect((await records(panel, 'contact')).map(({ practice }) => practice)).toEqual([true])
  expect(baton.troubles).toEqual([])
})
