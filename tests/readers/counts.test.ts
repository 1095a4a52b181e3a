import { expect, test } from 'vitest'
import { countIn } from '#lib/readers/linkedin/counts.ts'

test.each([
  ['1,204 followers', '1,204'],
  ['16.862 Follower:innen', '16.862'],
  ['1 204 abonnés', '1 204'],
  ['12’345 Kontakte', '12’345'],
  ['500+ connections', '500+'],
  ['3M followers', '3M'],
  ['12 mil seguidores', '12 mil'],
  ['1,2 Mio. Follower:innen', '1,2 Mio.'],
  ['フォロワー 3.4万', '3.4万'],
  ['1촌 500+명', '500+'],
  ['팔로워 1,204명', '1,204'],
  ['١٬٢٠٤ متابع', '١٬٢٠٤'],
  ['17 Kontakte', '17'],
])('%s counts %s', (text, count) => {
  expect(countIn(text)).toBe(count)
})

test.each(['', 'followers', '3 of 7', 'Bo and 3 others, 4 more', '2019 - 2024', 'x'.repeat(5_000)])(
  '%j counts nothing',
  (text) => {
    expect(countIn(text)).toBeNull()
  },
)
