import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { mailHtml } from '#lib/domain/templates/mail-html.ts'
import { anyText } from '../samples.ts'

const page = (text: string) => new JSDOM(mailHtml(text)).window.document

describe('a mail as simple HTML', () => {
  test('keeps paragraphs, lines and lists', () => {
    expect(mailHtml('Hi Kari,\n\none\ntwo\n\n\n- a\n- b\nafter')).toBe(
      '<p>Hi Kari,</p>\n<p>one<br>two</p>\n<ul><li>a</li><li>b</li></ul>\n<p>after</p>',
    )
    expect(mailHtml(' \n\n')).toBe('')
    expect(mailHtml('a\r\n\r\nb')).toBe('<p>a</p>\n<p>b</p>')
  })

  test('links show where they lead, without the full stop behind them', () => {
    expect(mailHtml('See https://north.example/a?b=1&c=2.')).toBe(
      '<p>See <a href="https://north.example/a?b=1&amp;c=2">https://north.example/a?b=1&amp;c=2</a>.</p>',
    )
    expect(mailHtml('(https://north.example/x)')).toContain('href="https://north.example/x"')
  })

  test.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', '</p><iframe src="https://x.example">',
    'javascript:alert(1)', 'https://a.example/"onmouseover="alert(1)', "https://a.example/'><b>", 'data:text/html,<b>', 'https://a.example/<b>x</b>',
  ])('%s stays text', (text) => {
    const { body } = page(`Hi ${text}, there`)
    expect(body.querySelector('script, img, svg, iframe, b, style')).toBeNull()
    expect(body.textContent).toBe(`Hi ${text}, there`)
    for (const one of body.querySelectorAll('*')) {
      expect(one.getAttributeNames().filter((name) => name !== 'href')).toEqual([])
      expect(one.getAttribute('href') ?? 'https://').toMatch(/^https?:\/\//)
    }
  }) // oxfmt-ignore

  test('whatever the text, only these elements, and every word of it', () => {
    const text = fc.oneof(
      anyText(200),
      fc
        .array(
          fc.constantFrom('<b>', '&amp;', 'https://a.example/x', '\n', '\n\n', '- ', ' word ', '"', "'", '>'),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const { body } = page(given)
        const names = [...body.querySelectorAll('*')].map(({ tagName }) => tagName)
        expect(names.filter((name) => !['P', 'BR', 'UL', 'LI', 'A'].includes(name))).toEqual([])
        // Letters and digits: dashes of lists and spaces are written as structure.
        const letters = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(body.textContent)).toBe(letters(given.toWellFormed()))
      }),
      { numRuns: 300 },
    )
  })

  test('is linear: 50,000 characters of anything in well under a second', () => {
    for (const piece of ['- ', 'https://', '\n\n', '<', 'http://a.b', '.', ' \n', 'https://a.b/).).).']) {
      const before = performance.now()
      mailHtml(piece.repeat(Math.ceil(50_000 / piece.length)))
      expect(performance.now() - before).toBeLessThan(1_000)
    }
  })
})
