import type { Deps } from '#lib/app/deps.ts'
import { ensureShipped } from '#lib/app/shipped-cadences.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import type { Field, PersonRead } from '#lib/domain/capture.ts'
import { DEFAULT_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import { openStore } from '#lib/store/open.ts'
import type { Store } from '#lib/store/store.ts'
import { createProfile, uuidSource, type Profile } from './store-env.ts'

/** The real use cases over the real store in memory, with a clock that the test moves. */
export interface AppWorld extends Deps {
  store: Store & StoreAdmin
  profile: Profile
  cadenceId: string
  /** Moves the clock to an instant. */
  at(instant: string): void
  zoneIs(zone: string): void
  /** The same profile after the context was killed: everything in memory is gone. */
  reopened(): Promise<AppWorld>
}

/** Tuesday 24 November 2026, 09:30 in Lisbon. */
export const TUESDAY = '2026-11-24T09:30:00.000Z'

export async function appWorld(profile = createProfile({ now: Date.parse(TUESDAY) })): Promise<AppWorld> {
  const store = await openStore(profile.env())
  let zone = 'Europe/Lisbon'
  let settings: Settings = DEFAULT_SETTINGS
  const next = uuidSource(7)
  const world: AppWorld = {
    store,
    profile,
    cadenceId: OUTBOUND_STARTER_ID,
    clock: { now: () => new Date(profile.clock.now).toISOString(), zone: () => zone },
    ids: { next },
    settings: {
      get: () => Promise.resolve(settings),
      set: (patch) => {
        settings = { ...settings, ...patch }
        return Promise.resolve()
      },
    },
    at: (instant) => {
      profile.clock.now = Date.parse(instant)
    },
    zoneIs: (name) => {
      zone = name
    },
    reopened: () => {
      store.close()
      profile.restart()
      return appWorld(profile)
    },
  }
  await ensureShipped(world)
  return world
}

const field = (value: string): Field => ({ value, strategy: 'test', confidence: 'sure' })

/** A person as a profile page gives her. */
export function readPerson(
  slug: string,
  values: Partial<
    Record<
      'name' | 'headline' | 'currentCompany' | 'currentTitle' | 'companyLinkId' | 'location' | 'memberId',
      string
    >
  > = {},
): Extract<PersonInput, { from: 'read' }> {
  const all = { name: 'Inga Probe', headline: 'Head of Purchasing', currentCompany: 'Probe Works', ...values }
  const read: PersonRead = {
    kind: 'person',
    generation: 'sdui',
    reader: 'test',
    fields: {
      slug: field(slug),
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, field(value)])),
    },
    proof: { slugs: [slug], topCard: `card of ${slug}` },
    notLoaded: [],
  }
  return { from: 'read', read, url: `https://www.linkedin.com/in/${slug}/`, at: TUESDAY, practice: false }
}
