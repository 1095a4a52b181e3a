import { expect, test } from 'vitest'
import { openPglite } from '#tests/server/support/pglite.ts'
import { createWorld } from '#tests/server/support/world.ts'
import { migrate } from '#server/migrate.ts'
import { runSchedule } from '#tests/support/simulation.ts'

/** `BATON_SEED` runs that schedule alone; a failure names its seed. */
const FIRST = 1
const SCHEDULES = 140

test('devices with every fault agree in the end and lose no saved edit', { timeout: 300_000 }, async () => {
  const only = process.env['BATON_SEED']
  const seeds = only ? [Number(only)] : Array.from({ length: SCHEDULES }, (_, n) => FIRST + n)
  let [edits, exchanges, kills, losses] = [0, 0, 0, 0]
  for (const seed of seeds) {
    const result = await runSchedule(seed)
    edits += result.edits
    exchanges += result.exchanges
    kills += result.kills
    losses += result.losses
  }
  process.stdout.write(
    `sync simulation: seeds ${seeds[0]} to ${seeds.at(-1)}, ${seeds.length} schedules, ${edits} edits, ${exchanges} exchanges, ${kills} restarts, ${losses} lost databases\n`,
  )
  if (!only) expect(Math.min(edits, exchanges, kills, losses)).toBeGreaterThan(SCHEDULES / 4)
})

test('the same against the real server over PGlite', { timeout: 120_000 }, async () => {
  const db = await openPglite()
  await migrate(db)
  for (let seed = 10_001; seed <= 10_006; seed++) {
    const world = await createWorld(db)
    expect((await runSchedule(seed, { server: world })).edits).toBeGreaterThan(0)
  }
  await db.close()
})
