import { expect, test } from 'vitest'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { documentOf } from './support/dom.ts'
import { poisonPage, wrongIn } from './support/poison.ts'

/** The first pages of the campaign; in Chromium, with times, and ten thousand of them: `npm run soak poison`. */
const FIRST = Number(process.env['BATON_SEED'] ?? 1)
const PAGES = 60

test(`poison: of ${PAGES} hostile pages none throws, tells of the wrong person, or is changed`, () => {
  const kinds = new Map<string, number>()
  const faults: string[] = []
  for (let seed = FIRST; seed < FIRST + PAGES; seed += 1) {
    const page = poisonPage(seed)
    const doc = documentOf(page.html, page.url)
    const before = doc.documentElement.outerHTML
    const result = readAnyPage(doc, page.url)
    kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1)
    for (const fault of wrongIn(page, result)) faults.push(`${seed} (${page.name}): ${fault}`)
    if (doc.documentElement.outerHTML !== before) faults.push(`${seed} (${page.name}): the page was changed`)
    doc.defaultView?.close()
  }
  console.info(
    `poison: ${PAGES} pages, ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}, ${faults.length} wrong`,
  )
  expect(faults).toEqual([])
}, 120_000)
