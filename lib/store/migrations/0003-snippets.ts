/** Version 3: snippets, pieces of text that templates name. Frozen: it imports nothing and is never edited. */
export function snippets(db: IDBDatabase): void {
  const store = db.createObjectStore('snippet', { keyPath: 'id' })
  for (const name of ['practice', 'kept', 'goneAt']) store.createIndex(name, name)
}
