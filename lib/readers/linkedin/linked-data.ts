import { clean } from '../dom.ts'
import { slugOf } from './address.ts'
import { isEntity, type Entity } from './entities.ts'

export type LinkedPerson = {
  readonly name: string
  readonly location: string
  readonly companies: readonly string[]
}

/** The JSON-LD person of exactly this slug; invalid or foreign blocks are passed over. */
export function linkedData(blocks: readonly string[], slug: string): LinkedPerson | null {
  for (const text of blocks) {
    const person = entitiesOf(text).find((entity) => entity['@type'] === 'Person' && isOf(entity, slug))
    if (person)
      return {
        name: said(person['name']),
        location: placeOf(person['address']),
        companies: namesOf(person['worksFor']),
      }
  }
  return null
}

function entitiesOf(text: string): Entity[] {
  try {
    const json: unknown = JSON.parse(text)
    const list: unknown = isEntity(json) && '@graph' in json ? json['@graph'] : json
    return (Array.isArray(list) ? (list as unknown[]) : [list]).slice(0, 500).filter(isEntity)
  } catch {
    return []
  }
}

function isOf(entity: Entity, slug: string): boolean {
  const addresses = [entity['url'], entity['@id'], entity['sameAs']].flat().slice(0, 10)
  return addresses.some(
    (address) => typeof address === 'string' && slugOf(address)?.toLowerCase() === slug.toLowerCase(),
  )
}

const said = (value: unknown): string => (typeof value === 'string' ? clean(value, 400) : '')

const placeOf = (value: unknown): string => (isEntity(value) ? said(value['addressLocality']) : '')

function namesOf(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, 30)
    .filter(isEntity)
    .map((entity) => said(entity['name']))
    .filter(Boolean)
}
