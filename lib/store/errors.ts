/**
 * - `invalid`: a change does not fit its schema · `missing`: it patches a record that is not there
 * - `erased`: the id was erased for ever · `conflict`: another context wrote without the lock
 * - `write`: storage refused, nothing was saved · `newer`: a newer Baton has changed the database, reload the page
 */
export type StoreErrorCode = 'invalid' | 'missing' | 'erased' | 'conflict' | 'write' | 'newer'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode
  readonly details: Record<string, string>

  constructor(code: StoreErrorCode, details: Record<string, string> = {}, cause?: unknown) {
    super(`store: ${code} ${JSON.stringify(details)}`, { cause })
    this.code = code
    this.details = details
  }
}
