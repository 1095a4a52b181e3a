import {
  count,
  emptyTally,
  ownPages,
  savedPages,
  told,
  type Change,
  type Tally,
} from '#tests/readers/support/campaign.ts'
import { diceOf } from '#tests/readers/support/dice.ts'
import { LANGUAGES } from '#tests/readers/support/labels.ts'
import {
  HOOK_FAMILIES,
  nonsensically,
  shiftWrappers,
  shuffleClasses,
  speaking,
} from '#tests/readers/support/shifts.ts'

/**
 * Every change of `tests/readers/campaigns.test.ts` on the own pages and on the saved real ones beside the project,
 * with many seeds where chance takes part. Prints a line for each; anything wrong fails.
 */
const SEEDS = Number(process.env['BATON_SEEDS'] ?? 10)
const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1)

const changes: [name: string, change: Change][] = [
  ...seeds.map((seed): [string, Change] => ['class shuffle', (doc) => shuffleClasses(doc, diceOf(seed))]),
  ...Object.entries(HOOK_FAMILIES).map(([family, strip]): [string, Change] => [`without ${family}`, strip]),
  ...seeds.map((seed): [string, Change] => ['wrapper shift', (doc) => shiftWrappers(doc, diceOf(seed))]),
  ['no language', nonsensically],
  ...LANGUAGES.map((language): [string, Change] => [`language ${language}`, speaking(language)]),
]

const tallies = new Map<string, Tally>()
function take(page: Parameters<typeof count>[1]): void {
  for (const [name, change] of changes) {
    const tally = tallies.get(name) ?? emptyTally()
    tallies.set(name, tally)
    count(tally, page, change)
  }
}

for (const page of ownPages()) take(page)
let saved = 0
for (const page of savedPages()) {
  take(page)
  saved += 1
}
if (saved === 0) console.log('saved pages: the folder ../shared/corpus is not here, own pages only')
for (const [name, tally] of tallies) {
  console.log(told(name, tally))
  for (const line of tally.wrong.slice(0, 20)) console.log(`  ${line}`)
  if (tally.wrong.length > 0) process.exitCode = 1
}
