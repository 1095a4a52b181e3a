import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { CASES, MORE_CASES } from './support/cases.ts'
import { documentOf, FIXTURES } from './support/dom.ts'

/**
 * Writes every own page and, beside it, what the readers make of it: `node tests/readers/write-fixtures.ts`.
 * Look at the difference before committing it: the golden files are the truth of the test, not its echo.
 */
mkdirSync(FIXTURES, { recursive: true })
for (const file of readdirSync(FIXTURES)) rmSync(new URL(file, FIXTURES))
for (const { name, url, html } of [...CASES, ...MORE_CASES]) {
  const page = `<!--{"url":${JSON.stringify(url)}}-->${html}\n`
  writeFileSync(new URL(`${name}.html`, FIXTURES), page)
  const golden = readAnyPage(documentOf(page, url), url)
  writeFileSync(new URL(`${name}.json`, FIXTURES), `${JSON.stringify(golden, null, 2)}\n`)
}
