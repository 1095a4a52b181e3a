import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.ts'
import { createChildren, onStop } from './children.ts'
import { countTests, type Count } from './test-count.ts'

/**
 * `npm test`: every stage in order, all of them even when one fails, and one closing line `N passed, N failed`.
 * A stage that is one program counts one; a stage of tests counts its tests. `npm run check` is the quick part.
 */

interface Stage {
  name: string
  run(): Promise<Count>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const workDir = join(root, '.output', `test-${process.pid}`)
const extensionDir = join(workDir, 'extension')
const children = createChildren()
const minute = 60_000

const stages: Stage[] = [
  { name: 'format', run: () => program('oxfmt', ['--check']) },
  { name: 'lint', run: () => program('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'types', run: () => both(program('tsc', ['-p', 'tsconfig.json', '--checkers', '2']), domainTypes) },
  { name: 'unused', run: () => program('knip', ['--no-progress']) },
  { name: 'unit', run: () => vitest('unit', {}, 6 * minute) },
  { name: 'build', run: () => node(['scripts/build-extension.ts', workDir]) },
  { name: 'laws', run: () => built(() => vitest('laws', { BATON_EXTENSION_DIR: extensionDir }, 2 * minute)) },
  { name: 'browser', run: () => built(browserTests) },
]

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const chosen = values.only?.split(',')
  const prepared = await children.run('wxt', ['prepare'], { output: 'keep' })
  if (prepared.code !== 0) say(prepared.output)
  const sum: Count = { passed: 0, failed: prepared.code === 0 ? 0 : 1 }
  const lines: string[] = []
  for (const stage of stages) {
    if (chosen && !chosen.includes(stage.name)) continue
    say(`\n── ${stage.name} …`)
    const begun = performance.now()
    const count = await stage.run()
    sum.passed += count.passed
    sum.failed += count.failed
    const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`
    const line = `${count.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(8)} ${told(count)} (${took})`
    say(line)
    lines.push(line)
  }
  say(`\n${lines.join('\n')}`)
  say(told(sum))
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

function told({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}

async function program(file: string, args: string[], env: Record<string, string> = {}): Promise<Count> {
  const { code, output } = await children.run(file, args, { output: 'keep', timeoutMs: 4 * minute, env })
  if (code !== 0) say(output.trim())
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function node(args: string[]): Promise<Count> {
  return program(process.execPath, args)
}

function domainTypes(): Promise<Count> {
  return program('tsc', ['-p', 'lib/domain/tsconfig.json'])
}

async function both(first: Promise<Count>, second: () => Promise<Count>): Promise<Count> {
  const [a, b] = [await first, await second()]
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

async function vitest(project: string, env: Record<string, string>, timeoutMs: number): Promise<Count> {
  const file = join(workDir, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const { code, timedOut } = await children.run('vitest', args, { output: 'show', env, timeoutMs })
  if (timedOut) say(`${project}: stopped after ${timeoutMs / minute} minutes`)
  return countTests(file, code)
}

/** Without a build there is nothing to look at: that is a failure, not a pass. */
async function built(run: () => Promise<Count>): Promise<Count> {
  if (existsSync(join(extensionDir, 'manifest.json'))) return run()
  say('not run: the extension was not built')
  return { passed: 0, failed: 1 }
}

async function browserTests(): Promise<Count> {
  const browser = await findBrowser({ install: true, say })
  if (browser.kind === 'none') {
    say(browser.sentence)
    return { passed: 0, failed: 1 }
  }
  say(`${browser.version}, ${browser.path}`)
  return vitest('e2e', { BATON_EXTENSION_DIR: extensionDir, CHROME_PATH: browser.path }, 8 * minute)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function clean(): void {
  rmSync(workDir, { recursive: true, force: true })
}

onStop(async () => {
  await children.stopAll()
  clean()
})
process.exitCode = await main()
clean()
