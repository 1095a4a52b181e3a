import { count, emptyTally, pageOf, type Change, type PageText, type Tally } from './campaign.ts'
import { diceOf } from './dice.ts'
import { LANGUAGES } from './labels.ts'
import { HOOK_FAMILIES, nonsensically, shiftWrappers, shuffleClasses, speaking } from './shifts.ts'

/** Every change of `campaigns.test.ts`; those in which chance takes part, once for every seed. */
function changesOf(seeds: readonly number[]): [name: string, change: Change][] {
  return [
    ...seeds.map((seed): [string, Change] => ['class shuffle', (doc) => shuffleClasses(doc, diceOf(seed))]),
    ...Object.entries(HOOK_FAMILIES).map(([family, strip]): [string, Change] => [`without ${family}`, strip]),
    ...seeds.map((seed): [string, Change] => ['wrapper shift', (doc) => shiftWrappers(doc, diceOf(seed))]),
    ['no language', nonsensically],
    ...LANGUAGES.map((language): [string, Change] => [`language ${language}`, speaking(language)]),
  ]
}

/** Runs in a page of a browser: everything that is done to one page, and what came of it by the name of the change. */
export function tallied(text: PageText, seeds: readonly number[]): [name: string, tally: Told][] {
  const page = pageOf(text, new DOMParser().parseFromString(text.html, 'text/html'))
  const tallies = new Map<string, Tally>()
  if (!page) return []
  for (const [name, change] of changesOf(seeds)) {
    const tally = tallies.get(name) ?? emptyTally()
    tallies.set(name, tally)
    count(tally, page, change)
  }
  return [...tallies].map(([name, tally]) => [name, { ...tally, lost: [...tally.lost] }])
}

/** As it can be sent from one process to another. */
export type Told = Omit<Tally, 'lost'> & {
  readonly lost: readonly (readonly [field: string, times: number])[]
}
