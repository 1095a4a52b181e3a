import { JSDOM } from 'jsdom'

export const FIXTURES = new URL('../../fixtures/pages/', import.meta.url)

export function documentOf(html: string, url: string): Document {
  return new JSDOM(html, { url }).window.document
}
