import { isIdSlug, slugOf } from './address.ts'

/** Slug of the address as a way of reading it; an address that names the member by id says none. */
export function addressSlug(href: string): string | null {
  const slug = slugOf(href)
  return slug && !isIdSlug(slug) ? slug : null
}
