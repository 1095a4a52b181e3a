import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** How a screen looks: for people in pictures, for tests in what overflows and what axe finds. */

const shots = fileURLToPath(new URL('../../.output/shots', import.meta.url))

/** A picture of the screen as it stands. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** Pixels by which something is wider than the window, or than the part of the page that cuts it off. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('main, [role="dialog"]')]
    const hidden = parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    return Math.max(0, document.documentElement.scrollWidth - window.innerWidth, ...hidden)
  })
}

/** What axe finds, each with the element; frames of others are not Baton's. `rules`: all of them, unless named. */
export async function findings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('iframe')
    .options({ resultTypes: ['violations'], preload: false })
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** The screen as it stands in both themes: `look` in each, nothing for axe. Dark, only the colours are others. */
export async function inBothThemes(
  page: Page,
  name: string,
  look: (scheme: 'light' | 'dark') => Promise<void>,
): Promise<void> {
  await page.waitForTimeout(250) // what fades in has its colours
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await look(colorScheme)
    const rules = colorScheme === 'light' ? [] : ['color-contrast']
    expect(await findings(page, rules), `${name}, ${colorScheme}`).toEqual([])
  }
}

/** No sideways scrolling at the widths of the panel; a picture at the last one. */
async function narrow(panel: Page, name: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await panel.setViewportSize({ width, height: 760 })
    expect(await overflow(panel), `${name} at ${width}`).toBe(0)
  }
  await picture(panel, name)
}

/** A screen of the panel: narrow and in both themes, with pictures and nothing for axe. */
export async function looked(panel: Page, name: string): Promise<void> {
  await inBothThemes(panel, name, (scheme) => narrow(panel, `${name}-${scheme}`, [320, 420, 360]))
}
