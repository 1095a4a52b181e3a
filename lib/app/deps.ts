import type { Store } from '#lib/store/store.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'

/** What every use case takes as its first parameter. Real ones are wired in the entrypoints, fakes in tests. */
export interface Deps {
  store: Store
  clock: Clock
  ids: Ids
  settings: SettingsSource
}

export interface Clock {
  now(): Instant
  /** IANA zone of the machine at this moment; it may change while Baton runs. */
  zone(): string
}

export interface Ids {
  /** UUIDv7. */
  next(): string
}

export interface SettingsSource {
  get(): Promise<Settings>
  set(patch: Partial<Settings>): Promise<void>
}
