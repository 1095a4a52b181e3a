import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import type { Deps } from './deps.ts'

/** What pages told of a person's life beside the single fields, each part as last read; empty where none did. */
export interface Story {
  positions: PositionRead[]
  schools: SchoolingRead[]
  websites: string[]
}

export async function storyOf(deps: Pick<Deps, 'store'>, contactId: string): Promise<Story> {
  const captures = await deps.store.capturesOf(contactId, MOST_PAGES)
  return {
    positions: captures.find(({ experience }) => (experience?.length ?? 0) > 0)?.experience ?? [],
    schools: captures.find(({ education }) => (education?.length ?? 0) > 0)?.education ?? [],
    websites: captures.find(({ contact }) => (contact?.websites.length ?? 0) > 0)?.contact?.websites ?? [],
  }
}

const MOST_PAGES = 50
