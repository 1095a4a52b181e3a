/** Version 1: an object store per table, and those of the sync. Frozen: it imports nothing and is never edited. */
export function firstStores(db: IDBDatabase): void {
  const indexes: Record<string, [name: string, keyPath: string | string[], multiEntry?: boolean][]> = {
    contact: [
      ['keys', 'keys', true],
      ['words', 'words', true],
      ['account', 'f.accountId'],
      ['nurture', 'f.nurtureUntil'],
    ],
    account: [['keys', 'keys', true]],
    capture: [['contact', ['f.contactId', 'f.at']]],
    note: [['contact', ['f.contactId', 'f.at']]],
    cadence: [],
    enrollment: [
      ['contact', 'f.contactId'],
      ['cadence', 'f.cadenceId'],
      ['due', ['f.state', 'f.dueAt']],
      ['pause', ['f.state', 'f.pausedUntil']],
      ['finish', ['f.finishReason', 'f.finishedAt']],
    ],
    touch: [
      ['enrollment', 'f.enrollmentId'],
      ['contact', 'f.contactId'],
      ['at', 'f.at'],
    ],
    activity: [['contact', ['f.contactId', 'f.at']]],
    suppression: [],
  }
  for (const [table, list] of Object.entries(indexes)) {
    const store = db.createObjectStore(table, { keyPath: 'id' })
    for (const [name, keyPath, multiEntry] of list) {
      store.createIndex(name, keyPath, { multiEntry: multiEntry ?? false })
    }
    store.createIndex('practice', 'practice')
    store.createIndex('kept', 'kept')
    store.createIndex('goneAt', 'goneAt')
  }
  for (const name of ['outbox', 'acked', 'rejected']) {
    const store = db.createObjectStore(name, { keyPath: 'n' })
    store.createIndex('record', ['op.t', 'op.id'])
    store.createIndex('number', ['client', 'seq'])
    if (name === 'acked') {
      store.createIndex('settle', 'settle')
      store.createIndex('ackedAt', 'ackedAt')
    }
  }
  const undo = db.createObjectStore('undo', { keyPath: 'group' })
  undo.createIndex('records', 'records', { multiEntry: true })
  undo.createIndex('at', 'at')
  db.createObjectStore('aside', { keyPath: ['t', 'id'] })
  db.createObjectStore('meta', { keyPath: 'key' })
}
