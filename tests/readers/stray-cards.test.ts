import { expect, test } from 'vitest'
import { readPage } from '#lib/readers/read-page.ts'
import { mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { emberHtml } from './support/ember-html.ts'
import { guestHtml } from './support/guest-html.ts'
import { profileUrl, STRANGER, type Invented } from './support/invented.ts'
import { mobileHtml } from './support/more-html.ts'
import { sduiHtml } from './support/sdui-html.ts'

const LAYOUTS: readonly [name: string, build: (person: Invented) => string][] = [
  ['today’s', (person) => sduiHtml(person)],
  ['older', (person) => emberHtml(person)],
  ['public', (person) => guestHtml(person)],
  ['mobile', mobileHtml],
]

const topCard = (html: string): string => /<main[^>]*>(.*?<\/section>)/s.exec(html)?.[1] ?? ''

const pairs = LAYOUTS.flatMap(([name, build]) =>
  LAYOUTS.slice(0, 2).map(([stray, buildStray]) => ({ name, build, stray, buildStray })),
)

test.each(pairs)(
  'a $name page with somebody else’s $stray top card drawn first tells of nobody else',
  ({ build, buildStray }) => {
    for (const key of ['maren', 'aiko', 'layla', 'widodari']) {
      const person = mustGetPerson(key)
      const card = topCard(buildStray(STRANGER))
      expect(card).toContain(STRANGER.name)
      const html = build(person).replace(/<main[^>]*>/, (tag) => tag + card)
      const url = profileUrl(person)
      const result = readPage(documentOf(html, url), url)
      if (result.kind !== 'person') continue
      // one that names only somebody else is not believed (`lib/domain/reading.ts`), and doubt is shown
      const { fields, proof } = result
      if (proof.slugs.length > 0 && !proof.slugs.includes(person.slug)) continue
      const told = Object.values(fields).filter(({ confidence }) => confidence !== 'guess')
      expect(told.map(({ value }) => value)).not.toContain(STRANGER.name)
      expect(told.map(({ value }) => value)).not.toContain(STRANGER.company)
      expect(told.map(({ value }) => value)).not.toContain(STRANGER.headline)
    }
  },
)
