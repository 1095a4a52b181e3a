import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { platform } from 'node:os'
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
  const running = await open(place, data, null)
  if (running === null)
    throw new Error(`Another Baton server uses ${dataDir}. Stop it first, or set BATON_DATA_DIR.`)
  return keep(place, data, running, log)
}

interface Holder {
  client: pg.Client
  port: number
}

/** Takes over what runs, else starts it, on `port` or a free one. Null when another server holds it. */
async function open(place: Place, data: string, port: number | null): Promise<Holder | null> {
  for (let attempt = 1; attempt <= 8; attempt++) {
    const running = await takeOver(place, data)
    if (running === 'held') return null
    if (running !== null) return running
    const logging = ['-s', '-l', join(place.dir, 'log')]
    const listening = ['-o', `-p ${port ?? (await freePort())}`]
    const start = ['start', '-D', data, '-w', '-t', '60', ...logging, ...listening]
    const code = await runProgram(place, place.pgCtl, start)
    // Another process may have taken the port, a server of the same folder the folder, or the processes of a
    // killed PostgreSQL may still be ending: look again.
    if (code !== 0) await wait(100 * attempt)
  }
  const tail = (await fs.readFile(join(place.dir, 'log'), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-5)
  throw new Error(`The database does not start. Its last words:\n${tail.join('\n')}`)
}

/** Starts PostgreSQL again, on the same port, when it ends while the server lives. */
function keep(place: Place, data: string, first: Holder, log: (line: string) => void): Cluster {
  let holder = first
  let isStopping = false
  let revival: Promise<void> = Promise.resolve()
  const watch = (): void => {
    holder.client.once('end', () => {
      if (isStopping) return
      log('The database ended. Starting it again.')
      revival = open(place, data, first.port).then(
        (again) => {
          if (again === null) return log('Another Baton server has taken the database.')
          holder = again
          watch()
        },
        (error: unknown) => log(error instanceof Error ? error.message : 'The database does not start.'),
      )
    })
  }
  watch()
  return {
    url: urlOf(place, first.port),
    stop: async () => {
      isStopping = true
      await revival
      await runProgram(place, place.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30', '-s'])
      await holder.client.end().catch(() => undefined)
    },
  }
}

const urlOf = (place: Place, port: number): string =>
  `postgres://baton:${encodeURIComponent(place.password)}@127.0.0.1:${port}/postgres`

/** A PostgreSQL that still runs on a deleted data folder is asked to end; its files go at a later start. */
async function clear(dir: string): Promise<void> {
  const data = join(dir, 'data')
  const running = await readPid(data)
  if (running !== null && (await isRunning(running.pid, data))) process.kill(running.pid, 'SIGINT')
  else await removePlace(dir)
}

/** Connects to the PostgreSQL that runs on this folder, if one does, and takes the lock. */
async function takeOver(place: Place, data: string): Promise<Holder | 'held' | null> {
  let held = 0
  for (let tries = 0; tries < 100 && held < 10; tries++) {
    const pid = await readPid(data)
    if (pid === null) return null
    const client = await tryLock(urlOf(place, pid.port), data)
    if (typeof client === 'object') return { client, port: pid.port }
    held = client === 'held' ? held + 1 : 0
    if (held === 0 && !(await isRunning(pid.pid, data))) {
      // The number may belong to another program by now, or to a zombie: PostgreSQL would refuse to start.
      await fs.rm(join(data, 'postmaster.pid'), { force: true })
      return null
    }
    // A killed server's connection is about to end; a starting PostgreSQL opens its port soon.
    await wait(100)
  }
  return held > 0 ? 'held' : null
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

async function initialise(place: Place, data: string): Promise<void> {
  const mine = randomBytes(6).toString('hex')
  const [fresh, passwordFile] = [`${data}.${mine}`, join(place.dir, `password.${mine}`)]
  await fs.writeFile(passwordFile, `${place.password}\n`, { mode: 0o600 })
  if (place.as.uid !== undefined && place.as.gid !== undefined) {
    await fs.chown(passwordFile, place.as.uid, place.as.gid)
  }
  const settings = SETTINGS.flatMap((setting) => ['--set', setting])
  const login = ['-U', 'baton', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const code = await runProgram(place, place.initdb, [
    '-D',
    fresh,
    ...login,
    '-E',
    'UTF8',
    '--no-locale',
    ...settings,
  ])
  await fs.rm(passwordFile, { force: true })
  if (code !== 0)
    throw new Error(`The database could not be made: initdb ended with ${code}. ${await lastWords(place)}`)
  // Only a finished one gets the name, and of two made at once the first.
  await fs.rename(fresh, data).catch(() => fs.rm(fresh, { recursive: true, force: true }))
}

/** Output goes to a file: PostgreSQL would keep a pipe open for as long as it runs. */
async function runProgram(place: Place, program: string, args: string[]): Promise<number> {
  const output = await fs.open(join(place.dir, 'output'), 'a', 0o600)
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        ...place.as,
        cwd: place.dir,
        env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
        stdio: ['ignore', output.fd, output.fd],
        detached: true,
        windowsHide: true,
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

/**
 * Whether any PostgreSQL process works on this folder. On Linux by their working directory, because the number in
 * the file may be reused, and because the children of a killed PostgreSQL live a moment longer than itself: as long
 * as one does, starting another would damage the data.
 */
async function isRunning(pid: number, data: string): Promise<boolean> {
  if (platform() === 'linux') {
    const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const folders = await Promise.all(pids.map((each) => fs.readlink(`/proc/${each}/cwd`).catch(() => '')))
    return folders.includes(data)
  }
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
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
