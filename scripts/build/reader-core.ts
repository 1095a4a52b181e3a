import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CORE = resolve(ROOT, 'lib/readers/scripts/core.ts')
const VIRTUAL = '\0reader-core:'
/** WXT wraps every script with a logger that has nothing to say in a page: readers are built without it. */
const DEFINE = '\0reader-define'
const WRAPPED = 'virtual:wxt-unlisted-script-entrypoint?'

/** Name under which the first script leaves the shared functions in the extension's own world of a page. */
export const CORE_NAME = 'batonCore'

/**
 * Reader scripts after the first take the shared modules from what the first one left, instead of bundling them again:
 * an import of a module that `core.ts` names becomes a look at that one object.
 */
export function readerCore(): Plugin {
  const shared = sharedNames()
  const places = coreNames(readFileSync(CORE, 'utf8'))
  let isLater = false
  return {
    name: 'baton:reader-core',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      const { lib } = config.build
      isLater = lib !== false && isLaterScript(JSON.stringify(lib.entry))
    },
    resolveId(source, importer) {
      if (source === VIRTUAL) return source
      if (source === 'wxt/utils/define-unlisted-script') return isReader(importer ?? '') ? DEFINE : null
      if (!isLater || importer === undefined) return null
      const path = source.startsWith('#')
        ? resolve(ROOT, source.slice(1))
        : resolve(dirname(importer), source)
      return shared.has(path) ? VIRTUAL + path : null
    },
    transform(code, id) {
      if (isReader(id)) return code.replace('defineUnlistedScript(', '(')
      // a list in place of the object: sixty names are half a kilobyte
      return id === CORE ? code.replace(OBJECT, 'export const core = [$1]') : null
    },
    load(id) {
      const [, entry] = id.split(WRAPPED)
      if (entry && isReader(entry)) return `import main from ${JSON.stringify(entry)}\nexport default main()`
      if (id === DEFINE) return 'export const defineUnlistedScript = (main) => main'
      if (id === VIRTUAL) return `export const of = (place) => ${CORE_NAME}[place]`
      const names = id.startsWith(VIRTUAL) ? shared.get(id.slice(VIRTUAL.length)) : undefined
      // marked as pure, so that what a script does not use is dropped
      const looks = names?.map((name) => `export const ${name} = /* @__PURE__ */ of(${places.indexOf(name)})`)
      return looks ? [`import { of } from '${VIRTUAL}'`, ...looks].join('\n') : null
    },
  }
}

const isReader = (entry: string): boolean => /\/reader(-\w+)?\.ts$/.test(entry)

/** The scripts the first one names as `next`, by their entry's path. */
const isLaterScript = (entry: string): boolean =>
  /entrypoints\/reader-\w+\.ts|readers\/scripts\/(?!first|core)\w+\.ts/.test(entry)

const OBJECT = /export const core = \{([^}]*)\}/

/** The names in the core, in their order. */
const coreNames = (code: string): string[] =>
  (OBJECT.exec(code)?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

/** Absolute path of each shared module and the names the core holds of it. */
function sharedNames(): Map<string, string[]> {
  const shared = new Map<string, string[]>()
  for (const [, names = '', path = ''] of readFileSync(CORE, 'utf8').matchAll(
    /^import \{([^}]*)\} from '(\.[^']+)'/gm,
  ))
    shared.set(
      resolve(dirname(CORE), path),
      names
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
  return shared
}
