import { readFileSync } from 'node:fs'
import { addressKind } from '#lib/domain/address-kind.ts'
import { nameParts } from '#lib/domain/name/parse-name.ts'
import { parsePlace } from '#lib/domain/place/parse-place.ts'

/**
 * `npm run --silent parse -- <name|address|place> <file>`: what the parsers of texts make of every line of a file, one JSON
 * line for each, so that they can be measured on any text. An empty line is a text, too; the line break at the end of
 * the file begins none.
 */
type Parser = (text: string) => Record<string, unknown>

const PARSERS: Readonly<Record<string, Parser>> = {
  name: (text) => {
    const { first, last } = nameParts(text)
    return { first, last }
  },
  address: (text) => ({ ...addressKind(text) }),
  place: (text) => ({ ...parsePlace(text) }),
}

const [what = '', file] = process.argv.slice(2)
const parser = Object.hasOwn(PARSERS, what) ? PARSERS[what] : undefined
if (!parser || !file) {
  console.error(
    `usage: npm run --silent parse -- <${Object.keys(PARSERS).join('|')}> <file, one text a line>`,
  )
  process.exit(2)
}
const lines = readFileSync(file, 'utf8')
  .replace(/^\ufeff/, '')
  .split('\n')
  .map((line) => line.replace(/\r$/, ''))
if (lines.at(-1) === '') lines.pop()
for (const line of lines) console.log(JSON.stringify({ in: line, ...parser(line) }))
