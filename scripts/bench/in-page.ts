import { join } from 'node:path'
import { build } from 'esbuild'

/** The code as one script to run in a page; it may import from the project. */
export async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target: 'chrome144',
  })
  return outputFiles[0]?.text ?? ''
}

/** The view of Today as the panel asks for it, over the real store: `measureToday(runs)`. */
export const todayMeasure = `
  import { todayView } from '#lib/app/today-view.ts'
  import { openDeps } from '#lib/wiring/deps.ts'
  globalThis.measureToday = async (runs) => {
    const deps = await openDeps()
    const ms = []
    let rows = 0
    for (let run = 0; run < runs + 5; run += 1) {
      const begun = performance.now()
      const view = await todayView(deps)
      if (run >= 5) ms.push(performance.now() - begun)
      rows = view.groups.reduce((sum, group) => sum + group.rows.length, 0)
    }
    return { ms, rows }
  }`

export interface Measured {
  ms: number[]
  rows: number
}

export interface Spread {
  p50: number
  p95: number
  runs: number
}

export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), runs: values.length }
}
