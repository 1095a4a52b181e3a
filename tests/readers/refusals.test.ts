import { describe, expect, test } from 'vitest'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { documentOf } from './support/dom.ts'
import { mustGetPerson } from './support/cases.ts'
import { companyHtml } from './support/more-html.ts'
import { profileUrl } from './support/invented.ts'
import { sduiHtml } from './support/sdui-html.ts'

const site = 'https://www.linkedin.com'
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>LinkedIn</title>${head}</head><body>${body}</body></html>`
const reasonOf = (html: string, url: string): string => {
  const result = readAnyPage(documentOf(html, url), url)
  return result.kind === 'notThisPage' ? result.reason : result.kind
}

describe('pages without a prospect', () => {
  test.each([
    ['an apology at any address', page('<h1>Sorry</h1><p>Try again</p>'), `${site}/feed/`, 'error'],
    [
      'a feed in another language',
      page('<main aria-label="Hauptfeed"><h1>x</h1><a href="/in/somebody/">Somebody</a></main>'),
      `${site}/feed/`,
      'feed',
    ],
    [
      'a wall that stands at a profile address',
      page('<main><form action="/signup/api/x/createAccount"><h1>Join</h1></form></main>'),
      `${site}/in/maren-okwuosa/`,
      'authwall',
    ],
    [
      'a security check at a profile address',
      page('<main><h1>x</h1><form action="/checkpoint/challenge/verify"></form></main>'),
      `${site}/in/maren-okwuosa/`,
      'captcha',
    ],
    [
      'a job',
      page('<main><section><h1>Rower</h1></section><a href="/in/x/">x</a></main>'),
      `${site}/jobs/view/1/`,
      'not-a-prospect-page',
    ],
    ['the posts of a company', companyHtml(), `${site}/company/tidewheel/posts/`, 'unsupported-page'],
    [
      'a page of another site',
      sduiHtml(mustGetPerson('maren')),
      'https://example.org/in/maren-okwuosa/',
      'unsupported-page',
    ],
    [
      'a profile that is still loading',
      page('<div id="root"><main id="workspace"></main></div>'),
      `${site}/in/maren-okwuosa/`,
      'unreadable',
    ],
    [
      'the 2016 layout',
      page(
        '<main><section id="topcard"><h1 id="name">Ana Lima</h1></section></main>',
        '<meta property="og:type" content="profile">',
      ),
      `${site}/in/ana-lima`,
      'unsupported-page',
    ],
  ])('%s', (_what, html, url, reason) => {
    expect(reasonOf(html, url)).toBe(reason)
  })

  test('sign-in forms around a public profile do not make it a wall', () => {
    const url = profileUrl(mustGetPerson('maren'))
    expect(
      reasonOf(
        sduiHtml(mustGetPerson('maren'), {
          extra: '<form action="/uas/login-submit"><input name="session_password"></form>',
        }),
        url,
      ),
    ).toBe('person')
  })
})
