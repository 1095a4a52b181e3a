import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { PRACTICE_PEOPLE } from '#lib/practice/people.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { practicePageAt } from '#lib/practice/routes.ts'
import { startBaton, startPlain, type Session } from '#tests/support/browser.ts'
import { differences, LYING_SCRIPT, type LieReport } from '#tests/support/lying-page.ts'
import { panelShows } from '#tests/support/panel.ts'

const [person] = PRACTICE_PEOPLE
if (person === undefined) throw new Error('the practice range is empty')
const url = linkedinUrlOf(person)
const lyingPage = (practicePageAt(url) ?? '').replace(
  '<head>',
  `<head><link rel="icon" href="data:,"><script>${LYING_SCRIPT}</script>`,
)
const options = { pages: { [url]: lyingPage }, viewport: { width: 900, height: 800 } }

interface Reports {
  before: LieReport
  after: LieReport
}

describe('a page that lies in wait', () => {
  test('sees no difference between Baton present and absent, before and after a read', async () => {
    const baton = await startBaton(options)
    let present: Reports
    try {
      present = await watched(baton.page, baton.extensionId, async () => {
        const panel = await baton.panel(baton.page)
        await panelShows(panel, person.name)
        await readByWorker(baton, 3)
      })
    } finally {
      await baton.end()
    }
    const plain = await startPlain(options)
    try {
      const absent = await watched(plain.page, baton.extensionId, async () => {
        const other = await plain.page.context().newPage() // The panel of the other run was opened from a tab, too.
        await other.goto('about:blank')
        await other.close()
        await plain.page.bringToFront()
      })
      expect(differences(present.before, absent.before)).toEqual({})
      expect(differences(present.after, absent.after)).toEqual({})
      expect(present.before.globals.length).toBeGreaterThan(500)
      expect(Object.values(present.after.probes).join()).not.toMatch(/fetched|(?:img|script|link) loaded/)
    } finally {
      await plain.close()
    }
  })

  test('finds an attribute, a global, a listener and a message that a planted script leaves', async () => {
    const baton = await startBaton(options)
    try {
      const nothing = await afterPlanting(baton, 'nothing')
      const found: Record<string, string[]> = {}
      for (const name of PLANTS) {
        found[name] = Object.keys(differences(await afterPlanting(baton, name), nothing))
      }
      expect(found.attribute).toEqual(expect.arrayContaining(['mutations', 'document']))
      expect(found.global).toEqual(['globals'])
      expect(found.listener).toEqual(['calls'])
      expect(found.message).toEqual(expect.arrayContaining(['events']))
      expect(found.nothing).toEqual([])
    } finally {
      await baton.end()
    }
  })
})

const PLANTS = ['attribute', 'global', 'listener', 'message', 'nothing'] as const

/** Opens the lying page anew, lets it report, does the act, lets it report again. */
async function watched(page: Page, id: string, act: () => Promise<void>): Promise<Reports> {
  await page.goto(url)
  await page.bringToFront()
  const before = await report(page, id)
  await act()
  return { before, after: await report(page, id) }
}

interface LyingWindow {
  lie: { report(extensionId: string, probes: boolean): Promise<LieReport> }
}

function report(page: Page, id: string, probes = true): Promise<LieReport> {
  // The page defines `lie`; its types are those of `lying-page.ts`.
  return page.evaluate(
    ([extension, probe]) => (window as unknown as LyingWindow).lie.report(extension, probe),
    [id, probes] as const,
  )
}

async function readByWorker(baton: Session, times: number): Promise<void> {
  const worker = await baton.worker()
  for (let time = 0; time < times; time += 1) {
    const kind = await worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: `${address}*` })
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        files: ['/reader.js'],
      })
      return (frame?.result as { seen?: { kind?: string } } | undefined)?.seen?.kind
    }, url)
    expect(kind).toBe('sdui')
  }
}

async function afterPlanting(baton: Session, plant: (typeof PLANTS)[number]): Promise<LieReport> {
  await baton.page.goto(url)
  await inject(baton, plant)
  return report(baton.page, baton.extensionId, false)
}

/** Runs one careless act in the page's own world, as a content script with such a fault would. */
async function inject(baton: Session, plant: (typeof PLANTS)[number]): Promise<void> {
  const worker = await baton.worker()
  await worker.evaluate(
    async ([address, name]) => {
      const plants: Record<string, () => void> = {
        attribute: () => document.documentElement.setAttribute('data-planted', '1'),
        global: () => void Object.assign(globalThis, { planted: 1 }),
        listener: () => document.addEventListener('planted', () => undefined),
        message: () => window.postMessage({ planted: 1 }, '*'),
        nothing: () => undefined,
      }
      const [tab] = await chrome.tabs.query({ url: `${address}*` })
      const func = plants[name]
      if (tab?.id === undefined || func === undefined) throw new Error(`cannot plant ${name}`)
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, world: 'MAIN', func })
    },
    [url, plant] as const,
  )
}
