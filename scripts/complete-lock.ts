import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The lock must name the packages of every platform, also those the registry in use did not have when it was
 * written; otherwise `npm ci` refuses the lock there, and leaves them out elsewhere.
 */
export function completeLock(text: string): { text: string; added: string[] } {
  // npm's own file, of the shape it documents for lockfileVersion 3.
  const lock = JSON.parse(text) as { packages: Record<string, LockedPackage> }
  const added: string[] = []
  for (const [at, one] of Object.entries({ ...lock.packages })) {
    for (const [name, version] of Object.entries(one.optionalDependencies ?? {})) {
      if (isFound(lock.packages, at, name)) continue
      lock.packages[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(one.dev ? { dev: true } : {}),
        optional: true,
      }
      added.push(name)
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(sorted)
  return { text: added.length === 0 ? text : `${JSON.stringify(lock, null, 2)}\n`, added }
}

interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

/** Node looks for a package in the folder itself, then in every folder above. */
function isFound(packages: Record<string, LockedPackage>, from: string, name: string): boolean {
  for (let dir = from; ;) {
    if (packages[`${dir === '' ? '' : `${dir}/`}node_modules/${name}`]) return true
    if (dir === '') return false
    const above = dir.lastIndexOf('/node_modules/')
    dir = above < 0 ? '' : dir.slice(0, above)
  }
}

function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'os' | 'libc'> {
  const os = oses.find((one) => name.includes(one))
  const cpu = cpus.find((one) => new RegExp(`-${one}(?![0-9])`).test(name))
  const libc = name.endsWith('-musl') ? 'musl' : name.endsWith('-gnu') ? 'glibc' : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) }
}

const oses = ['android', 'darwin', 'freebsd', 'win32', 'linux', 'openharmony']
const cpus = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, added } = completeLock(readFileSync('package-lock.json', 'utf8'))
  if (added.length > 0) writeFileSync('package-lock.json', text)
  console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}`)
}
