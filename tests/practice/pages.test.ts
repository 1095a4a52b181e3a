import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { pageRead } from '#lib/domain/capture.ts'
import { PRACTICE_PEOPLE, practicePersonBySlug } from '#lib/practice/people.ts'
import { linkedinUrlOf, memberIdOf } from '#lib/practice/person.ts'
import {
  composeOf,
  hashFor,
  OTHER_PAGES,
  practicePageAt,
  practiceResponse,
  practiceUrlFor,
  standsFor,
} from '#lib/practice/routes.ts'
import { guestPage } from '#lib/practice/guest-page.ts'
import { contactPage, experiencePage } from '#lib/practice/later-pages.ts'
import { profilePage } from '#lib/practice/profile-page.ts'
import { PRACTICE_THREAD_URL, threadPeople } from '#lib/practice/thread-page.ts'
import { COMPANY } from '#lib/practice/company-page.ts'
import { LISTED_ROWS } from '#lib/practice/listed.ts'
import { PRACTICE_SEARCH_URL, searchPage } from '#lib/practice/search-page.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'

function read(url: string) {
  const page = practicePageAt(url)
  if (page === null) throw new Error(`no practice page for ${url}`)
  const { document } = new JSDOM(page, { url }).window
  return pageRead.parse({ url, loadedAt: url, result: readAnyPage(document, url) }).result
}

describe('the readers read each practice page as the person it was built from', () => {
  test.each(PRACTICE_PEOPLE)('$name, $layout', (person) => {
    const result = read(linkedinUrlOf(person))
    if (result.kind !== 'person') throw new Error(`read as ${result.kind}`)
    const value = (name: keyof typeof result.fields) => result.fields[name]?.value ?? null
    expect({
      name: value('name'),
      headline: value('headline'),
      company: value('currentCompany'),
      location: value('location'),
      school: value('school'),
      slug: value('slug'),
      about: value('about'),
    }).toEqual({
      name: person.name,
      headline: person.headline,
      company: person.company,
      location: person.location,
      school: person.school,
      slug: person.slug,
      about: person.about,
    })
    // A headline is free text: its title is read only where the form leaves no doubt.
    expect([person.title, null]).toContain(value('currentTitle'))
    if (person.headline.includes(` at ${person.company}`)) expect(value('currentTitle')).toBe(person.title)
    expect(value('memberId')).toBe(
      person.layout === 'sdui' ? memberIdOf(person) : String(person.memberNumber),
    )
    expect(result.proof.slugs).toContain(person.slug)
  })

  test('the mail thread gives its two prospects and neither the rep nor anybody quoted', () => {
    const result = read(PRACTICE_THREAD_URL)
    if (result.kind !== 'thread') throw new Error(`read as ${result.kind}`)
    expect(result.participants.map(({ name, address }) => [name, address])).toEqual(
      threadPeople().map(({ name, email }) => [name, email]),
    )
  })

  test('the search gives its rows, and nobody from mutual connections and side lists', () => {
    const result = read(PRACTICE_SEARCH_URL)
    if (result.kind !== 'people') throw new Error(`read as ${result.kind}`)
    expect(result.marked).toBe(true)
    expect(result.rows).toEqual(
      LISTED_ROWS.map((row) => ({ ...row, slug: row.slug.toLowerCase(), anonymous: false })),
    )
  })

  test('the company gives its facts', () => {
    const result = read(pageNamed('company'))
    if (result.kind !== 'company') throw new Error(`read as ${result.kind}`)
    const { name, slug, industry, place, size, site, about } = COMPANY
    const values = Object.fromEntries(
      Object.entries(result.fields).map(([field, found]) => [field, found?.value]),
    )
    expect(values).toMatchObject({
      name,
      slug,
      industry,
      headquarters: place,
      sizeText: size,
      website: site,
      founded: '1998',
      description: about,
    })
  })

  test('positions and ways to reach somebody stand on pages of their own', () => {
    const [robin] = PRACTICE_PEOPLE
    const positions = read(pageNamed('experience'))
    if (positions.kind !== 'details') throw new Error(`read as ${positions.kind}`)
    expect(positions.fields.slug?.value).toBe(robin?.slug)
    expect(positions.experience?.map(({ title, company }) => [title, company])).toEqual(
      robin?.experience?.map(({ title, company }) => [title, company]),
    )
    const contact = read(pageNamed('contact'))
    if (contact.kind !== 'details') throw new Error(`read as ${contact.kind}`)
    expect(contact.contact).toEqual({
      emails: [robin?.email],
      phones: ['+351 800 000 000'],
      websites: ['https://exampleworks.example/'],
    })
  })

  test('feed and login wall give nobody, with their reasons', () => {
    expect(read('https://www.linkedin.com/feed/')).toEqual({ kind: 'notThisPage', reason: 'feed' })
    expect(read('https://www.linkedin.com/authwall')).toEqual({ kind: 'notThisPage', reason: 'authwall' })
  })
})

describe('addresses of the range', () => {
  test('every page of the list has a hash of its own, and back', () => {
    const urls = [...PRACTICE_PEOPLE.map(linkedinUrlOf), ...OTHER_PAGES.map(({ url }) => url)]
    const hashes = urls.map(hashFor)
    expect(new Set(hashes).size).toBe(urls.length)
    expect(hashes.map((hash) => standsFor(hash ?? ''))).toEqual(urls)
  })

  test('an address is found whatever way its slug is written', () => {
    const arabic = PRACTICE_PEOPLE.find(({ why }) => why === 'rightToLeft')
    expect(practicePersonBySlug(encodeURIComponent(arabic?.slug ?? ''))).toBe(arabic)
    expect(practicePersonBySlug('ROBIN-practice')?.name).toBe('Robin Practice')
    expect(practicePersonBySlug('%E0%A4%A')).toBeUndefined()
  })

  test('a practice touch opens the practice page or the practice mail, never LinkedIn', () => {
    expect(practiceUrlFor('https://www.linkedin.com/in/robin-practice/')).toBe(
      'practice.html#/in/robin-practice',
    )
    expect(practiceUrlFor('https://www.linkedin.com/messaging/')).toBe('practice.html#/')
    expect(practiceUrlFor('no address')).toBe('practice.html#/')
    const mail = {
      to: 'robin+x@exampleworks.example',
      subject: 'Two & more',
      body: 'Hi Robin,\n100 % ünïcode',
    }
    const query = (subject: string) =>
      `to=${encodeURIComponent(mail.to)}&${subject}=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`
    for (const address of [
      `https://mail.google.com/mail/?view=cm&fs=1&${query('su')}`,
      `https://outlook.office.com/mail/deeplink/compose?${query('subject')}`,
      `mailto:${encodeURIComponent(mail.to)}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`,
    ]) {
      expect(composeOf(practiceUrlFor(address).replace('practice.html', ''))).toEqual(mail)
    }
  })

  test('other addresses have no page', () => {
    for (const url of [
      'https://www.linkedin.com/in/nobody-here/',
      'https://evil.example/in/robin-practice/',
      'x',
    ]) {
      expect(practiceResponse(url)).toBeNull()
    }
  })
})

describe('nobody real', () => {
  const pages = [...PRACTICE_PEOPLE.map(linkedinUrlOf), ...OTHER_PAGES.map(({ url }) => url)].map(
    (url) => practicePageAt(url) ?? '',
  )

  test('every mail address ends in .example, every page says that it is practice', () => {
    for (const page of pages) {
      const addresses = page.match(/[\w.+-]+@[\w.-]+/g) ?? []
      expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
      expect(page).toContain('Practice · an invented page')
    }
  })

  test('pages run no script of their own unless they are served with one', () => {
    for (const page of pages) expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/)
    expect(
      practiceResponse(linkedinUrlOf(PRACTICE_PEOPLE[0] ?? never()), { inPageDelayMs: 3_000 })?.body,
    ).toContain('pushState')
  })

  test('what is put into a page is text', () => {
    const name = '"><img src=x onerror="alert(1)"><script>alert(1)</script>'
    const person = {
      ...(PRACTICE_PEOPLE[0] ?? never()),
      name,
      headline: name,
      company: name,
      location: name,
      about: name,
    }
    const row = { ...(LISTED_ROWS[0] ?? never()), name, headline: name, location: name }
    const position = { title: name, company: name, start: name, end: null, location: name }
    const more = [
      experiencePage({ ...person, experience: [position] }),
      contactPage({ ...person, email: name }),
      searchPage(null, [row]),
    ]
    for (const page of [profilePage(person), guestPage(person), ...more]) {
      const { document } = new JSDOM(page).window
      expect(document.querySelector('img, script:not([type="application/ld+json"]), [onerror]')).toBeNull()
      expect(document.body.textContent).toContain(name)
    }
  })
})

function pageNamed(wanted: (typeof OTHER_PAGES)[number]['id']): string {
  return OTHER_PAGES.find(({ id }) => id === wanted)?.url ?? never()
}

function never(): never {
  throw new Error('the practice range is empty')
}
