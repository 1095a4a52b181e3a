import type { Page } from 'playwright-core'

/** Waits until the panel's heading names this person. */
export async function panelShows(panel: Page, name: string, timeout = 15_000): Promise<void> {
  await panel.getByRole('heading', { name }).first().waitFor({ timeout })
}
