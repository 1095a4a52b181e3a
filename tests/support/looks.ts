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

/** Pixels by which the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}

/** What axe finds, each with the element; frames of others are not Baton's. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** Pictures, no sideways scrolling and nothing for axe, at both narrow widths of the panel and in both themes. */
export async function looked(panel: Page, name: string): Promise<void> {
  await panel.waitForTimeout(250)
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of [320, 360]) {
      await panel.setViewportSize({ width, height: 760 })
      expect(await overflow(panel), `${name} at ${width}`).toBe(0)
      await picture(panel, `${name}-${width}-${colorScheme}`)
    }
    expect(await findings(panel), `${name}, ${colorScheme}`).toEqual([])
  }
}
