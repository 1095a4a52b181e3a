import { describe, expect, test } from 'vitest'
import type { PersonField } from '#lib/domain/capture.ts'
import { isSame, isSameName, settle, type Ways } from '#lib/readers/evidence.ts'
import { EMBER_WAYS } from '#lib/readers/linkedin/ember-profile.ts'
import { emberPage } from '#lib/readers/linkedin/ember-page.ts'
import { guestPage } from '#lib/readers/linkedin/guest-page.ts'
import { GUEST_WAYS } from '#lib/readers/linkedin/guest-profile.ts'
import { SDUI_WAYS } from '#lib/readers/linkedin/sdui-profile.ts'
import { sduiPage } from '#lib/readers/linkedin/sdui-page.ts'
import { documentOf } from './support/dom.ts'
import { emberHtml } from './support/ember-html.ts'
import { guestHtml } from './support/guest-html.ts'
import { idOf, PEOPLE, profileUrl, type Invented } from './support/invented.ts'
import { sduiHtml } from './support/sdui-html.ts'

/** What each field truly is; a way may give nothing, and never anything else. */
function truthOf(person: Invented, field: PersonField): (string | undefined)[] {
  const truths: Partial<Record<PersonField, (string | undefined)[]>> = {
    name: [person.name],
    headline: [person.headline],
    location: [person.location],
    currentCompany: [person.company],
    school: [person.school],
    slug: [person.slug],
    memberId: [idOf(person), String(person.number)],
    pronouns: [person.pronouns],
    followers: ['1,204', '1.204'],
    connections: ['500+'],
    companyLinkId: [person.jobs[0]?.companyId],
    about: [person.about],
    connectionDegree: [{ '1': '1st', '2': '2nd', '3': '3rd', self: 'self', none: undefined }[person.degree]],
  }
  return truths[field] ?? []
}

type Tried = { generation: string; field: PersonField; strategy: string; gave: number; wrong: string[] }

/** Runs each way alone over the pages of one generation. */
function tryAll<Page>(
  generation: string,
  ways: Ways<Page>,
  pages: readonly { page: Page | null; person: Invented }[],
): Tried[] {
  const tried: Tried[] = []
  for (const [field, list] of Object.entries(ways) as [PersonField, NonNullable<Ways<Page>[PersonField]>][]) {
    // keys are fields
    for (const way of list) {
      const result: Tried = { generation, field, strategy: way[0], gave: 0, wrong: [] }
      for (const { page, person } of pages) {
        if (!page) throw new Error(`${generation} page of ${person.slug} was not recognised`)
        const truth = truthOf(person, field)
        const alone = settle([way], page, 10_000, true)?.value
        // ways that only confirm are handed the true value and must give it back or nothing
        const confirmed = way[1](page, truth[0] ?? null) ?? ''
        for (const value of [alone, confirmed.trim() || undefined]) {
          if (value === undefined) continue
          if (
            truth.some(
              (true_) => true_ !== undefined && (field === 'name' ? isSameName : isSame)(value, true_),
            )
          )
            result.gave++
          else result.wrong.push(`${person.slug}: ${value}`)
        }
      }
      tried.push(result)
    }
  }
  return tried
}

const people = ['maren', 'jonas', 'aiko', 'layla', 'etienne', 'noa', 'deniz'].flatMap(
  (key) => PEOPLE[key] ?? [],
)
const at = (person: Invented): URL => new URL(profileUrl(person))

const all = [
  ...tryAll('sdui', SDUI_WAYS, [
    ...people.map((person) => ({
      person,
      page: sduiPage(documentOf(sduiHtml(person), profileUrl(person)), at(person)),
    })),
    ...people.slice(6).map((person) => ({
      person,
      page: sduiPage(documentOf(sduiHtml(person, { without: ['icons'] }), profileUrl(person)), at(person)),
    })),
  ]),
  ...tryAll('ember', EMBER_WAYS, [
    ...people.map((person) => ({
      person,
      page: emberPage(documentOf(emberHtml(person), profileUrl(person)), at(person)),
    })),
    ...people.map((person) => ({
      person,
      page: emberPage(
        documentOf(emberHtml(person, { generation: 'artdeco-2022' }), profileUrl(person)),
        at(person),
      ),
    })),
  ]),
  ...tryAll(
    'guest',
    GUEST_WAYS,
    people.map((person) => ({
      person,
      page: guestPage(documentOf(guestHtml(person), profileUrl(person)), at(person)),
    })),
  ),
]

describe('every way alone', () => {
  test.each(all)('$generation $field by $strategy gives the truth', ({ gave, wrong }) => {
    expect(wrong).toEqual([])
    expect(gave).toBeGreaterThan(0)
  })

  test.each(['sdui', 'ember', 'guest'])(
    '%s has three ways at least for what identifies a person',
    (generation) => {
      for (const field of ['name', 'headline', 'location', 'currentCompany', 'slug'] as const) {
        const ways = all.filter((tried) => tried.generation === generation && tried.field === field)
        expect(ways.length, field).toBeGreaterThanOrEqual(3)
      }
    },
  )
})
