import { expect, test } from 'vitest'
import type { Step } from '#lib/domain/cadence/step.ts'
import { OUTCOMES } from '#lib/domain/outcomes.ts'
import { step } from '#tests/domain/samples.ts'
import { installTexts } from '#tests/support/interface-texts.ts'

await installTexts()
const { branchWords, firstBroken } = await import('#components/cadence/branch-words.ts')

const invite: Step = step('i', 0, 'business_days', 'linkedin_connect')
const asks = (when: Step['when']): Step => ({ ...step('m', 2), ...(when && { when }) })
const words = (when: Step['when']) => branchWords(asks(when), [invite, asks(when)], OUTCOMES)

test('a branch is said in a line: the track, and how which step ended', () => {
  expect(words(['positive'])).toBe('only on the positive track')
  expect(words([{ step: 'i', outcome: 'linkedin_connected' }])).toBe('only when step 1 ended with Connected')
  expect(words(['has_email', { step: 'i', outcome: 'negative' }])).toBe(
    'only with a mail address · when step 1 ended with any negative outcome',
  )
  expect(words(undefined)).toBe('')
})

test('the rep’s own name of an outcome is the one that is said', () => {
  const renamed = OUTCOMES.map((one) => (one.id === 'linkedin_connected' ? { ...one, label: 'In' } : one))
  const mail = asks([{ step: 'i', outcome: 'linkedin_connected' }])
  expect(branchWords(mail, [invite, mail], renamed)).toBe('only when step 1 ended with In')
})

test('a condition that cannot hold any more is a sentence with its place', () => {
  const mail = asks([{ step: 'i', outcome: 'linkedin_connected' }])
  expect(firstBroken([invite, mail], OUTCOMES)).toBe('')
  expect(firstBroken([mail, invite], OUTCOMES)).toMatch(
    /^Step 1.* outcome of step 2, which does not come before/,
  )
  expect(firstBroken([mail], OUTCOMES)).toMatch(/^Step 1.* is deleted/)
})
