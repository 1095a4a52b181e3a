import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { readInJsdom } from '#scripts/read/in-jsdom.ts'
import { scoredResult } from '#scripts/read/results.ts'

const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const isHere = existsSync(join(CORPUS, 'manifest.json'))

type Cell = { field: string; generation: string; right: number; missing: number; wrong: number }

const manifestOf = z.array(
  z.looseObject({
    file: z.string(),
    url: z.string(),
    pageType: z.string(),
    generation: z.optional(z.string()),
  }),
)
const cellsOf = z.object({
  cells: z.array(
    z.object({
      field: z.string(),
      generation: z.string(),
      right: z.number(),
      missing: z.number(),
      wrong: z.number(),
    }),
  ),
})

/** The folder's own scorer judges; this file only asks. */
async function scoreOf(pages: readonly object[], results: readonly unknown[]): Promise<Cell[]> {
  const scorer: unknown = await import(/* @vite-ignore */ pathToFileURL(join(CORPUS, 'score.mjs')).href)
  const { score } = z.parse(z.object({ score: z.function() }), scorer)
  return z.parse(cellsOf, (score as (...args: unknown[]) => unknown)(pages, results)).cells // a function of an untyped module
}

if (!isHere) console.info('saved pages: the folder ../shared/corpus is not here, nothing was measured')

describe('saved pages', () => {
  test('profiles of the four generations: nothing wrong, at most one in ten missing; no wall is a person', async () => {
    if (!isHere) return
    const manifest = z.parse(manifestOf, JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')))
    const pages = manifest.filter(
      ({ pageType, generation }) =>
        pageType === 'other' ||
        (pageType === 'mail-thread' && generation === 'gmail') ||
        (pageType === 'profile' &&
          ['sdui', 'ember-hashed', 'ember-artdeco', 'guest-v3'].includes(generation ?? '')),
    )
    const results = pages.map(({ file, url }) => ({
      file,
      result: scoredResult(readInJsdom(readFileSync(join(CORPUS, file), 'utf8'), url)),
    }))
    const cells = await scoreOf(pages, results)
    const sum = (field: string, what: 'right' | 'missing' | 'wrong'): number =>
      cells.filter((cell) => cell.field === field).reduce((total, cell) => total + cell[what], 0)
    for (const field of ['name', 'slug', 'memberId', 'headline', 'location', 'currentCompany', 'school']) {
      expect(sum(field, 'wrong'), `${field} wrong`).toBe(0)
      expect(
        sum(field, 'missing') / (sum(field, 'right') + sum(field, 'missing')),
        `${field} missing`,
      ).toBeLessThanOrEqual(0.1)
    }
    expect(cells.reduce((total, cell) => total + cell.wrong, 0)).toBe(0)
    expect(sum('page type', 'missing') + sum('negative reason', 'missing')).toBe(0)
  }, 120_000)
})
