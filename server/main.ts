import { resolve } from 'node:path'
import { startServer, type RunningServer } from './start.ts'

/** `npm run server`: the API on its own. What it reads from the environment stands in docs/sync.md. */

const log = (line: string): void => console.log(line)

async function main(): Promise<void> {
  const { DATABASE_URL, PORT, HOST, BATON_DATA_DIR } = process.env
  const starting = startServer({
    dataDir: resolve(BATON_DATA_DIR ?? '.baton/server'),
    port: Number(PORT ?? 8787),
    ...(HOST === undefined ? {} : { host: HOST }),
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    practice: false,
    restored: process.argv.includes('--restored'),
    log,
  })
  endWith(starting)
  const server = await starting
  log(`Baton's server answers at ${server.url}`)
  log(`Pairing code: ${await server.pairingCode()} (ten minutes, once)`)
}

/** From the first moment on: a start that is cut off would leave its database running. */
function endWith(starting: Promise<RunningServer>): void {
  const end = (): void => {
    log('Stopping.')
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The server does not start.')
  process.exitCode = 1
})
