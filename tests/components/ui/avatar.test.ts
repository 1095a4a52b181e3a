import { expect, test } from 'vitest'
import { initialsOf } from '#components/ui/avatar.tsx'

test.each([
  ['Kari Nordmann', 'KN'],
  ['Dr. Maximiliane-Sophie von Hohenfels-Wiesenthal', 'MH'],
  ['Tilde', 'T'],
  ['佐藤 美咲', '佐美'],
  ['ليلى الحدّاد', 'لا'],
  ['jane (she/her) doe', 'JD'],
  ['', ''],
])('the initials of «%s» are «%s»', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
