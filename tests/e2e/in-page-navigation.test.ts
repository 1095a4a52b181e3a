import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PRACTICE_PEOPLE } from '#lib/practice/people.ts'
import { linkedinUrlOf, type PracticePerson } from '#lib/practice/person.ts'
import { startBaton, until } from '#tests/support/browser.ts'
import { panelShows } from '#tests/support/panel.ts'

const DELAY_MS = 3_000
const people = PRACTICE_PEOPLE.filter((person) => person.layout === 'sdui')
const mustFind = (slug: string): PracticePerson => {
  const person = people.find((one) => one.slug === slug)
  if (person === undefined) throw new Error(`no practice person ${slug}`)
  return person
}

test('while the address is new and the page is still the old one, no wrong or mixed person is shown', async () => {
  const baton = await startBaton({ practice: { inPageDelayMs: DELAY_MS } })
  const [robin, annegret] = [mustFind('robin-practice'), mustFind('annegret-musterfrau-practice')]
  try {
    await baton.page.goto(linkedinUrlOf(robin))
    const panel = await baton.panel(baton.page)
    await panelShows(panel, robin.name)
    await watchText(panel)
    const link = baton.page.getByRole('complementary').getByRole('link', { name: annegret.name })
    await link.click()
    await baton.page.waitForURL(linkedinUrlOf(annegret))
    const changedAt = Date.now()
    await panelShows(panel, annegret.name)
    expect(Date.now() - changedAt).toBeGreaterThan(DELAY_MS - 500)

    const seen = await panel.evaluate(() => (window as unknown as { samples: Sample[] }).samples)
    const late = seen.filter((sample) => sample.at > changedAt + 300)
    expect(late.length).toBeGreaterThan(30)
    for (const { text } of late) {
      expect(showsValueOf(text, robin), text).toBe(false)
    }
    const bare = await baton.page.evaluate(() => document.title)
    expect(bare).toContain(annegret.name)
    expect(baton.troubles).toEqual([])
  } finally {
    await baton.end()
  }
})

test('going on three times quickly shows only the last person, and the way back works too', async () => {
  const baton = await startBaton({ practice: { inPageDelayMs: 400 } })
  const [robin, kari, tilde] = [
    mustFind('robin-practice'),
    mustFind('kari-nordmann-practice'),
    mustFind('tilde-practice'),
  ]
  try {
    await baton.page.goto(linkedinUrlOf(robin))
    const panel = await baton.panel(baton.page)
    await panelShows(panel, robin.name)
    await watchText(panel)
    for (const next of [kari, tilde]) {
      await baton.page.getByRole('complementary').getByRole('link', { name: next.headline }).click()
    }
    await panelShows(panel, tilde.name)
    await until('only the last person', async () => !showsValueOf(await panel.innerText('body'), kari))
    await baton.page.goBack()
    await panelShows(panel, kari.name)
    await until('only the one gone back to', async () => !showsValueOf(await panel.innerText('body'), tilde))
    expect(baton.troubles).toEqual([])
  } finally {
    await baton.end()
  }
})

interface Sample {
  at: number
  text: string
}

/** Keeps the panel's whole text at every frame. */
async function watchText(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    const seen: { at: number; text: string }[] = []
    Object.assign(window, { samples: seen })
    const look = () => {
      seen.push({ at: Date.now(), text: document.body.innerText })
      requestAnimationFrame(look)
    }
    look()
  })
}

function showsValueOf(text: string, person: PracticePerson): boolean {
  const values = [person.name, person.headline, person.company, person.location, person.slug]
  return values.some((value) => value !== null && text.includes(value))
}
