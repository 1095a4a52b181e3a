import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { PRACTICE_PEOPLE } from '#lib/practice/people.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { hostileCases } from '#tests/support/hostile-pages.ts'
import { panelShows } from '#tests/support/panel.ts'
import { records } from '#tests/support/records.ts'

const cases = hostileCases()
let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton({ pages: Object.fromEntries(cases.map(({ url, body }) => [url, body])) })
  await baton.page.goto(firstUrl())
  panel = await baton.panel(baton.page)
})
afterAll(() => baton.end())

describe('hostile page content is text or refused with a reason', () => {
  test.each(cases)('$says', async ({ url, heading }) => {
    await baton.page.goto(url)
    if (heading !== null) await panelShows(panel, heading)
    else await until('a person or a reason', () => settled(panel))
    expect(await panel.evaluate(() => 'pwned' in window || 'polluted' in {})).toBe(false)
    expect(await panel.locator('a[href^="javascript:" i], iframe, script:not([src])').count()).toBe(0)
    expect(baton.troubles).toEqual([])
    expect((await panel.innerText('body')).length).toBeLessThan(100_000)
  })

  test('the panel goes on, and a hostile person can be saved and taken away again as text', async () => {
    const [hostile] = cases
    if (hostile?.heading === undefined || hostile.heading === null)
      throw new Error('the first case has a heading')
    await baton.page.goto(hostile.url)
    await panelShows(panel, hostile.heading)
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    const saved = await until('the saved person', async () => (await records(panel, 'contact')).at(0))
    expect(saved.name.value).toBe(hostile.heading)
    await baton.page.goto(firstUrl())
    await panelShows(panel, PRACTICE_PEOPLE[0]?.name ?? '')
    expect(baton.troubles).toEqual([])
  })
})

/** The panel has left the skeleton: it shows a heading that is not its own «reading» one, and is not busy. */
async function settled(page: Page): Promise<boolean> {
  return (
    (await page.locator('main[aria-busy="true"]').count()) === 0 &&
    (await page.getByRole('heading').count()) > 0
  )
}

function firstUrl(): string {
  const [first] = PRACTICE_PEOPLE
  if (first === undefined) throw new Error('the practice range is empty')
  return linkedinUrlOf(first)
}
