import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { pageOf, type Page, type PageText } from './campaign.ts'
import { documentOf, FIXTURES } from './dom.ts'

const FOLDER = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))

/** The own pages of LinkedIn. */
export function ownTexts(): PageText[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.startsWith('linkedin-') && file.endsWith('.html'))
    .map((name) => {
      const html = readFileSync(new URL(name, FIXTURES), 'utf8')
      const said: unknown = JSON.parse(/^<!--(\{.*?\})-->/.exec(html)?.[1] ?? '')
      return { name, url: z.parse(z.object({ url: z.string() }), said).url, html, expected: {} }
    })
}

/** Those of which something is read, as documents. */
export const ownPages = (): Page[] =>
  ownTexts().flatMap((text) => pageOf(text, documentOf(text.html, text.url)) ?? [])

const entries = z.array(
  z.looseObject({ file: z.string(), url: z.string(), expected: z.record(z.string(), z.unknown()) }),
)

/** The saved pages beside the project, one after the other, for they are large; nothing where they are not. */
export function* savedTexts(): Generator<PageText> {
  const list = join(FOLDER, 'manifest.json')
  if (!existsSync(list)) return
  for (const { file, url, expected } of z.parse(entries, JSON.parse(readFileSync(list, 'utf8'))))
    if (url.includes('linkedin.'))
      yield { name: file, url, html: readFileSync(join(FOLDER, file), 'utf8'), expected }
}
