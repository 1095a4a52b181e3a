import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readResult } from '#lib/domain/capture.ts'
import { readPage } from '#lib/readers/read-page.ts'
import { readSafelyWith } from '#lib/readers/read-with.ts'
import { mustGetPerson } from './support/cases.ts'
import { documentOf } from './support/dom.ts'
import { emberHtml } from './support/ember-html.ts'
import { guestHtml } from './support/guest-html.ts'
import { gmailHtml } from './support/mail-html.ts'
import { profileUrl } from './support/invented.ts'
import { sduiHtml } from './support/sdui-html.ts'

const maren = mustGetPerson('maren')
const url = profileUrl(maren)
const builders = [sduiHtml, emberHtml, guestHtml] as const

/** Whatever a page does, the answer has the agreed shape and its sizes. */
function expectSound(html: string, address = url): void {
  expectSoundDocument(documentOf(html, address), address)
}

function expectSoundDocument(doc: Document, address: string): void {
  const started = performance.now()
  const result = readPage(doc, address)
  expect(readResult.safeParse(result).success).toBe(true)
  expect(JSON.stringify(result).length).toBeLessThan(60_000)
  expect(performance.now() - started).toBeLessThan(20_000)
}

describe('hostile pages', () => {
  test.each([
    ['name', maren.name],
    ['headline', maren.headline],
    ['location', maren.location],
  ])(
    'a %s of ten million letters is read within its limits',
    (_field, text) => {
      for (const build of builders) {
        const doc = documentOf(build(maren), url)
        // set in the tree: the parser of the test, not the reader, would be what is slow
        for (const el of doc.querySelectorAll('main h1,main h2,main p,main div,main span,title')) {
          const node = el.firstChild
          if (el.childNodes.length === 1 && node?.nodeType === 3 && node.nodeValue?.includes(text))
            node.nodeValue = 'x '.repeat(5_000_000)
        }
        expectSoundDocument(doc, url)
      }
    },
    60_000,
  )

  test.each([
    ['markup as a name', { ...maren, name: '<img src=x onerror=alert(1)>' }],
    ['__proto__ as a name', { ...maren, name: '__proto__', slug: '__proto__', company: 'constructor' }],
    ['half a surrogate and control signs', { ...maren, name: 'A\ud800\u0007\u202eB', headline: '\u0000' }],
  ])('%s is text and nothing else', (_why, person) => {
    for (const build of builders) expectSound(build(person))
  })

  test('no head, no body, nothing at all', () => {
    for (const html of [
      '',
      '<html></html>',
      '<!-- -->',
      '<frameset></frameset>',
      '<main></main>',
      '<main><section><h1></h1></section></main>',
    ])
      expectSound(html)
  })

  test('a thousand nested elements', () => {
    const deep = `<main id="workspace"><section>${'<div>'.repeat(1_000)}<h2>Deep</h2><p>·</p><p><a>x</a></p></section></main>`
    expectSound(deep)
  }, 30_000)

  test('thousands of paragraphs in the top card', () => {
    expectSound(sduiHtml(maren).replace('<p>·</p>', '<p>one more</p>'.repeat(3_000)))
  }, 30_000)

  test('JSON of the wrong types', () => {
    for (const json of [
      'null',
      '[]',
      '{"included":{}}',
      '{"included":[null,1,"x",{"publicIdentifier":"maren-okwuosa"},{"publicIdentifier":{},"firstName":3}]}',
      '{"__proto__":{"included":[]}}',
      '['.repeat(20_000),
    ]) {
      expectSound(
        emberHtml(maren, { without: ['json'] }).replace(
          '</body>',
          `<code id="bpr-guid-1">${json} "publicIdentifier" maren-okwuosa</code><code id="bpr-guid-2">${json}</code></body>`,
        ),
      )
      expectSound(
        guestHtml(maren, { without: ['json'] }).replace(
          '</head>',
          `<script type="application/ld+json">${json}</script></head>`,
        ),
      )
    }
  })

  test('addresses that are none', () => {
    for (const href of [
      '',
      'javascript:alert(1)',
      'about:blank',
      'https://',
      'data:text/html,x',
      `https://www.linkedin.com/in/${'%'.repeat(5_000)}`,
      'https://www.linkedin.com.evil.example/in/maren-okwuosa/',
    ]) {
      const result = readPage(documentOf(sduiHtml(maren), url), href)
      expect(readResult.safeParse(result).success).toBe(true)
    }
    const evil = readPage(
      documentOf(sduiHtml(maren), url),
      'https://www.linkedin.com.evil.example/in/maren-okwuosa/',
    )
    expect(evil).toEqual({ kind: 'notThisPage', reason: 'unsupported-page' })
  })

  test('pages cut, doubled and shuffled at random never break the shape', () => {
    const sources = [...builders.map((build) => build(maren)), gmailHtml('S', 'me@x.example', [])]
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(10_000), fc.nat(4_000), fc.nat(10_000)), { maxLength: 6 }),
        (html, cuts) => {
          let page = html
          for (const [from, length, to] of cuts) {
            const piece = page.slice(from % page.length, (from % page.length) + length)
            page = page.slice(0, to % page.length) + piece + page.slice(to % page.length)
          }
          expectSound(page)
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  test('trees of random tags, hooks and texts never break the shape and never make a person out of nothing', () => {
    const hook = fc.constantFrom(
      '',
      ' role="toolbar"',
      ' role="button"',
      ' id="about"',
      ' id="experience"',
      ' data-section="experience"',
      ' data-member-id="1"',
      ' componentkey="com.linkedin.sdui.profile.card.refACoAAXTopcard"',
      ' aria-hidden="true"',
      ' href="/in/x/overlay/contact-info/"',
      ' email="a@b.example"',
      ' data-message-id="1"',
    )
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.string({ maxLength: 12 }),
        fc
          .tuple(
            fc.constantFrom('div', 'p', 'h1', 'h2', 'section', 'main', 'li', 'ul', 'a', 'span', 'code'),
            hook,
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([tag, attrs, inner]) => `<${tag}${attrs}>${inner.join('')}</${tag}>`),
      ),
    })).node
    fc.assert(
      fc.property(tree, (html) => {
        expectSound(html)
        expectSound(html, 'https://mail.google.com/mail/u/0/#inbox')
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('a reader with a bug', () => {
  test('throws where it is tested, and is told apart from a strange page where it is injected', () => {
    const broken = {
      id: 'broken',
      matches: () => true,
      read: () => {
        throw new TypeError('bug')
      },
    }
    const result = readSafelyWith([broken], documentOf(sduiHtml(maren), url), url)
    expect(result).toMatchObject({ kind: 'unread', reader: 'broken', missing: ['bug'] })
  })
})
