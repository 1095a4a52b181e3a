import { all, attr, clean } from '../dom.ts'
import { MEMBER_ID, memberNumber } from './address.ts'
import { isEntity, objectsWith, type Entity } from './entities.ts'

/** What the embedded JSON of a signed-in page says of one person. */
export type Embedded = {
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly headline: string
  readonly location: string
  readonly memberId: string
}

const MAX_BLOCK = 3_000_000

/**
 * The profile entities of exactly this person. The blocks stay those of the tab's first page after in-app navigation
 * and hold viewer and others: an entity counts only when its `publicIdentifier` is the slug (or its number the page's
 * member number), and for whoever asks only when its name is the heading's. `besideBroken` looks into blocks too broken
 * to parse, where no heading could check what is found.
 */
export function embeddedPeople(
  doc: Document,
  slug: string,
  number: string,
  besideBroken = false,
): Embedded[] {
  const people: Embedded[] = []
  for (const block of all(doc, 'code[id^="bpr-guid-"]', 300)) {
    const text = block.textContent ?? ''
    if (text.length > MAX_BLOCK || !text.includes('"publicIdentifier"')) continue
    if (!(slug && text.includes(slug)) && !(number && text.includes(number))) continue
    const found = [
      ...(slug ? objectsWith(text, 'publicIdentifier', slug) : []),
      ...(number ? objectsWith(text, 'objectUrn', `urn:li:member:${number}`) : []),
    ]
    const person = found.find(isPerson) ?? (besideBroken && slug ? besideSlug(text, slug) : null)
    if (person) people.push(personOf(person, text))
    if (people.length === 3) break
  }
  return people
}

/** The id that belongs to the page's member number, found in links, else in raw blocks without parsing them. */
export function idOfNumber(doc: Document, number: string): string | null {
  for (const link of all(doc, 'main a[href*="ACoAA"]', 200)) {
    const id = MEMBER_ID.exec(attr(link, 'href'))?.[0]
    if (id && String(memberNumber(id)) === number) return id
  }
  for (const block of all(doc, 'code[id^="bpr-guid-"]', 300)) {
    const text = block.textContent ?? ''
    for (let at = text.indexOf('ACoAA'); at >= 0 && at < MAX_BLOCK; at = text.indexOf('ACoAA', at + 1)) {
      const id = MEMBER_ID.exec(text.slice(at, at + 39))?.[0]
      if (id && String(memberNumber(id)) === number) return id
    }
  }
  return null
}

const isPerson = (entity: Entity): boolean =>
  typeof entity['publicIdentifier'] === 'string' && typeof entity['firstName'] === 'string'

function personOf(entity: Entity, block: string): Embedded {
  const text = (value: unknown, cap = 400): string => (typeof value === 'string' ? clean(value, cap) : '')
  const [firstName, lastName] = [text(entity['firstName']), text(entity['lastName'])]
  const place = isEntity(entity['geoLocation']) ? entity['geoLocation']['*geo'] : undefined
  const [geo] = typeof place === 'string' ? objectsWith(block, 'entityUrn', place) : []
  return {
    name: `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    headline: text(entity['headline'], 1_000),
    location: text(geo?.['defaultLocalizedName']),
    memberId: MEMBER_ID.exec(text(entity['entityUrn']))?.[0] ?? '',
  }
}

const PAIR = '"[\\w*$]{1,60}":(?:"(?:[^"\\\\]|\\\\.){0,1500}"|null|true|false|-?\\d{1,20})'

/** Of a block too broken to parse: the plain pairs that stand directly before the slug, hence in the same object. */
function besideSlug(text: string, slug: string): Entity | null {
  const at = text.indexOf(`"publicIdentifier":"${slug}"`)
  if (at < 0) return null
  const pairs = new RegExp(`(?:${PAIR},){1,20}$`).exec(text.slice(Math.max(0, at - 3_000), at))?.[0]
  try {
    const entity: unknown = JSON.parse(`{${pairs?.slice(0, -1) ?? ''}}`)
    return isEntity(entity) ? entity : null
  } catch {
    return null
  }
}
