import { JSDOM } from 'jsdom'
import type { AnyRead } from '#lib/domain/capture.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'

/** Reads a page without a browser: its text parsed by jsdom, no script run, nothing loaded. */
export function readInJsdom(html: string, url: string): AnyRead {
  const dom = new JSDOM(html, { url })
  try {
    return readAnyPage(dom.window.document, url)
  } finally {
    dom.window.close()
  }
}
