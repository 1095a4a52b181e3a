import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A kept profile runs the worker of an unpacked extension from its own cache as long as the version is the same, and one
 * start longer: an old worker beside new pages. So every build gets a version of its content (`0.1.0` → `0.1.0.51234`),
 * and a profile that last ran another one forgets its cached worker. Call it while no browser uses the profile.
 */
export function bringNewWorker(extensionDir: string, profileDir: string): void {
  const version = stampVersion(extensionDir)
  const note = join(profileDir, 'baton-version')
  if (existsSync(note) && readFileSync(note, 'utf8') === version) return
  rmSync(join(profileDir, 'Default', 'Service Worker'), { recursive: true, force: true })
  mkdirSync(profileDir, { recursive: true })
  writeFileSync(note, version)
}

function stampVersion(extensionDir: string): string {
  const path = join(extensionDir, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
  const hash = createHash('sha256')
  const scripts = readdirSync(extensionDir, { recursive: true, encoding: 'utf8' })
  for (const script of scripts.filter((name) => name.endsWith('.js')).toSorted())
    hash.update(script).update(readFileSync(join(extensionDir, script)))
  // Each part of a version is a number up to 65,535, and a stamped one is stamped anew.
  const base = manifest.version.split('.').slice(0, 3).join('.')
  const version = `${base}.${hash.digest().readUInt16BE(0)}`
  writeFileSync(path, JSON.stringify({ ...manifest, version }))
  return version
}
