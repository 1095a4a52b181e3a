import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder, root } from './source.ts'

/** Keys that are put together from parts (`t(`outcome.${id}`)`) are known by their fixed beginning. */
const sources = [...filesUnder(['components', 'entrypoints', 'lib'], ['.ts', '.tsx']), config()]
const literals = new Set(
  sources.flatMap((file) => [...file.text.matchAll(/['"`]([\w.@]+)['"`]/g)].map((one) => one[1] ?? '')),
)
const beginnings = sources.flatMap((file) =>
  [...file.text.matchAll(/`([\w.]*\w\.[\w]*|[\w.]+\.)\$\{/g)].map((one) => one[1] ?? ''),
)
const keys = keysOf(readFileSync(join(root, 'locales/en.yml'), 'utf8'))

test('every text in locales/en.yml is used', () => {
  const unused = keys.filter(
    (key) => !literals.has(key) && !beginnings.some((start) => key.startsWith(start)),
  )
  expect(unused.filter((key) => !inManifest(key))).toEqual([])
})

test('every text that is asked for is in locales/en.yml', () => {
  const known = new Set(keys)
  const asked = sources.flatMap((file) =>
    [...file.text.matchAll(/\bi18n\.t\(\s*['"]([\w.]+)['"]/g)].map((one) => ({
      path: file.path,
      key: one[1] ?? '',
    })),
  )
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
})

test('no key has a hyphen: Chrome would load no extension with it (see textKey in components/ui/i18n.ts)', () => {
  expect(keys.filter((key) => !/^[\w.]+$/.test(key))).toEqual([])
})

test('no text has an exclamation mark', () => {
  expect(readFileSync(join(root, 'locales/en.yml'), 'utf8')).not.toContain('!')
})

test('the keys of a small file are found', () => {
  const text = 'a: One\nb:\n  c: Two\n  d:\n    1: one\n    n: $1 many\n  e: |\n    long\n    text: here\n'
  expect(keysOf(text)).toEqual(['a', 'b.c', 'b.d', 'b.e'])
})

function inManifest(key: string): boolean {
  return config().text.includes(`__MSG_${key.replaceAll('.', '_')}__`)
}

function config(): { path: string; text: string } {
  return { path: 'wxt.config.ts', text: readFileSync(join(root, 'wxt.config.ts'), 'utf8') }
}

/** The leaves of the file's own simple YAML: mappings by indent, block texts, and plural forms as one key. */
function keysOf(yaml: string): string[] {
  const found: string[] = []
  const path: { indent: number; name: string }[] = []
  let block = -1
  for (const line of yaml.split('\n')) {
    const indent = line.search(/\S/)
    if (indent < 0 || line.trimStart().startsWith('#')) continue
    if (block >= 0 && indent > block) continue
    block = -1
    const [, name, value] = /^\s*['"]?([\w@-]+)['"]?:\s*(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
    const key = [...path.map((one) => one.name), name].join('.')
    if (value === '') path.push({ indent, name })
    else found.push(/^(?:\d+|n)$/.test(name) ? path.map((one) => one.name).join('.') : key)
    if (value && /^[|>]/.test(value)) block = indent
  }
  return [...new Set(found)]
}
