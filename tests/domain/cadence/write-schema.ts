import { writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { cadenceFile } from '#lib/domain/cadence/cadence-file.ts'
import { planCase } from '#lib/domain/cadence/plan-case.ts'

/** `node tests/domain/cadence/write-schema.ts` writes the JSON schemas of `docs/schema` anew. */
export const SCHEMAS = [
  {
    file: 'docs/schema/plan-case.json',
    title: 'Baton: a planning case, one line of npm run plan',
    schema: planCase,
  },
  {
    file: 'docs/schema/cadence-file.json',
    title: 'Baton: a cadence to give away, version 1',
    schema: cadenceFile,
  },
] as const

export function schemaText({ title, schema }: (typeof SCHEMAS)[number]): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}

if (import.meta.main)
  for (const one of SCHEMAS) writeFileSync(new URL(`../../../${one.file}`, import.meta.url), schemaText(one))
