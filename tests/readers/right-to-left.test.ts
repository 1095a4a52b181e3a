import { describe, expect, test } from 'vitest'
import type { PersonField } from '#lib/domain/capture.ts'
import { readPage } from '#lib/readers/read-page.ts'
import { mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { emberHtml } from './support/ember-html.ts'
import { guestHtml } from './support/guest-html.ts'
import { idOf, profileUrl, type Invented } from './support/invented.ts'
import { sduiHtml } from './support/sdui-html.ts'

const LAYOUTS: readonly [name: string, build: (person: Invented) => string][] = [
  ['today’s', (person) => sduiHtml(person)],
  ['older', (person) => emberHtml(person)],
  ['public', (person) => guestHtml(person)],
]

const MARKS: readonly [name: string, around: (text: string) => string][] = [
  ['marks', (text) => `\u200f${text}\u200e`],
  ['embeddings', (text) => `\u202b${text}\u202c`],
  ['isolates', (text) => `\u2067${text}\u2069`],
]

/** Every text and label between its marks, as a page in such a script writes them; the page itself runs from the right. */
function marked(html: string, url: string, around: (text: string) => string): Document {
  const doc = documentOf(html, url)
  doc.documentElement.dir = 'rtl'
  const walker = doc.createTreeWalker(doc.body, 4)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const isText = !/^(?:SCRIPT|CODE|STYLE)$/.test(node.parentElement?.nodeName ?? '')
    const text = node.nodeValue ?? ''
    if (isText && text.trim() !== '') node.nodeValue = text.replace(text.trim(), around)
  }
  for (const el of doc.querySelectorAll('[aria-label]'))
    el.setAttribute('aria-label', around(el.getAttribute('aria-label') ?? ''))
  return doc
}

const valuesOf = (doc: Document, url: string): Partial<Record<PersonField, string>> => {
  const result = readPage(doc, url)
  if (result.kind !== 'person') throw new Error(result.kind)
  return Object.fromEntries(Object.entries(result.fields).map(([key, field]) => [key, field?.value]))
}

const cases = LAYOUTS.flatMap(([layout, build]) =>
  ['layla', 'noa'].map(mustGetPerson).map((person) => ({ layout, build, person, slug: person.slug })),
)

describe.each(cases)('a profile from right to left, $layout, $slug', ({ layout, build, person }) => {
  const url = profileUrl(person)

  test('is read to the letter', () => {
    expect(valuesOf(documentOf(build(person), url), url)).toMatchObject({
      name: person.name,
      firstName: person.first,
      lastName: person.last,
      headline: person.headline,
      location: person.location,
      currentCompany: person.company,
      school: person.school,
      slug: person.slug,
      ...(layout !== 'public' && { memberId: idOf(person) }),
    })
  })

  test.each(MARKS)('%s of direction around every text change nothing', (_name, around) => {
    const plain = valuesOf(documentOf(build(person), url), url)
    expect(valuesOf(marked(build(person), url, around), url)).toEqual(plain)
  })
})
