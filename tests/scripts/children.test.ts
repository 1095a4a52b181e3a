import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createChildren } from '#scripts/children.ts'

test('output and exit code of a program are told', async () => {
  const ran = await createChildren().run('sh', ['-c', 'echo said; echo wrong >&2; exit 3'], {
    output: 'keep',
  })
  expect(ran).toMatchObject({ code: 3, timedOut: false })
  expect(ran.output).toContain('said')
  expect(ran.output).toContain('wrong')
})

test('a program that is not there is a failure', async () => {
  const ran = await createChildren().run('baton-nowhere', [], { output: 'keep' })
  expect(ran.code).not.toBe(0)
})

test('what a program has started ends with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-children-'))
  const left = join(folder, 'left')
  const children = createChildren()
  const running = children.run('sh', ['-c', `(sleep 1; touch ${left}) & wait`], { output: 'keep' })
  await sleep(300)
  await children.stopAll()
  expect((await running).code).toBe(143)
  await sleep(1200)
  expect(existsSync(left)).toBe(false)
  rmSync(folder, { recursive: true })
})

test('a program that takes too long is ended', async () => {
  const ran = await createChildren().run('sleep', ['60'], { output: 'keep', timeoutMs: 200 })
  expect(ran.timedOut).toBe(true)
})
