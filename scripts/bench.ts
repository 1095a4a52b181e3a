import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createChildren, onStop } from './children.ts'

/**
 * `npm run bench [name …]`: runs every file of `scripts/bench/` (or the named ones), each of which prints one JSON
 * object of its figures as its last line, and prints them all as one. Progress goes to stderr.
 */
const children = createChildren()
onStop(() => children.stopAll())

const folder = join(import.meta.dirname, 'bench')
const chosen = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .sort()

const figures: Record<string, unknown> = { node: process.version, at: new Date().toISOString() }
for (const name of names) {
  process.stderr.write(`${name} …\n`)
  const { code, output } = await children.run(process.execPath, [join(folder, `${name}.ts`)], {
    output: 'keep',
  })
  const last = output
    .trim()
    .split('\n')
    .findLast((line) => line.startsWith('{'))
  if (code === 0 && last !== undefined) {
    figures[name] = JSON.parse(last)
    continue
  }
  process.stderr.write(`${output.trim()}\n${name} gave no figures (exit code ${code})\n`)
  process.exitCode = 1
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
if (names.length === 0) process.exitCode = 1
