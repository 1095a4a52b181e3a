import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { companyRead, detailsRead, peopleRead, readResult } from '#lib/domain/capture.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { readPage } from '#lib/readers/read-page.ts'
import { CASES, MORE_CASES } from './support/cases.ts'
import { documentOf, FIXTURES } from './support/dom.ts'

const pages = readdirSync(FIXTURES).filter((file) => file.endsWith('.html'))

function addressOf(html: string): string {
  const comment = /^<!--(\{.*?\})-->/.exec(html)?.[1] ?? ''
  return z.parse(z.object({ url: z.string() }), JSON.parse(comment)).url
}

describe('own pages', () => {
  test('every case has its page and every page its case', () => {
    expect(pages.map((file) => file.replace('.html', ''))).toEqual(
      [...CASES, ...MORE_CASES].map(({ name }) => name).sort(),
    )
  })

  test.each(pages)('%s reads as its golden file says', (file) => {
    const html = readFileSync(new URL(file, FIXTURES), 'utf8')
    const golden = new URL(file.replace('.html', '.json'), FIXTURES)
    expect(existsSync(golden), 'a page without a golden file proves nothing').toBe(true)
    const url = addressOf(html)
    const result = readAnyPage(documentOf(html, url), url)
    expect(result).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
    const schemas = [readResult, detailsRead, peopleRead, companyRead]
    expect(schemas.some((schema) => schema.safeParse(result).success)).toBe(true)
  })

  test.each(CASES.filter(({ person }) => person !== null))(
    '$name says nothing but the truth of its person',
    ({ html, url, person }) => {
      const result = readPage(documentOf(html, url), url)
      if (result.kind !== 'person' || !person) throw new Error('no person was read')
      const { fields } = result
      expect(fields.name?.value).toBe(person.name)
      expect(fields.slug?.value).toBe(person.slug)
      expect(fields.location?.value).toBe(person.location)
      expect(fields.currentCompany?.value).toBe(person.company)
      expect(fields.school?.value).toBe(person.school)
      expect(fields.headline?.value ?? person.headline).toBe(person.headline)
      expect(fields.firstName?.value).toBe(person.first)
      expect(fields.lastName?.value ?? '').toBe(person.last)
      expect(result.proof.slugs).toContain(person.slug)
    },
  )
})
