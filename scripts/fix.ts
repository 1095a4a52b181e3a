import { createChildren, onStop } from './children.ts'

/** `npm run fix`: completes the lock, mends what the linter can mend, and formats everything. */
const children = createChildren()
onStop(() => children.stopAll())

const programs: [string, string[]][] = [
  [process.execPath, ['scripts/complete-lock.ts']],
  ['oxlint', ['--type-aware', '--fix']],
  ['oxfmt', []],
]
for (const [file, args] of programs) {
  const { code } = await children.run(file, args, { output: 'show' })
  if (code !== 0) process.exitCode = code
}
