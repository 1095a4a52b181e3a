import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the built extension: `BATON_EXTENSION_DIR`, as `npm test` sets it, or what `npm run build` left. */
export function extensionDir(): string {
  const dir =
    process.env.BATON_EXTENSION_DIR ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url))
  if (!existsSync(join(dir, 'manifest.json'))) throw new Error(`No built extension in ${dir}: npm run build`)
  return dir
}

/** Paths of all files of the built extension with one of these endings, relative and sorted. */
export function builtFiles(...endings: string[]): string[] {
  const dir = extensionDir()
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

export function builtText(path: string): string {
  return readFileSync(join(extensionDir(), path), 'utf8')
}

/** Everything that loads with a page or the worker at once: scripts it names and their static imports. */
export function loadedWith(entry: string): string[] {
  const found = new Set<string>()
  const queue = entry.endsWith('.html') ? scriptsOf(entry) : [entry]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    found.add(path)
    queue.push(...importsOf(path))
  }
  return [...found].toSorted()
}

function scriptsOf(page: string): string[] {
  const html = builtText(page)
  return [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/?([^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  )
}

function importsOf(path: string): string[] {
  const folder = path.split('/').slice(0, -1).join('/')
  const source = builtText(path)
  const names = [
    ...source.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.{1,2}\/[^"']+)["']/g),
  ]
  return names.map((match) => new URL(match[1] ?? '', `file:///${folder}/`).pathname.slice(1))
}
