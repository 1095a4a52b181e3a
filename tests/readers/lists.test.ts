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
    ['linkedin-company-people', true, false],
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

  test('a link whose address cannot be decoded names nobody', () => {
    const found = MORE_CASES.find(({ name }) => name.startsWith('linkedin-sdui-viewers'))
    if (!found) throw new Error('no page')
    const html = found.html.replaceAll(`/in/${people[0]?.slug ?? ''}/`, '/in/%E0%A4%A')
    expect(html).not.toBe(found.html)
    const result = readAnyPage(documentOf(html, found.url), found.url)
    if (result.kind !== 'people') throw new Error(result.kind)
    expect(result.rows.filter((row) => !row.anonymous).map((row) => row.slug)).toEqual(
      people.slice(1).map((person) => person.slug),
    )
  })

  test('hidden people are marked and carry no id, and a summary is nobody', () => {
    for (const [name, count] of [
      ['linkedin-ember-people-search', 1],
      ['linkedin-sdui-viewers', 1],
      ['linkedin-company-people', 2],
    ] as const) {
      const result = read(name)
      if (result.kind !== 'people') throw new Error(result.kind)
      const hidden = result.rows.filter((row) => row.anonymous)
      expect(hidden).toHaveLength(count)
      for (const row of hidden) expect(row).toMatchObject({ name: null, slug: null, memberId: null })
    }
  })
})

describe('the people of a company', () => {
  test('headline and degree stand beside the name, and the list says nothing of places', () => {
    const result = read('linkedin-company-people')
    if (result.kind !== 'people') throw new Error(result.kind)
    expect(result).toMatchObject({ list: 'connections', marked: true })
    const rows = result.rows.filter((row) => !row.anonymous)
    expect(rows.map((row) => row.headline)).toEqual(people.map((person) => person.headline))
    expect(rows.map((row) => row.degree)).toEqual(['2nd', '3rd', '2nd', '2nd'])
    expect(result.rows.filter((row) => row.anonymous).map((row) => row.headline)).toEqual([
      'Chief of Something',
      null,
    ])
  })

  test('the same cards at another address are no list', () => {
    const found = MORE_CASES.find(({ name }) => name.startsWith('linkedin-company-people'))
    const url = 'https://www.linkedin.com/company/tidewheel/posts/'
    expect(readAnyPage(documentOf(found?.html ?? '', url), url).kind).not.toBe('people')
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

describe('companies in today’s markup', () => {
  const values = (tab: string): Record<string, string | undefined> => {
    const result = read(`linkedin-sdui-company--${tab}`)
    if (result.kind !== 'company') throw new Error(result.kind)
    expect(result.generation).toBe('sdui')
    return Object.fromEntries(Object.entries(result.fields).map(([key, field]) => [key, field?.value]))
  }
  const card = {
    name: COMPANY.name,
    slug: COMPANY.slug,
    linkedinId: COMPANY.id,
    industry: COMPANY.industry,
    headquarters: COMPANY.place,
    sizeText: COMPANY.size,
  }

  test('the home tab tells what its top card tells, and nothing of the posts below it', () => {
    expect(values('home')).toEqual(card)
  })

  test('a page that has lost its heading has no name in the next one', () => {
    const found = MORE_CASES.find(({ name }) => name.startsWith('linkedin-sdui-company--about'))
    const html = found?.html.replace(`<h2>${COMPANY.name}</h2>`, '') ?? ''
    expect(JSON.stringify(readAnyPage(documentOf(html, found?.url ?? ''), found?.url ?? ''))).not.toContain(
      'Overview',
    )
  })

  const told = {
    ...card,
    website: COMPANY.website,
    founded: '2012',
    description: 'Wheels that turn with the tide.\n\nSince 2012.',
  }
  const about = (type: string, specialities: string): ReturnType<typeof readAnyPage> => {
    const found = MORE_CASES.find(({ name }) => name.startsWith('linkedin-sdui-company--about'))
    const html = found?.html
      .replace('<p>Type</p>', `<p>${type}</p>`)
      .replace('<p>Specialties</p>', `<p>${specialities}</p>`)
    return readAnyPage(documentOf(html ?? '', found?.url ?? ''), found?.url ?? '')
  }

  test('the about tab adds what its shape, its place or a known label tells apart', () => {
    expect(values('about')).toEqual({
      ...told,
      type: 'Privately Held',
      specialities: 'Tides\nWheels\nNumbers',
    })
  })

  test.each([
    ['Art', 'Spezialgebiete'], ['Type', 'Domaines'], ['Tipo', 'Especialidades'], ['Tipo', 'Especializações'],
    ['Tipo', 'Settori di competenza'], ['Type', 'Specialismen'], ['Type', 'Spesialiteter'], ['Typ', 'Specialiteter'],
    ['Type', 'Specialer'], ['Tyyppi', 'Erikoisalat'], ['Rodzaj', 'Specjalizacje'], ['Тип', 'Специализация'],
    ['Tür', 'Uzmanlık Alanları'], ['类型', '领域'], ['類型', '專長'], ['種類', '専門分野'], ['유형', '전문 분야'],
    ['النوع', 'التخصصات'], ['סוג', 'התמחויות'],
  ])('type and specialities under «%s» and «%s»', (type, specialities) => {
    const read = about(type, specialities)
    expect(read.kind === 'company' && [read.fields.type?.value, read.fields.specialities?.value]).toEqual([
      'Privately Held',
      'Tides\nWheels\nNumbers',
    ])
  }) // oxfmt-ignore

  test('under a label of no language both are missing, and nothing else is another', () => {
    const read = about('Qxz', 'Vjk')
    const found = read.kind === 'company' ? Object.entries(read.fields) : []
    expect(Object.fromEntries(found.map(([key, field]) => [key, field?.value]))).toEqual(told)
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
