import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SEEDS, STRING_PARSERS } from '#tests/readers/support/string-parsers.ts'

/**
 * Looks for texts that break a parser, guided by what they cover (jsfuzz): no exception, an answer soon, and a
 * well-formed one. `BATON_SECONDS` (180) is shared by the parsers. A text that breaks one is kept and its file named.
 */
const SECONDS = Number(process.env['BATON_SECONDS'] ?? 180)
const LIMIT_MS = 200
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, '.output/fuzz')
const names = Object.keys(STRING_PARSERS)
const share = Math.max(3, Math.round(SECONDS / names.length))

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await build({
  entryPoints: [join(root, 'tests/readers/support/string-parsers.ts')],
  outfile: join(folder, 'parsers.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // what the instrumenter can parse
  target: 'es2018',
})

let found = 0
for (const name of names) {
  const slug = name.replaceAll(' ', '-')
  const seeds = join(folder, slug)
  mkdirSync(seeds)
  SEEDS.forEach((seed, i) => {
    writeFileSync(join(seeds, String(i)), seed)
  })
  const target = join(folder, `${slug}.cjs`)
  writeFileSync(
    target,
    `const { STRING_PARSERS } = require('./parsers.cjs')
const parse = STRING_PARSERS[${JSON.stringify(name)}]
const time = (text) => { const begun = performance.now(); parse(text); return performance.now() - begun }
module.exports = { fuzz: (data) => {
  const text = data.toString('utf8')
  // once more, since a machine has other things to do, and the counting of what is covered costs, too
  if (time(text) > ${LIMIT_MS} && time(text) > ${LIMIT_MS}) throw new Error('too slow')
} }
`,
  )
  const { runs, crash } = await fuzz(target, seeds, join(folder, `${slug}.crash`))
  console.log(`fuzz ${name.padEnd(18)} ${runs} texts in ${share} s, ${crash ?? 'none breaks it'}`)
  if (crash !== null || runs === 0) found += 1
}
if (found > 0) process.exitCode = 1

/** One run of the fuzzer; it has no end of its own. */
async function fuzz(
  target: string,
  seeds: string,
  artifact: string,
): Promise<{ runs: number; crash: string | null }> {
  const command = join(root, 'node_modules/jsfuzz/build/src/index.js')
  // the target is looked up below the working folder
  const args = [command, basename(target), seeds, '--timeout=30', `--exact-artifact-path=${artifact}`]
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output = (output + data.toString()).slice(-20_000)))
  const clock = setTimeout(() => endGroup(child.pid), share * 1_000)
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(clock)
  endGroup(child.pid)
  const runs = Math.max(0, ...[...output.matchAll(/#(\d+)/g)].map((match) => Number(match[1])))
  const isBroken = /={20,}|crash was written|timeout/i.test(output)
  return { runs, crash: isBroken ? `broken: ${artifact}\n${output.slice(-1_500)}` : null }
}

/** The fuzzer works in a process of its own; both end. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
