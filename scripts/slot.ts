import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A folder of its own for every `npm start` that runs at the same time in this clone: the first keeps its browser
 * profile, database and build in `.baton/1`, a second one beside it in `.baton/2`, and so on.
 */
export interface Slot {
  number: number
  dir: string
  release(): void
}

export function takeSlot(base = fileURLToPath(new URL('../.baton', import.meta.url))): Slot {
  for (let number = 1; ; number += 1) {
    const dir = join(base, String(number))
    const lock = join(base, `${number}.pid`)
    mkdirSync(dir, { recursive: true })
    if (!claim(lock)) continue
    const release = () => rmSync(lock, { force: true })
    process.once('exit', release)
    return { number, dir, release }
  }
}

function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
    rmSync(lock, { force: true }) // its process ended without saying so
    return claim(lock)
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
