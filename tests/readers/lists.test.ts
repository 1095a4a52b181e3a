import { describe, expect, test } from 'vitest'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { MORE_CASES, mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { idOf, STRANGER } from './support/invented.ts'
import { companyHtml, COMPANY } from './support/more-html.ts'

const people = ['maren', 'jonas', 'layla', 'etienne'].map(mustGetPerson)

const read = (name: string): ReturnType<typeof readAnyPage> => {
  const found = MORE_CASES.find((one) => one.name.startsWith(name))
  if (!found) throw new Error(`no page ${name}`)
  return readAnyPage(documentOf(found.html, found.url), found.url)
}

describe('lists of people', () => {
  test.each([
    ['linkedin-sdui-people-search', true, true],
    ['linkedin-ember-people-search', true, true],
    ['linkedin-sdui-connections', true, false],
    ['linkedin-sdui-viewers', true, false],
    ['linkedin-sales-people-search', false, true],
  ])('%s: everybody once, in order, and nobody else', (name, hasSlug, hasPlace) => {
    const result = read(name)
    if (result.kind !== 'people') throw new Error(result.kind)
    const rows = result.rows.filter((row) => !row.anonymous)
    expect(rows.map((row) => row.name)).toEqual(people.map((person) => person.name))
    expect(rows.map((row) => row.memberId)).toEqual(people.map(idOf))
    expect(rows.map((row) => row.slug)).toEqual(people.map((person) => (hasSlug ? person.slug : null)))
    expect(rows.map((row) => row.location)).toEqual(
      people.map((person) => (hasPlace ? person.location : null)),
    )
    expect(JSON.stringify(result)).not.toContain(STRANGER.name)
  })

  test('hidden people are marked and carry no id, and a summary is nobody', () => {
    for (const name of ['linkedin-ember-people-search', 'linkedin-sdui-viewers']) {
      const result = read(name)
      if (result.kind !== 'people') throw new Error(result.kind)
      const hidden = result.rows.filter((row) => row.anonymous)
      expect(hidden).toHaveLength(1)
      expect(hidden[0]).toMatchObject({ name: null, slug: null, memberId: null })
    }
  })
})

describe('companies', () => {
  test('the home tab gives industry, place, size and site without its data too, and nothing of the similar company', () => {
    const url = `https://www.linkedin.com/company/${COMPANY.slug}/`
    for (const json of [true, false]) {
      const result = readAnyPage(documentOf(companyHtml({ json }), url), url)
      if (result.kind !== 'company') throw new Error(result.kind)
      const values = Object.fromEntries(
        Object.entries(result.fields).map(([key, field]) => [key, field?.value]),
      )
      expect(values).toMatchObject({
        name: COMPANY.name,
        slug: COMPANY.slug,
        linkedinId: COMPANY.id,
        industry: COMPANY.industry,
        headquarters: COMPANY.place,
        sizeText: COMPANY.size,
        website: COMPANY.website,
      })
      expect(JSON.stringify(result)).not.toMatch(/rival|signup/i)
    }
  })
})

describe('the contact dialog', () => {
  test('tells mails, phones and sites apart from dates, in any language', () => {
    expect(read('linkedin-contact-overlay--maren')).toMatchObject({
      kind: 'details',
      page: 'contact',
      contact: {
        emails: ['maren@tidewheel.example'],
        phones: ['+47 55 01 02 03'],
        websites: ['https://tidewheel.example/', 'http://boats.example'],
      },
    })
  })

  test('is not taken for the next person when it is still the last one’s', () => {
    expect(read('linkedin-contact-overlay--of-somebody-else').kind).not.toBe('details')
  })
})
