import { JSDOM } from 'jsdom'
import type { ReadResult } from '#lib/domain/capture.ts'
import { readPage } from '#lib/readers/read-page.ts'

/** Reads a page without a browser: its text parsed by jsdom, no script run, nothing loaded. */
export function readInJsdom(html: string, url: string): ReadResult {
  const dom = new JSDOM(html, { url })
  try {
    return readPage(dom.window.document, url)
  } finally {
    dom.window.close()
  }
}
