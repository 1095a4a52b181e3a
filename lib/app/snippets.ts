import type { Snippet } from '#lib/domain/records.ts'
import { SNIPPET_NAME } from '#lib/domain/templates/snippet-name.ts'
import type { Change, Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'

export type SnippetResult =
  | { kind: 'saved' }
  /** Templates name snippets, so a name is one snippet's: another has it, or it is none. */
  | { kind: 'refused'; code: 'name' | 'taken' | 'long' }

/** Saves a new or changed snippet; touches that name it follow at once. */
export async function saveSnippet(
  deps: Deps,
  { id, name, body }: { id: string; name: string; body: string },
): Promise<Commit<SnippetResult>> {
  return deps.store.commit<SnippetResult>(async (reads) => {
    const refused = (code: 'name' | 'taken' | 'long') => ({
      changes: [],
      result: { kind: 'refused' as const, code },
    })
    if (!SNIPPET_NAME.test(name)) return refused('name')
    if (body.length > LONGEST) return refused('long')
    const others = await reads.snippets()
    if (others.some((one) => one.name === name && one.id !== id)) return refused('taken')
    const known = others.find((one) => one.id === id)
    const change: Change = known
      ? { t: 'snippet', id, k: 'patch', f: { name, body } }
      : { t: 'snippet', id, k: 'put', f: { name, body, createdAt: deps.clock.now() } }
    const isSame = known?.name === name && known.body === body
    return { changes: isSame ? [] : [change], result: { kind: 'saved' } }
  })
}

/** Takes a snippet away; touches that name it are held until it is back or no longer named. */
export async function removeSnippet(deps: Deps, { id }: { id: string }): Promise<Commit<null>> {
  return deps.store.commit(async (reads) => {
    const known = await reads.get('snippet', id)
    return { changes: known ? [{ t: 'snippet', id, k: 'del' }] : [], result: null }
  })
}

/** All snippets by name. */
export async function snippetsByName({ store }: Pick<Deps, 'store'>): Promise<WithId<Snippet>[]> {
  return (await store.snippets()).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const LONGEST = 5_000
