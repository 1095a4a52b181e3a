import type { Page } from './campaign.ts'
import type { Dice } from './dice.ts'
import { WORDS_OF_LANGUAGES, type Language } from './labels.ts'

/** What LinkedIn does to its pages between two releases, done to one document in place. */

const elements = (doc: Document, selector = '*'): Element[] => Array.from(doc.querySelectorAll(selector))

/** Every class name another one; tags without a class get one, too. */
export function shuffleClasses(doc: Document, dice: Dice): void {
  const names = new Map<string, string>()
  for (const el of elements(doc, 'body *')) {
    const old = el.getAttribute('class') ?? ''
    const fresh = old
      .split(/\s+/)
      .map((name) => names.get(name) ?? names.set(name, `_${dice.below(1e9).toString(36)}`).get(name))
    el.setAttribute('class', fresh.join(' '))
  }
}

/** One way of recognising things, taken from the whole page. */
export const HOOK_FAMILIES: Readonly<Record<string, (doc: Document) => void>> = {
  componentkey: (doc) => drop(doc, 'componentkey'),
  'data-view-name': (doc) => drop(doc, 'data-view-name'),
  'data-sdui-screen': (doc) => drop(doc, 'data-sdui-screen'),
  'data-testid': (doc) => drop(doc, 'data-testid'),
  'data-section': (doc) => drop(doc, 'data-section'),
  'member number': (doc) => {
    drop(doc, 'data-member-id')
    drop(doc, 'data-semaphore-content-urn')
    drop(doc, 'data-member-urn')
  },
  ids: (doc) => drop(doc, 'id'),
  roles: (doc) => drop(doc, 'role'),
  title: (doc) => remove(doc, 'title'),
  meta: (doc) => remove(doc, 'meta,link[rel="canonical"]'),
  JSON: (doc) => remove(doc, 'code,script'),
  hrefs: (doc) => drop(doc, 'href'),
  'aria-labels': (doc) => drop(doc, 'aria-label'),
  'aria-hidden': (doc) => drop(doc, 'aria-hidden'),
  icons: (doc) => remove(doc, 'svg'),
  'every data attribute': (doc) => {
    for (const el of elements(doc))
      for (const name of el.getAttributeNames()) if (name.startsWith('data-')) el.removeAttribute(name)
  },
}

function drop(doc: Document, name: string): void {
  for (const el of elements(doc, `[${name}]`)) el.removeAttribute(name)
}

function remove(doc: Document, selector: string): void {
  for (const el of elements(doc, selector)) el.remove()
}

/** Extra `div`s around and between nodes, one in ten; side columns drawn before the main one. */
export function shiftWrappers(doc: Document, dice: Dice): void {
  for (const el of elements(doc, 'main div,main p,main h1,main h2,main section,main ul,main span,main a')) {
    const throwOf = dice.below(30)
    const isInline = /^(?:SPAN|A)$/.test(el.nodeName)
    if (throwOf === 0 && el.parentElement && el.parentElement.nodeName !== 'UL') {
      const wrapper = doc.createElement(isInline ? 'span' : 'div')
      el.replaceWith(wrapper)
      wrapper.append(el)
    } else if (throwOf === 1 && !isInline && el.parentElement?.nodeName !== 'UL') {
      el.before(doc.createElement('div'))
    }
  }
  swapColumns(doc)
}

function swapColumns(doc: Document): void {
  const main = doc.querySelector('main')
  for (const aside of elements(doc, 'aside')) if (main && !main.contains(aside)) main.before(aside)
}

/** Attributes that hold interface words. */
const SPOKEN = ['aria-label', 'alt', 'title', 'placeholder']

/** Calls `change` for every text of the interface that is not among the page's values. */
function eachText(doc: Document, change: (text: string) => string): void {
  const walker = doc.createTreeWalker(doc.body, 4)
  const nodes: Node[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  for (const node of nodes) {
    const parent = node.parentElement?.nodeName ?? ''
    if (/^(?:SCRIPT|STYLE|CODE|NOSCRIPT)$/.test(parent)) continue
    const text = node.nodeValue ?? ''
    if (/\p{L}/u.test(text)) node.nodeValue = change(text)
  }
  for (const name of SPOKEN)
    for (const el of elements(doc, `body [${name}]`))
      el.setAttribute(name, change(el.getAttribute(name) ?? ''))
}

const WORD = /[\p{L}\p{M}]+/gu

/** A word of no language, the same for the same word, as long and written the same way. */
function nonsense(word: string): string {
  let state = 7
  for (const char of word) state = (state * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  const letters = Array.from(word, (_char, i) => 'qxzvjkwq'[(state + i * i * 5 + i) % 8]).join('')
  return /^\p{Lu}/u.test(word) ? letters[0]?.toUpperCase() + letters.slice(1) : letters
}

const isDated = (place: string): boolean => /\.(?:start|end)$/.test(place)
const plainValues = ({ values }: Page): string[] =>
  [...values].flatMap(([place, value]) => (isDated(place) ? [] : [value]))

/** Every word that is in none of the page's values becomes one of no language; gives what becomes of a date. */
export function nonsensically(doc: Document, page: Page): (text: string) => string {
  const values = plainValues(page)
  const own = new Set(values)
  // «and» joins the last of several specialities
  const kept = new Set(['and', ...values.flatMap((value) => value.match(WORD) ?? [])])
  const unspaced = [...kept].filter((word) => UNSPACED.test(word)).sort((a, b) => b.length - a.length)
  const inside = unspaced.length > 0 ? new RegExp(`(${unspaced.join('|')})`, 'u') : null
  const said = (text: string): string =>
    text.replace(WORD, (word) =>
      (inside ? word.split(inside) : [word]).map((part) => (kept.has(part) ? part : nonsense(part))).join(''),
    )
  eachText(doc, (text) => (own.has(text.trim()) ? text : said(text)))
  return said
}

/** Scripts that put a name and what is said of it into one run of letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

const even = (text: string): string => text.replace(/\s+/g, ' ')

/** Every English interface phrase becomes that of another language; what is no known phrase stays. */
export const speaking =
  (language: Language) =>
  (doc: Document, page: Page): ((text: string) => string) => {
    const values = plainValues(page)
    const own = new Set(values)
    // a text of several parts stands in several nodes; labels are short
    const isOwn = (text: string): boolean =>
      own.has(text) || (text.length > 40 && values.some((value) => even(value).includes(even(text))))
    const said = (text: string): string =>
      WORDS_OF_LANGUAGES[language].reduce((sum, [english, theirs]) => sum.replace(english, theirs), text)
    eachText(doc, (text) => (isOwn(text.trim()) ? text : said(text)))
    doc.documentElement.lang = language
    if (language === 'ar' || language === 'he') doc.documentElement.dir = 'rtl'
    return said
  }
