import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MAIL_ORIGINS } from '#lib/platform/address.ts'
import { codeFromText, inlineCode, remoteCode, tracesInReader } from '#tests/support/bundle-laws.ts'
import { builtFiles, builtText, loadedWith } from '#tests/support/extension.ts'

describe('no code comes from text or from elsewhere', () => {
  test.each(builtFiles('.js'))('%s', (path) => {
    expect(codeFromText(builtText(path))).toEqual([])
    expect(remoteCode(builtText(path))).toEqual([])
  })

  test.each(builtFiles('.html', '.css'))('%s', (path) => {
    expect(remoteCode(builtText(path))).toEqual([])
    if (path.endsWith('.html')) expect(inlineCode(builtText(path))).toEqual([])
  })

  test.each([
    ['eval("1")', codeFromText],
    ['(0,globalThis.eval)("1");x.eval("1")', codeFromText],
    ['new Function("return 1")', codeFromText],
    ['const f=Function("return this")()', codeFromText],
    ['setTimeout("alert(1)",5)', codeFromText],
    ['(()=>{}).constructor("return 1")', codeFromText],
    ['import("https://cdn.example/x.js")', remoteCode],
    ['import x from "//cdn.example/x.js"', remoteCode],
    ['<script src="https://cdn.example/x.js"></script>', remoteCode],
    ['a{background:url(https://cdn.example/x.png)}', remoteCode],
    ['<script>alert(1)</script>', inlineCode],
    ['<p onclick="x()">', inlineCode],
  ])('a planted %s is found', (planted, find) => {
    expect(find(`const before=1;${planted};const after=2`)).not.toEqual([])
  })

  test('ordinary code is not accused', () => {
    const source = 'x.isFunction(y);class Functional{};setTimeout(()=>go(),5);const o={eval:1};medieval(1)'
    expect(codeFromText(source)).toEqual([])
    expect(inlineCode('<script type="module" src="/a.js"></script><p>on = off</p>')).toEqual([])
  })
})

describe('what is injected leaves nothing and reaches for nothing', () => {
  const readers = builtFiles('.js').filter((path) => /^reader[\w-]*\.js$/.test(path))

  test('there is a reader', () => {
    expect(readers).toContain('reader.js')
  })

  test.each(readers)(
    '%s has no word for the extension, for listening, sending, storing or writing',
    (path) => {
      expect(tracesInReader(builtText(path))).toEqual([])
    },
  )

  test.each(readers)('%s has at most 20 kB', (path) => {
    const bytes = Buffer.byteLength(builtText(path))
    console.info(`${path}: ${kB(bytes)}, ${kB(gzipSync(builtText(path)).length)} zipped`)
    expect(bytes).toBeLessThanOrEqual(20_000)
  })

  test.each([
    ['LinkedIn', (path: string) => path !== 'reader-mail.js'],
    ['mail', (path: string) => path === 'reader.js' || path === 'reader-mail.js'],
  ])('all scripts of %s together have at most 35 kB', (site, isOfSite) => {
    const scripts = readers.filter(isOfSite)
    const bytes = scripts.reduce((sum, path) => sum + Buffer.byteLength(builtText(path)), 0)
    console.info(`${site}: ${kB(bytes)} in ${String(scripts.length)} scripts`)
    expect(scripts.length).toBeGreaterThan(1)
    expect(bytes).toBeLessThanOrEqual(35_000)
  })

  test.each([
    'chrome.runtime.id',
    'window.chrome',
    'fetch("/x")',
    'document.body.setAttribute("data-x","1")',
    'addEventListener("message",f)',
    'postMessage({},"*")',
    'dispatchEvent(new CustomEvent("x"))',
    'e.innerHTML="<b>"',
    'localStorage.x=1',
    'console.log(1)',
    'x="chrome-extension://abc/"',
  ])('a planted %s is found', (planted) => {
    expect(tracesInReader(`${builtText('reader.js')};${planted}`).length).toBeGreaterThan(0)
  })
})

describe('one script writes to a page', () => {
  const WRITER = 'write-compose.js'
  const writes = (path: string) => /\bexecCommand\b/.test(builtText(path))

  test('and no other file of Baton has the word for it', () => {
    expect(builtFiles('.js').filter(writes)).toEqual([WRITER])
  })

  test('it names the webmails and no other host, takes the focus and types, and does nothing else', () => {
    const source = builtText(WRITER)
    expect(tracesInReader(source).filter((trace) => !/execCommand|\.focus\s*\(/.test(trace))).toEqual([])
    const hosts = [...source.matchAll(/[\w-]+(?:\.[\w-]+)*\.(?:com|microsoft|net|org)\b/g)].map(
      ([host]) => host,
    )
    expect([...new Set(hosts)].toSorted()).toEqual(
      MAIL_ORIGINS.map((origin) => new URL(origin.replace('*', '')).host).toSorted(),
    )
    expect(source).not.toMatch(/linkedin/i)
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(3_000)
  })

  test('a reader that would write is found', () => {
    expect(tracesInReader('document.execCommand("insertText",!1,"x")')).not.toEqual([])
    expect(tracesInReader('e.focus()')).not.toEqual([])
  })
})

describe('sizes', () => {
  test.each([
    // Opened many times a day: what its first screen needs, and nothing else.
    // 36 kB of it are names of the world: who is on screen is recognised by them.
    ['sidepanel.html', 830_000],
    ['background.js', 60_000],
    ['worker-acts.js', 500_000],
    ['app.html', 1_100_000],
    ['welcome.html', 860_000],
    // Shares the panel's chunk and adds pages and readers to it.
    ['practice.html', 910_000],
  ])('%s loads at most %i bytes of script at once', (entry, budget) => {
    const scripts = loadedWith(entry)
    const source = scripts.map(builtText).join('')
    const bytes = Buffer.byteLength(source)
    console.info(`${entry}: ${kB(bytes)} in ${scripts.length} scripts, ${kB(gzipSync(source).length)} zipped`)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(budget)
  })
})

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
