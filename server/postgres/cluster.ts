import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { abandonedPlaces, findPlace, removePlace, type Place } from './place.ts'

/**
 * The embedded PostgreSQL of one data folder.
 *
 * Who may use it: the server that holds advisory lock `LOCK` in it. The lock ends with the connection of its
 * holder, so a killed server leaves none behind, and no process number is ever trusted. A PostgreSQL that a killed
 * server left running is taken over as it is.
 */
export interface Cluster {
  url: string
  stop(): Promise<void>
}

export async function startCluster(dataDir: string, log: (line: string) => void): Promise<Cluster> {
  for (const dir of await abandonedPlaces()) await clear(dir)
  const place = await findPlace(dataDir)
  const data = join(place.dir, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) {
    log('Making the database.')
    await initialise(place, data)
  }
  for (let attempt = 1; attempt <= 5; attempt++) {
    const running = await takeOver(place, data)
    if (running === 'held')
      throw new Error(`Another Baton server uses ${dataDir}. Stop it first, or set BATON_DATA_DIR.`)
    if (running !== null) return running
    const port = await freePort()
    const code = await runProgram(place, place.pgCtl, [
      'start',
      '-D',
      data,
      '-w',
      '-t',
      '60',
      '-s',
      '-l',
      join(place.dir, 'log'),
      '-o',
      `-p ${port}`,
    ])
    // Another process may have taken the port, or a server of the same folder the folder: look again.
    if (code !== 0) await wait(100 * attempt)
  }
  const tail = (await fs.readFile(join(place.dir, 'log'), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-5)
  throw new Error(`The database does not start. Its last words:\n${tail.join('\n')}`)
}

/** A PostgreSQL that still runs on a deleted data folder is asked to end; its files go at a later start. */
async function clear(dir: string): Promise<void> {
  const data = join(dir, 'data')
  const running = await readPid(data)
  if (running !== null && (await isPostgresOf(running.pid, data))) process.kill(running.pid, 'SIGINT')
  else await removePlace(dir)
}

/** Connects to the PostgreSQL that runs on this folder, if one does, and takes the lock. */
async function takeOver(place: Place, data: string): Promise<Cluster | 'held' | null> {
  let held = false
  for (let tries = 0; tries < 50; tries++) {
    const pid = await readPid(data)
    if (pid === null) return null
    const url = `postgres://baton:${encodeURIComponent(place.password)}@127.0.0.1:${pid.port}/postgres`
    const holder = await tryLock(url, data)
    if (typeof holder === 'object') return clusterOf(place, data, url, holder)
    held = holder === 'held'
    if (holder === 'none' && !(await isPostgresOf(pid.pid, data))) {
      // Its process is gone, or the number belongs to another program now: PostgreSQL would refuse the second case.
      await fs.rm(join(data, 'postmaster.pid'), { force: true })
      return null
    }
    // A killed server's connection ends when its last statement does; a starting PostgreSQL opens its port soon.
    await wait(100)
  }
  return held ? 'held' : null
}

async function tryLock(url: string, data: string): Promise<pg.Client | 'held' | 'none'> {
  const client = new pg.Client({ connectionString: url, application_name: 'baton-holder' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ mine: boolean; dir: string }>(
      `select current_setting('data_directory') as dir, pg_try_advisory_lock(${LOCK}) as mine`,
    )
    if (rows[0]?.dir !== data) throw new Error('another cluster')
    if (rows[0].mine) return client
    await client.end()
    return 'held'
  } catch {
    await client.end().catch(() => undefined)
    return 'none'
  }
}

function clusterOf(place: Place, data: string, url: string, holder: pg.Client): Cluster {
  return {
    url,
    stop: async () => {
      await runProgram(place, place.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30', '-s'])
      await holder.end().catch(() => undefined)
    },
  }
}

async function initialise(place: Place, data: string): Promise<void> {
  const fresh = `${data}.new`
  const passwordFile = join(place.dir, 'password')
  await fs.rm(fresh, { recursive: true, force: true })
  await fs.writeFile(passwordFile, `${place.password}\n`, { mode: 0o600 })
  if (place.as.uid !== undefined && place.as.gid !== undefined) {
    await fs.chown(passwordFile, place.as.uid, place.as.gid)
  }
  const settings = SETTINGS.flatMap((setting) => ['--set', setting])
  const flags = [
    '-D',
    fresh,
    '-U',
    'baton',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-locale',
  ]
  const code = await runProgram(place, place.initdb, [...flags, ...settings])
  await fs.rm(passwordFile, { force: true })
  if (code !== 0)
    throw new Error(`The database could not be made: initdb ended with ${code}. ${await lastWords(place)}`)
  // Only a finished one gets the name: a start that was cut off begins anew.
  await fs.rm(data, { recursive: true, force: true })
  await fs.rename(fresh, data)
}

/** Output goes to a file: PostgreSQL would keep a pipe open for as long as it runs. */
async function runProgram(place: Place, program: string, args: string[]): Promise<number> {
  const output = await fs.open(join(place.dir, 'output'), 'w', 0o600)
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        ...place.as,
        cwd: place.dir,
        env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
        stdio: ['ignore', output.fd, output.fd],
        detached: true,
      })
      child.on('error', reject)
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    await output.close()
  }
}

async function lastWords(place: Place): Promise<string> {
  return (await fs.readFile(join(place.dir, 'output'), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')
}

/** `postmaster.pid`: process, data folder, start time, port, … one per line. */
async function readPid(data: string): Promise<{ pid: number; port: number } | null> {
  const lines = (await fs.readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 1 } : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // ESRCH is the only other answer: nobody has it
  }
}

async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await fs.readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null || command.includes(data)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}

const LOCK = 6_227_001
/** No statement and no value ever reaches the log: it would be personal data. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=40',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]
