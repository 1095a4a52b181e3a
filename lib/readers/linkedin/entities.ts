const MAX_ENTITIES = 20_000

export type Entity = Readonly<Record<string, unknown>>

/** The entities of one block of embedded data. */
export function entitiesOf(text: string): Entity[] {
  // captures with line breaks inside strings exist; a broken block costs nothing else
  for (const candidate of [text, text.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      const json: unknown = JSON.parse(candidate)
      const included =
        isEntity(json) && Array.isArray(json['included']) ? (json['included'] as unknown[]) : []
      return included.slice(0, MAX_ENTITIES).filter(isEntity)
    } catch {
      continue
    }
  }
  return []
}

export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
