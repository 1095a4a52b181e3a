import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createChildren, onStop } from './children.ts'

/** `npm run soak [name …]`: the long tests of `scripts/soak/`, one after the other; not part of `npm test`. */
const children = createChildren()
onStop(() => children.stopAll())

const folder = join(import.meta.dirname, 'soak')
const chosen = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => chosen.length === 0 || chosen.includes(name.slice(0, -3)))
  .sort()

for (const name of names) {
  process.stderr.write(`${name} …\n`)
  const { code } = await children.run(process.execPath, [join(folder, name)], { output: 'show' })
  if (code !== 0) process.exitCode = 1
}
if (names.length === 0) process.exitCode = 1
