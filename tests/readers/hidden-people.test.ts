import { describe, expect, test } from 'vitest'
import type { PeopleRead } from '#lib/domain/capture.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { mustGetPerson } from './support/cases.ts'
import { companyPeopleHtml } from './support/company-html.ts'
import { documentOf } from './support/dom.ts'
import { HIDDEN_PEOPLE } from './support/labels.ts'
import { emberSearchHtml, salesSearchHtml, sduiSearchHtml } from './support/more-html.ts'

const maren = mustGetPerson('maren')
const aiko = mustGetPerson('aiko')
const site = 'https://www.linkedin.com'

/** A row of today's results without a profile behind it. */
const hiddenRow = (label: string): string =>
  `<div role="listitem"><div><a href="/search/results/people/headless?origin=OTHER"><figure></figure></a><div><p>${label}</p><p>Chief of Something</p><p>Lisbon</p></div></div></div>`

const LISTS: readonly [name: string, url: string, build: (label: string) => string][] = [
  [
    'today’s results',
    `${site}/search/results/people/?keywords=x`,
    (label) => sduiSearchHtml([maren, aiko]).replace('</main>', `${hiddenRow(label)}</main>`),
  ],
  [
    'older results',
    `${site}/search/results/people/?keywords=x`,
    (label) => emberSearchHtml([maren, aiko]).replace('LinkedIn Member', label),
  ],
  [
    'older results that hide behind a profile’s link',
    `${site}/search/results/people/?keywords=x`,
    (label) => emberSearchHtml([maren, aiko, { ...maren, slug: 'nobody', name: label }]),
  ],
  [
    'the people of a company',
    `${site}/company/tidewheel/people/`,
    (label) => companyPeopleHtml([maren, aiko], label),
  ],
  [
    'Sales Navigator',
    `${site}/sales/search/people`,
    (label) => salesSearchHtml([maren, aiko, { ...maren, slug: 'nobody', number: 7, name: label }]),
  ],
]

function rowsOf(html: string, url: string): PeopleRead['rows'] {
  const result = readAnyPage(documentOf(html, url), url)
  if (result.kind !== 'people') throw new Error(result.kind)
  return result.rows
}

describe.each(LISTS)('people hidden in %s', (_name, url, build) => {
  test.each(HIDDEN_PEOPLE)('%s: «%s» is nobody', (_language, label) => {
    const html = build(label)
    expect(html).toContain(label)
    const rows = rowsOf(html, url)
    expect(rows.filter((row) => !row.anonymous).map((row) => row.name)).toEqual([maren.name, aiko.name])
    const hidden = rows.filter((row) => row.anonymous)
    expect(hidden.length).toBeGreaterThan(0)
    for (const row of hidden) expect(row).toMatchObject({ name: null, slug: null, memberId: null })
  })
})

test('what a hidden person does is kept where the page shows it', () => {
  const [, url, build] = LISTS[0] ?? ['', '', () => '']
  expect(rowsOf(build('LinkedIn Member'), url).at(-1)).toMatchObject({
    anonymous: true,
    headline: 'Chief of Something',
  })
})

test.each(['Linda Linkedin', 'Membre Utilisateur', 'Ana Lima · LinkedIn Coach', 'Medlem Lid'])(
  'a person called %s is not hidden',
  (name) => {
    const rows = rowsOf(sduiSearchHtml([{ ...maren, name }]), `${site}/search/results/people/?keywords=x`)
    expect(rows.map((row) => [row.anonymous, row.slug])).toEqual([[false, maren.slug]])
  },
)
