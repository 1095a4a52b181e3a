import type { PersonInput } from '#lib/app/person-input.ts'

/** What tells one person on screen from another. A read is known by its page and time: hashing all of it costs a frame. */
export function personKey(person: PersonInput): unknown {
  return person.from === 'read' ? ['read', person.url, person.at, person.edits ?? null] : person
}
