import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonField, ReadResult } from '#lib/domain/capture.ts'
import { readPage } from '#lib/readers/read-page.ts'
import { CASES, mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { emberHtml } from './support/ember-html.ts'
import { guestHtml } from './support/guest-html.ts'
import { profileUrl, STRANGER, type Invented } from './support/invented.ts'
import { sduiHtml } from './support/sdui-html.ts'

const maren = mustGetPerson('maren')
const people = ['maren', 'jonas', 'aiko', 'layla', 'etienne', 'noa', 'deniz'].map(mustGetPerson)

/** Latin, Japanese, Arabic: enough for what is tried many times over. */
const FEW = ['maren', 'aiko', 'layla'].map((key) => mustGetPerson(key).slug)

const GENERATIONS: Readonly<Record<string, (person: Invented) => string>> = {
  sdui: (person) => sduiHtml(person),
  'ember-hashed': (person) => emberHtml(person),
  'ember-artdeco': (person) => emberHtml(person, { generation: 'artdeco-2022' }),
  guest: (person) => guestHtml(person),
}
const pages = Object.entries(GENERATIONS).flatMap(([generation, build]) =>
  people.map((person) => ({ generation, person, html: build(person), url: profileUrl(person) })),
)

const few = pages.filter(({ person }) => FEW.includes(person.slug))

function valuesOf(result: ReadResult): Partial<Record<PersonField, string>> {
  if (result.kind !== 'person') return {}
  return Object.fromEntries(Object.entries(result.fields).map(([key, field]) => [key, field?.value]))
}

/** No value may belong to anybody but the person, whatever else is missing. */
function expectNothingWrong(result: ReadResult, person: Invented, generation: string): void {
  const values = valuesOf(result)
  const truth: Partial<Record<PersonField, string | undefined>> = {
    name: person.name,
    headline: person.headline,
    location: person.location,
    currentCompany: person.company,
    school: person.school,
    slug: person.slug,
    firstName: person.first,
    lastName: person.last,
  }
  for (const [field, expected] of Object.entries(truth)) {
    const value = values[field as PersonField] // keys of `truth` are fields
    if (value !== undefined) expect(value, `${generation} ${field}`).toBe(expected)
  }
}

describe('class shuffle', () => {
  test.each(few)('$generation $person.slug loses no field', ({ html, url }) => {
    const before = readPage(documentOf(html, url), url)
    let n = 0
    const shuffled = html
      .replace(/class="[^"]*"/g, () => `class="z${(n * 7919) % 1000}${n++}"`)
      .replace(/<(div|span|p)>/g, '<$1 class="topcard name">')
    expect(readPage(documentOf(shuffled, url), url)).toEqual(before)
  })
})

describe('purity', () => {
  test.each(CASES)('$name is the same document after the read', ({ html, url }) => {
    const doc = documentOf(html, url)
    const before = doc.documentElement.outerHTML
    const seen: MutationRecord[] = []
    const view = doc.defaultView
    if (!view) throw new Error('no window')
    const observer = new view.MutationObserver((records) => seen.push(...records))
    observer.observe(doc, { attributes: true, characterData: true, childList: true, subtree: true })
    readPage(doc, url)
    seen.push(...observer.takeRecords())
    observer.disconnect()
    expect(seen).toEqual([])
    expect(doc.documentElement.outerHTML).toBe(before)
  })
})

describe('hook loss', () => {
  const families: readonly [name: string, strip: (html: string) => string][] = [
    ['componentkey', (html) => html.replace(/ componentkey="[^"]*"/g, '')],
    ['data-view-name', (html) => html.replace(/ data-view-name="[^"]*"/g, '')],
    ['data-sdui-screen', (html) => html.replace(/ data-sdui-screen="[^"]*"/g, '')],
    ['data-testid', (html) => html.replace(/ data-testid="[^"]*"/g, '')],
    ['member number', (html) => html.replace(/ data-member-id="[^"]*"/g, '')],
    ['roles', (html) => html.replace(/ role="[^"]*"/g, '')],
    ['title', (html) => html.replace(/<title>.*?<\/title>/gs, '')],
    ['meta', (html) => html.replace(/<meta property[^>]*>/g, '')],
    ['JSON', (html) => html.replace(/<code .*?<\/code>/gs, '').replace(/<script .*?<\/script>/gs, '')],
    ['labels', (html) => html.replace(/ aria-label="[^"]*"/g, '')],
    ['icons', (html) => html.replace(/<svg.*?<\/svg>/gs, '')],
    ['profile links', (html) => html.replace(/href="[^"]*\/in\/[^"]*"/g, 'href="#"')],
  ]
  test.each(families)('without %s name and slug stay, and nothing is wrong', (family, strip) => {
    for (const { generation, person, html, url } of few) {
      const result = readPage(documentOf(strip(html), url), url)
      expect(valuesOf(result).name, `${generation} ${family}`).toBe(person.name)
      expect(valuesOf(result).slug).toBe(person.slug)
      expectNothingWrong(result, person, generation)
    }
  })
})

describe('wrapper shift', () => {
  test('random extra divs around nodes bring no wrong value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        ({ generation, person, html, url }, dice) => {
          const wrapped = html.replace(/<(p|h2|span)((?: [^>]*)?)>([^<]*)<\/\1>/g, (whole: string) =>
            dice.next().value === 0 ? `<div><div>${whole}</div></div>` : whole,
          )
          expectNothingWrong(readPage(documentOf(wrapped, url), url), person, generation)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('a side column drawn before the profile takes nothing over', () => {
    for (const { generation, person, html, url } of few) {
      const aside = /<aside>.*?<\/aside>/s.exec(html)?.[0] ?? ''
      const swapped = html.replace(aside, '').replace(/<main/, `${aside}<main`)
      const result = readPage(documentOf(swapped, url), url)
      expect(valuesOf(result)).toEqual(valuesOf(readPage(documentOf(html, url), url)))
      expectNothingWrong(result, person, generation)
    }
  })
})

describe('labels of no language', () => {
  test('buttons whose words are in no table leave the pair readable and a single one unsaid', () => {
    const words: [string, string] = ['Qrxl', 'Vbnt']
    const both = readPage(
      documentOf(emberHtml(maren, { buttonWords: words }), profileUrl(maren)),
      profileUrl(maren),
    )
    expect(valuesOf(both)).toMatchObject({ currentCompany: maren.company, school: maren.school })
    const deniz = mustGetPerson('deniz')
    const bare = emberHtml(deniz, { buttonWords: words, without: ['sections'] })
    const one = readPage(documentOf(bare, profileUrl(deniz)), profileUrl(deniz))
    expect(valuesOf(one).currentCompany).toBeUndefined()
    expect(valuesOf(one).school).toBeUndefined()
  })
})

describe('in-page navigation', () => {
  const jonas = mustGetPerson('jonas')

  test.each([
    ['sdui', sduiHtml(maren)],
    ['ember', emberHtml(maren)],
    ['ember with stale data of the new address', emberHtml(maren, { staleJson: jonas })],
  ])('%s: while the address is already the next person’s, the page proves only itself', (_name, html) => {
    const result = readPage(documentOf(html, profileUrl(jonas)), profileUrl(jonas))
    if (result.kind !== 'person') throw new Error('no person was read')
    expect(result.proof.slugs).toEqual([maren.slug])
    const values = Object.entries(valuesOf(result)).filter(([field]) => field !== 'slug')
    for (const [, value] of values)
      expect([jonas.name, jonas.headline, jonas.location, jonas.company]).not.toContain(value)
  })

  test('stale data of another person never wins over the page', () => {
    const html = emberHtml(maren, { staleJson: STRANGER })
    const result = readPage(documentOf(html, profileUrl(maren)), profileUrl(maren))
    expect(JSON.stringify(result)).not.toContain('Stranger')
    expect(valuesOf(result)).toMatchObject({
      name: maren.name,
      headline: maren.headline,
      location: maren.location,
    })
  })

  test('a title that is still the last person’s lowers the confidence and is shown as dissent', () => {
    const html = sduiHtml(maren, { title: jonas.name })
    const result = readPage(documentOf(html, profileUrl(maren)), profileUrl(maren))
    if (result.kind !== 'person') throw new Error('no person was read')
    expect(result.fields.name).toMatchObject({ value: maren.name, confidence: 'likely' })
    expect(result.fields.name?.others).toEqual([{ value: jonas.name, strategy: 'title' }])
  })

  test('the print of the top card is the same for a person and another for the next', () => {
    const print = (html: string, url: string): string | null => {
      const result = readPage(documentOf(html, url), url)
      return result.kind === 'person' ? result.proof.topCard : null
    }
    const first = print(sduiHtml(maren), profileUrl(maren))
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect(print(sduiHtml({ ...maren, degree: '1', headline: 'Changed' }), profileUrl(maren))).toBe(first)
    expect(print(sduiHtml(jonas), profileUrl(maren))).not.toBe(first)
  })

  test('an address that names the member by id is proved by the id', () => {
    const withId = readPage(documentOf(sduiHtml(maren), profileUrl(maren)), profileUrl(maren))
    const id = valuesOf(withId).memberId ?? ''
    const url = `https://www.linkedin.com/in/${id}/`
    const result = readPage(documentOf(sduiHtml(maren), url), url)
    if (result.kind !== 'person') throw new Error('no person was read')
    expect(result.proof.slugs).toContain(id.toLowerCase())
    expect(result.fields.slug?.value).toBe(maren.slug)
  })
})

test('a degree whose parts stand in boxes of their own, and those in boxes, is told once', () => {
  const html = guestHtml(maren).replace(
    /<h4><span>([^<]*)<\/span><\/h4>/g,
    (_all, text: string) => `<h4><span><span>${text}</span></span></h4>`,
  )
  expect(html).toContain('<h4><span><span>')
  const result = readPage(documentOf(html, profileUrl(maren)), profileUrl(maren))
  if (result.kind !== 'person') throw new Error('no person was read')
  expect(result.education?.[0]?.degree).toBe(maren.schools[0]?.degree)
})
