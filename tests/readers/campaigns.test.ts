import { describe, expect, test } from 'vitest'
import { ownPages } from './support/campaign-pages.ts'
import { campaign, told, type Tally } from './support/campaign.ts'
import { diceOf } from './support/dice.ts'
import { LANGUAGES } from './support/labels.ts'
import { HOOK_FAMILIES, nonsensically, shiftWrappers, shuffleClasses, speaking } from './support/shifts.ts'

/**
 * What happens to the readers when LinkedIn changes its pages: on the own pages. Every figure is printed. Saved
 * real pages and many seeds: `npm run soak readers`.
 */
const SEED = Number(process.env['BATON_SEED'] ?? 20_261_122)

const pages = ownPages()
const profiles = pages.filter(({ kind }) => kind === 'profile')
const others = pages.filter(({ kind }) => kind !== 'profile')

function expectNothingWrong(name: string, tally: Tally): Tally {
  console.info(told(name, tally))
  expect(tally.wrong).toEqual([])
  return tally
}

/** Told apart by a label alone, and missing in words of no table: two facts of a company in today's markup. */
const NEED_LABEL: readonly string[] = ['type', 'specialities[]']

function expectOnlyLabelled({ lost }: Tally): void {
  expect([...lost.keys()].filter((field) => !NEED_LABEL.includes(field))).toEqual([])
}

test('class shuffle: not one field is lost', () => {
  const tally = campaign(pages, (doc) => {
    shuffleClasses(doc, diceOf(SEED))
  })
  expect(expectNothingWrong('class shuffle', tally).lost).toEqual(new Map())
})

describe('hook loss', () => {
  test.each(Object.entries(HOOK_FAMILIES))(
    '%s: nothing is wrong, a profile keeps name and slug',
    (family, strip) => {
      const own = expectNothingWrong(`profiles without ${family}`, campaign(profiles, strip))
      expect([...own.lost.keys()].filter((field) => field === 'name' || field === 'slug')).toEqual([])
      const rest = expectNothingWrong(`others without ${family}`, campaign(others, strip))
      expect(own.kept + rest.kept).toBeGreaterThan(0)
    },
    120_000,
  )
})

test('wrapper shift: extra elements and swapped columns bring no wrong value', () => {
  expectNothingWrong(
    'wrapper shift',
    campaign(pages, (doc) => {
      shiftWrappers(doc, diceOf(SEED))
    }),
  )
})

describe('language swap', () => {
  test('words of no language: what needs a label is missing, nothing is wrong', () => {
    expectOnlyLabelled(expectNothingWrong('no language', campaign(pages, nonsensically)))
  })

  test.each(LANGUAGES)(
    '%s: nothing is wrong',
    (language) => {
      expectOnlyLabelled(expectNothingWrong(language, campaign(pages, speaking(language))))
    },
    120_000,
  )
})
