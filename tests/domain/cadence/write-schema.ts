import { writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { planCase } from '#lib/domain/cadence/plan-case.ts'

/** `node tests/domain/cadence/write-schema.ts` writes the JSON schema of the portable planning case anew. */
const FILE = new URL('../../../docs/schema/plan-case.json', import.meta.url)

export function planCaseSchema(): string {
  const schema = z.toJSONSchema(planCase, { io: 'input' })
  return `${JSON.stringify({ title: 'Baton: a planning case, one line of npm run plan', ...schema }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(FILE, planCaseSchema())
