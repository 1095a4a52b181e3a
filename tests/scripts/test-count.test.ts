import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countTests } from '#scripts/test-count.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-count-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Told {
  passed: number
  failed?: number
  pending?: number
  files?: { status: string; tests: string[] }[]
}

function report({ passed, failed = 0, pending = 0, files = [] }: Told): string {
  const file = join(folder, 'report.json')
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  }))
  const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 }
  writeFileSync(file, JSON.stringify({ ...counts, testResults }))
  return file
}

test('passed and failed tests are counted', () => {
  expect(countTests(report({ passed: 5 }), 0)).toEqual({ passed: 5, failed: 0 })
  expect(countTests(report({ passed: 5, failed: 2 }), 1)).toEqual({ passed: 5, failed: 2 })
})

test('a skipped test is a failure', () => {
  expect(countTests(report({ passed: 5, pending: 1 }), 0).failed).toBe(1)
})

test('a file that could not be loaded is a failure', () => {
  expect(countTests(report({ passed: 5, files: [{ status: 'failed', tests: [] }] }), 1).failed).toBe(1)
})

test('an error outside of any test is a failure', () => {
  expect(countTests(report({ passed: 5 }), 1).failed).toBe(1)
})

test('no test at all, and no report, are failures', () => {
  expect(countTests(report({ passed: 0 }), 0).failed).toBe(1)
  expect(countTests(join(folder, 'nowhere.json'), 0).failed).toBe(1)
})
