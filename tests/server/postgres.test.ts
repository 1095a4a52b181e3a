import { syncContract } from './sync-contract.ts'
import { openPostgres } from './support/postgres.ts'

syncContract('PostgreSQL', openPostgres)
