import { JSDOM } from 'jsdom'
import metascraper from 'metascraper'
import author from 'metascraper-author'
import description from 'metascraper-description'
import title from 'metascraper-title'
import { readAnyPage } from '#lib/readers/read-any-page.ts'

export interface NodeTimes {
  /** Text to values, in ms: parsing included. Medians. */
  readonly whole: { readonly metascraper: number; readonly baton: number }
  /** Values from a parsed document, again and again, in ms: cheerio's for metascraper, jsdom's for Baton. Medians. */
  readonly read: { readonly metascraper: number; readonly baton: number }
  /** What it calls the name, the headline and the description. */
  readonly values: readonly (string | null | undefined)[]
}

const REPEATS = 7

/**
 * metascraper and Baton over the same page in Node, one after the other. It has no rule for a headline: what it calls
 * the author stands in its place. Its regular expressions are JavaScript's own here, not re2's.
 */
export async function besideMetascraper(html: string, url: string): Promise<NodeTimes> {
  const scrape = metascraper([title(), author(), description()])
  const { htmlDom } = await parsedBy(html, url)
  const dom = new JSDOM(html, { url })
  const values = await scrape({ html, url })
  const times = {
    whole: {
      metascraper: await medianOf(() => scrape({ html, url })),
      baton: await medianOf(() => {
        const own = new JSDOM(html, { url })
        readAnyPage(own.window.document, url)
        own.window.close()
      }),
    },
    read: {
      metascraper: await medianOf(() => scrape({ htmlDom, url })),
      baton: await medianOf(() => readAnyPage(dom.window.document, url)),
    },
    values: [values.title, values.author, values.description],
  }
  dom.window.close()
  return times
}

type Rules = Parameters<typeof metascraper>[0][number]
type Dom = NonNullable<Parameters<ReturnType<typeof metascraper>>[0]>['htmlDom']

/** Its parsed document, which it shows to its rules only. */
async function parsedBy(html: string, url: string): Promise<{ htmlDom: NonNullable<Dom> }> {
  let seen: Dom
  const look = { title: [({ htmlDom }: { htmlDom: Dom }) => ((seen = htmlDom), 'x')] } as unknown as Rules // a rule as its manual shows it
  await metascraper([look])({ html, url })
  if (!seen) throw new Error('metascraper showed no document to its rule')
  return { htmlDom: seen }
}

async function medianOf(run: () => unknown): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < REPEATS; n += 1) {
    const began = performance.now()
    await run()
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  return Math.round((took[Math.floor(took.length / 2)] ?? Number.NaN) * 10) / 10
}
