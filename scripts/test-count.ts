import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'

export interface Count {
  passed: number
  failed: number
}

/**
 * What Vitest's JSON report says, counted strictly: a file that could not be loaded, a skipped test, an error outside
 * of any test and a run without tests are failures too.
 */
export function countTests(reportFile: string, exitCode: number): Count {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const told = report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const brokenFiles = told.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  ).length
  const failed = told.numFailedTests + told.numPendingTests + told.numTodoTests + brokenFiles
  const isSilentFailure = failed === 0 && (exitCode !== 0 || told.numPassedTests === 0)
  return { passed: told.numPassedTests, failed: isSilentFailure ? 1 : failed }
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})
