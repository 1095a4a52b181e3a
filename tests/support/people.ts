import { practicePersonBySlug } from '#lib/practice/people.ts'
import type { PracticePerson } from '#lib/practice/person.ts'

export function mustFindPracticePerson(slug: string): PracticePerson {
  const person = practicePersonBySlug(slug)
  if (person === undefined) throw new Error(`no practice person ${slug}`)
  return person
}
