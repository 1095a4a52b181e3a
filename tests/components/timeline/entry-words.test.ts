import { beforeAll, expect, test } from 'vitest'
import type { entryWords as Words } from '#components/timeline/entry-words.ts'
import type { TimeWords } from '#components/ui/time.ts'
import { installTexts } from '#tests/support/interface-texts.ts'

let entryWords: typeof Words
let time: TimeWords

beforeAll(async () => {
  await installTexts()
  ;({ entryWords } = await import('#components/timeline/entry-words.ts'))
  const { timeWords } = await import('#components/ui/time.ts')
  time = timeWords({ now: '2026-11-24T13:32:00.000Z', zone: 'Europe/Lisbon', locale: 'en-GB' })
})

const done = (facts: Record<string, string>) => {
  const { what, more } = entryWords('touch_done', { step: 'email', cadence: 'C', ...facts }, time)
  return [what, more]
}

test('an absence says until when, a call back when, behind the subject of the mail', () => {
  const away = done({ outcome: 'email_out_of_office', subject: 'Forms', until: '2026-12-11' })
  expect(away[0]).toContain('Out of office')
  expect(away[1]).toMatch(/^Forms · until .*11 Dec/)
  const call = done({ step: 'call', outcome: 'call_back', followUp: '2026-11-25T14:15:00.000Z' })
  expect(call).toEqual([expect.stringContaining('Call back'), expect.stringMatching(/14:15/)])
  expect(done({ outcome: 'email_sent' })[1]).toBeNull()
})
