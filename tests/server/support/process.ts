import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `node server/main.ts` as a process of its own, to be killed. */
export interface ServerProcess {
  url: string
  code: string
  child: ChildProcess
  output(): string
  /** Resolves with exit code or signal. */
  ended: Promise<number | string | null>
}

export async function startProcess(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, BATON_DATA_DIR: dataDir, PORT: '0', DATABASE_URL: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  )
  const ready = new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      output += chunk.toString()
      const match = /answers at (\S+)[\s\S]*Pairing code: (\S+)/.exec(output)
      if (match !== null) resolve(match)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    void ended.then((how) => reject(new Error(`The server ended (${how}): ${output}`)))
  })
  const [, url = '', code = ''] = await ready
  return { url, code, child, output: () => output, ended }
}

/** Process number of the PostgreSQL of a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const cluster = JSON.parse(await readFile(join(dataDir, 'cluster.json'), 'utf8')) as { dir: string | null } // ours
  const pid = await readFile(join(cluster.dir ?? join(dataDir, 'postgres'), 'data/postmaster.pid'), 'utf8')
  return Number(pid.split('\n')[0])
}

/** A zombie, which nobody has collected yet, does not run. */
export async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && !/\) [ZX] /.test(stat)
}
