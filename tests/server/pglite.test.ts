import { syncContract } from './sync-contract.ts'
import { openPglite } from './support/pglite.ts'

syncContract('PGlite', openPglite)
