/** Version 2: the packed rows of Today, and the marks of what has changed since they were packed. Frozen. */
export function day(db: IDBDatabase): void {
  db.createObjectStore('day')
  db.createObjectStore('dayMarks', { autoIncrement: true })
}
