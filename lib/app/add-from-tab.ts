import { believe, READ_DELAYS } from '#lib/domain/reading.ts'
import { canonicalAddress, profileAddress } from '#lib/domain/address.ts'
import type { Deps } from './deps.ts'
import { addToCadence } from './enroll.ts'
import type { TabPorts } from './follow-tab.ts'
import type { PersonInput } from './person-input.ts'
import { replanPeople } from './replan.ts'

/**
 * Add to cadence without the panel: key or menu. The worker may be stopped at any moment between the press and the
 * save, so the press is noted first; the next start finds the note and says what came of it.
 */

export interface PressPorts extends Pick<TabPorts, 'read' | 'wait' | 'ticks' | 'siteOf'> {
  notePress(press: Press): Promise<void>
  forgetPress(): Promise<void>
  lastPress(): Promise<Press | null>
}

export interface Press {
  /** Address that was on screen. */
  url: string
  at: string
}

/** What the panel says of the press; `route` is the screen that shows it. */
export interface PressAnswer {
  code:
    | 'added' | 'already' | 'suppressed' | 'never' | 'no-cadence' | 'no-person' | 'no-access' | 'choose' | 'interrupted'
  route: string | null
  facts: Record<string, string>
  group: string | null
} // prettier-ignore

/** Reads the page of the tab and adds whom it shows to the cadence that was chosen last. */
export async function addFromTab(
  deps: Deps,
  ports: PressPorts,
  tab: { id: number; url: string | undefined },
): Promise<PressAnswer> {
  const url = tab.url ?? ''
  await ports.notePress({ url, at: deps.clock.now() })
  try {
    const person = await personOnPage(deps, ports, { id: tab.id, url })
    return typeof person === 'string' ? answer(person) : await added(deps, person)
  } finally {
    await ports.forgetPress()
  }
}

/** At the worker's start: what became of a press that the last worker did not live to answer; null when none is open. */
export async function answerOpenPress(deps: Deps, ports: PressPorts): Promise<PressAnswer | null> {
  const press = await ports.lastPress()
  if (!press) return null
  await ports.forgetPress()
  const slugged = await deps.store.contactsByKeys(keysOfAddress(press.url))
  const contact = slugged[0]
  if (!contact) return answer('interrupted')
  await replanPeople(deps, [contact.id])
  const enrollments = await deps.store.enrollmentsOf(contact.id)
  const begun = enrollments.some(({ startedAt }) => startedAt >= press.at)
  return begun ? answer('added', contact.id, { name: contact.name.value }) : answer('interrupted')
}

type NoPerson = 'no-person' | 'no-access' | 'choose'

async function personOnPage(
  deps: Deps,
  ports: PressPorts,
  tab: { id: number; url: string },
): Promise<PersonInput | NoPerson> {
  const practice = ports.siteOf(tab.url) === 'practice'
  const begun = ports.ticks()
  for (const delay of [...READ_DELAYS, null]) {
    const read = await ports.read(tab)
    if (read.kind === 'refused' && delay === null) return 'no-access'
    if (read.kind === 'gone' || read.kind === 'malformed') return 'no-person'
    if (read.kind === 'read') {
      const { result, url } = read.read
      const addressSince = { topCardBefore: null, sameForMs: ports.ticks() - begun }
      if (believe({ read: read.read, address: url, addressSince }) === 'believed') {
        const common = { url: canonicalAddress(url) || url, at: deps.clock.now(), practice }
        if (result.kind === 'person') return { from: 'read', read: result, ...common }
        if (result.kind !== 'thread') return 'no-person'
        const [participant, another] = result.participants
        return participant && !another ? { from: 'participant', participant, ...common } : 'choose'
      }
    }
    if (delay !== null) await ports.wait(delay)
  }
  return 'no-person'
}

async function added(deps: Deps, person: PersonInput): Promise<PressAnswer> {
  const cadence = await chosenCadence(deps)
  if (!cadence) return answer('no-cadence')
  const { result, group } = await addToCadence(deps, { person, cadenceId: cadence.id })
  // No page need be open that would follow what this one has told, such as a connection.
  if (result.kind === 'added' || result.kind === 'already') await replanPeople(deps, [result.contactId])
  switch (result.kind) {
    case 'added': {
      const contact = await deps.store.get('contact', result.contactId)
      const facts = {
        name: contact?.name.value ?? '',
        cadence: cadence.name,
        at: result.schedule[0]?.at ?? '',
      }
      return { ...answer('added', result.contactId, facts), group }
    }
    case 'already':
      return answer('already', result.contactId, { cadence: cadence.name })
    case 'suppressed':
      return answer('suppressed', result.contactId)
    case 'never':
      return answer('never', null, { entry: result.entry })
    case 'no-cadence':
      return answer('no-cadence')
    case 'no-name':
    case 'gone':
      return answer('no-person')
  }
}

/** The cadence chosen last, or the first there is. */
export async function chosenCadence(deps: Deps): Promise<{ id: string; name: string } | null> {
  const { lastCadenceId } = await deps.settings.get()
  const cadences = (await deps.store.cadences()).filter(
    ({ archived, steps }) => !archived && steps.length > 0,
  )
  return cadences.find(({ id }) => id === lastCadenceId) ?? cadences[0] ?? null
}

function answer(
  code: PressAnswer['code'],
  contactId: string | null = null,
  facts: Record<string, string> = {},
): PressAnswer {
  return { code, route: contactId === null ? null : `/contact/${contactId}`, facts, group: null }
}

function keysOfAddress(url: string): string[] {
  const slug = profileAddress(url)?.slug
  return slug === undefined ? [] : [`li:${slug}`]
}
