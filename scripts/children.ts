import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Ran {
  code: number
  output: string
  /** Set when the time allowed was over before the program was. */
  timedOut: boolean
}

export interface RunOptions {
  env?: Record<string, string>
  /** `show` lets the program write to our own output, `keep` gathers it. */
  output: 'show' | 'keep'
  timeoutMs?: number
}

export interface Children {
  run(file: string, args: readonly string[], options: RunOptions): Promise<Ran>
  /** Takes care of a program begun elsewhere, as the leader of a group of its own (`detached`). */
  add(child: ChildProcess): void
  /** Ends everything that still runs, with all it started. */
  stopAll(): Promise<void>
}

/** Programs that are ended together with all they start: each gets a process group of its own. */
export function createChildren(): Children {
  const running = new Set<ChildProcess>()
  return {
    run: (file, args, options) => runOne(running, file, args, options),
    add: (child) => {
      running.add(child)
      child.on('exit', () => running.delete(child))
    },
    async stopAll() {
      await Promise.all([...running].map(stopGroup))
    },
  }
}

function runOne(
  running: Set<ChildProcess>,
  file: string,
  args: readonly string[],
  options: RunOptions,
): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>()
  const child = spawn(file, args, {
    detached: process.platform !== 'win32',
    stdio: options.output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  running.add(child)
  let output = ''
  let timedOut = false
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)))
  const timer = setTimeout(() => {
    timedOut = true
    void stopGroup(child)
  }, options.timeoutMs ?? noLimitMs)
  const done = (code: number) => {
    clearTimeout(timer)
    running.delete(child)
    resolve({ code, output, timedOut })
  }
  child.on('error', (error) => {
    output += error.message
    done(1)
  })
  child.on('close', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  return promise
}

/** Asks first, so that browsers and databases close properly; insists after five seconds. */
async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, 'SIGTERM')
  for (let waited = 0; waited < 50 && isRunning(child); waited += 1) await sleep(100)
  signalGroup(child, 'SIGKILL')
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // The group is gone already: that is what was wanted.
  }
}

/**
 * Calls `clean` once on Ctrl-C, a request to end, or when the bootstrap that started this process is gone; then exits
 * with the code shells expect.
 */
export function onStop(clean: () => Promise<void>): void {
  let isStopping = false
  const stop = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => {
    if (isStopping) return
    isStopping = true
    const exit = () => process.exit(128 + constants.signals[signal])
    void clean().then(exit, exit)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal))
  const bootstrap = process.env.BATON_BOOTSTRAP
  delete process.env.BATON_BOOTSTRAP // what is started from here has another parent
  const watch = () => {
    if (bootstrap !== undefined && String(process.ppid) !== bootstrap) stop('SIGTERM')
  }
  setInterval(watch, 1000).unref()
}

const noLimitMs = 2 ** 31 - 1
