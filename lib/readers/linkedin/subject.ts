import type { PersonFields, Proof } from '#lib/domain/capture.ts'
import { printOf } from '../print.ts'
import { isIdSlug, slugOf } from './address.ts'

/** Slug of the address as a way of reading it; an address that names the member by id says none. */
export function addressSlug(url: URL): string | null {
  const slug = slugOf(url.href)
  return slug && !isIdSlug(slug) ? slug : null
}

/**
 * Proof that the page shows the person of its address: the slugs the page itself carries, and a print of the
 * top card. The print is made of name and member id alone, because everything else of a card may change while
 * it still shows the same person.
 */
export function proofOf(url: URL, pageSlugs: readonly (string | null)[], fields: PersonFields): Proof {
  const slugs = new Set(
    pageSlugs.filter((slug) => slug !== null && slug !== '').map((slug) => String(slug).toLowerCase()),
  )
  const id = fields.memberId?.value
  const asked = slugOf(url.href)
  if (id && asked && isIdSlug(asked) && id === asked) slugs.add(asked.toLowerCase())
  const name = fields.name?.value
  return { slugs: [...slugs].slice(0, 16), topCard: name ? printOf(`${id ?? ''}\n${name}`) : null }
}
