import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string
  text: string
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every file under the folders, as the working tree has it. */
export function filesUnder(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${sep}node_modules${sep}`))
      .map((path) => ({ path: relative(root, path).replaceAll(sep, '/'), text: readFileSync(path, 'utf8') })),
  )
}

/** The text without comments and with every string emptied, so that only code is left to look at. */
export function codeOf(text: string): string {
  return text.replace(notCode, (found) => {
    if (found.startsWith('/')) return ' '
    return found.startsWith('`') ? `\`${placeholders(found)}\`` : "''"
  })
}

/** What stands in `${…}` of a template is code. */
function placeholders(template: string): string {
  return [...template.matchAll(/\$\{([^}]*)\}/g)].map((one) => `\${${one[1]}}`).join('')
}

/** Names of the modules a file imports, re-exports or loads later. */
export function importsOf(text: string): string[] {
  const withoutComments = text.replace(notCode, (found) => (/^\/[/*]/.test(found) ? ' ' : found))
  return [...withoutComments.matchAll(importing)].map((one) => one[1] ?? one[2] ?? one[3] ?? '')
}

const notCode =
  /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
const importing = /\bfrom\s+['"]([^'"]+)['"]|\bimport\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
