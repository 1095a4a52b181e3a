import type { DaySet, EpochDay } from '#lib/domain/cadence/calendar.ts'
import type { ContactPlace } from '#lib/domain/place/contact-place.ts'
import type { Store } from '#lib/store/store.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'

/** What every use case takes as its first parameter. Real ones are wired in the entrypoints, fakes in tests. */
export interface Deps {
  store: Store
  clock: Clock
  ids: Ids
  settings: SettingsSource
  /** Public holidays by ISO 3166 region, as pages have worked them out; absent = none are known. */
  holidays?: HolidaySource
  /** Reads location texts, on pages only: the worker cannot load the lists. */
  places?: PlaceSource
}

export interface HolidaySource {
  get(): Promise<ReadonlyMap<string, DaySet>>
}

export interface PlaceSource {
  read(text: string): Promise<ContactPlace>
  /** What was read before, without waiting. */
  known(text: string): ContactPlace | null
  holidays(region: string, from: number, to: number): Promise<EpochDay[]>
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
