import { describe, expect, test } from 'vitest'
import type { ContactDetails } from '#lib/domain/capture.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { profileUrl } from './support/invented.ts'

const maren = mustGetPerson('maren')
const url = `${profileUrl(maren)}overlay/contact-info/`
const out = (address: string): string =>
  `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(address)}&amp;urlhash=x`

const row = (label: string, inner: string): string =>
  `<div><div><svg></svg></div><div><p>${label}</p>${inner}</div></div>`

/** The open dialog over a profile, with the given rows; labels of no language. */
function contactOf(...rows: string[]): ContactDetails | undefined {
  const html = `<!DOCTYPE html><html><head><title>LinkedIn</title></head><body><main></main><dialog data-testid="dialog" open><h2>Qrxl</h2><div data-testid="dialog-content"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.ProfileContactDetailsOverlay">${row('Vbnt', `<p><a href="${profileUrl(maren)}">linkedin.com/in/maren-okwuosa</a></p>`)}${rows.join('')}</div></div></dialog></body></html>`
  const result = readAnyPage(documentOf(html, url), url)
  if (result.kind !== 'details') throw new Error(result.kind)
  expect(result.page).toBe('contact')
  expect(result.fields.slug?.value).toBe(maren.slug)
  return result.contact
}

describe('the contact dialog', () => {
  test('several of each are kept in their order, once each', () => {
    expect(
      contactOf(
        row(
          'Zqwx',
          `<p><a href="${out('https://tidewheel.example/')}">tidewheel.example</a> <span>(Kjwq)</span></p><p><a href="${out('http://boats.example/log?year=2026')}">boats.example/log</a> <span>(Vxzq)</span></p><p><a href="https://harbour.example/">harbour.example</a></p><p><a href="${out('https://tidewheel.example/')}">tidewheel.example</a></p>`,
        ),
        row(
          'Wqzx',
          '<p>+47 55 01 02 03 <span>(Kjwq)</span></p><p>(020) 7946-0018 <span>(Vxzq)</span></p><p><a href="tel:+4790010203">+47 900 10 203</a></p>',
        ),
        row(
          'Xqzv',
          '<p><a href="mailto:maren@tidewheel.example">maren@tidewheel.example</a></p><p><a href="mailto:maren.okwuosa+boats@post.example?subject=x">maren.okwuosa+boats@post.example</a></p>',
        ),
      ),
    ).toEqual({
      emails: ['maren@tidewheel.example', 'maren.okwuosa+boats@post.example'],
      phones: ['+47 55 01 02 03', '(020) 7946-0018', '+47 900 10 203'],
      websites: [
        'https://tidewheel.example/',
        'http://boats.example/log?year=2026',
        'https://harbour.example/',
      ],
    })
  })

  test.each([
    ['18.04.1979'],
    ['1979-04-18'],
    ['18/04'],
    ['18 April'],
    ['4月18日'],
    ['17 May 2026'],
    ['2026. 5. 17.'],
    ['17-05-2026'],
    ['١٧/٠٥/٢٠٢٦'],
    ['P.O. Box 1979, 5003 Bergen'],
    ['5003'],
  ])('%s is no phone', (text) => {
    expect(contactOf(row('Qx', `<p>${text}</p>`))?.phones).toEqual([])
  })

  test.each([
    ['+47 55 01 02 03'],
    ['050-123-4567'],
    ['+٩٧١ ٥٠ ١٢٣ ٤٥٦٧'],
    ['02 12 34 56 78'],
    ['555.010.0199'],
  ])('%s is one', (text) => {
    expect(contactOf(row('Qx', `<p>${text} <span>(Qx)</span></p>`))?.phones).toEqual([text])
  })

  test('an empty dialog tells of nothing, and the profile’s own address is no site', () => {
    expect(contactOf()).toEqual({ emails: [], phones: [], websites: [] })
  })

  test('messengers with a handle are no phone, no mail and no site', () => {
    expect(contactOf(row('Qx', '<p>marenboats <span>(Skype)</span></p>'))).toEqual({
      emails: [],
      phones: [],
      websites: [],
    })
  })
})
