import { describe, expect, test } from 'vitest'
import { readPage } from '#lib/readers/read-page.ts'
import { mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { profileUrl } from './support/invented.ts'

const maren = mustGetPerson('maren')
const url = profileUrl(maren)

describe('a page that cannot be read', () => {
  const html = `<main><section maren-okwuosa="1" data-maren="x" data-member-id="310422817"><h3 id="maren">Maren Sofie Okwuosa</h3>
<a href="${url}" role="link" title="Maren">Bergen</a><p class="maren" role="Maren Okwuosa">+47 55 00 00 00</p></section></main>`
  const result = readPage(documentOf(html, url), url)

  test('says what is missing and shows its shape', () => {
    expect(result).toMatchObject({ kind: 'unreadable', missing: ['name'] })
    const structure = result.kind === 'unreadable' ? result.structure : ''
    expect(structure).toContain('a(link) [href role title]')
    expect(structure).toContain('#19')
  })

  test('tells no text, no address, no name, not even one hidden in the name of an attribute', () => {
    const told = JSON.stringify(result)
    for (const secret of ['Maren', 'maren', 'Okwuosa', 'Bergen', '+47', 'linkedin.com', '310422817'])
      expect(told).not.toContain(secret)
  })
})
