import type { Change, Store } from '#lib/store/store.ts'
import { contactIdOf, enrollmentIdOf, sampleContact, sampleEnrollment, sourced } from './sample-records.ts'

/** Puts `n` invented people with an active enrollment each into the store; due instants are spread over 30 days. */
export async function fillStore(store: Store, n: number): Promise<void> {
  for (let from = 1; from <= n; from += CHUNK) {
    const changes: Change[] = []
    for (let k = from; k < Math.min(n + 1, from + CHUNK); k++) {
      const name = `${FIRST[k % FIRST.length]} ${LAST[Math.floor(k / FIRST.length) % LAST.length]}`
      const dueAt = new Date(START + (k % 30) * 86_400_000 + k * 1_000).toISOString()
      const contact = sampleContact({
        name: sourced(name),
        slug: sourced(`person-${k}`),
        emails: [sourced(`person-${k}@example.test`)],
        company: sourced(`Works ${k % 500}`),
      })
      changes.push(
        { t: 'contact', id: contactIdOf(k), k: 'put', f: contact },
        {
          t: 'enrollment',
          id: enrollmentIdOf(k),
          k: 'put',
          f: sampleEnrollment({ contactId: contactIdOf(k), dueAt }),
        },
      )
    }
    await store.commit(async () => ({ changes, result: null }))
  }
}

const CHUNK = 500
const START = Date.UTC(2026, 0, 5, 9)
const FIRST = [
  'Ada',
  'Bea',
  'Cleo',
  'Dora',
  'Emil',
  'Finn',
  'Gus',
  'Hanna',
  'Ivo',
  'Jana',
  'Kari',
  'Łukasz',
  'Müge',
]
const LAST = ['Sample', 'Muster', 'Beispiel', 'Exemple', 'Esempio', 'Ejemplo', 'Przykład', 'Örnek']
