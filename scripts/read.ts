import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { AnyRead } from '#lib/domain/capture.ts'
import { readInJsdom } from '#scripts/read/in-jsdom.ts'
import { scoredResult } from '#scripts/read/results.ts'

/**
 * `node scripts/read.ts <folder> [--browser]`: reads every page of `<folder>/manifest.json` with the project's
 * readers and prints one JSON line per page. Of the manifest it takes `file`, `url` and `site` only.
 */
const manifest = z.array(z.object({ file: z.string(), url: z.string(), site: z.optional(z.string()) }))

const args = process.argv.slice(2)
const folder = args.find((arg) => !arg.startsWith('--'))
if (!folder) {
  console.error('usage: npm run --silent read -- <folder with manifest.json> [--browser]')
  process.exit(2)
}
const pages = z.parse(manifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
const browser = args.includes('--browser')
  ? await (await import('#scripts/read/in-browser.ts')).openBrowserReader()
  : null

try {
  for (const { file, url } of pages) {
    const html = readFileSync(join(folder, file), 'utf8')
    const result: AnyRead = browser ? await browser.read(html, url) : readInJsdom(html, url)
    console.log(JSON.stringify({ file, result: scoredResult(result) }))
  }
} finally {
  await browser?.close()
}
