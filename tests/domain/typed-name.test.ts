import { expect, test } from 'vitest'
import { fitsTypedName } from '#lib/domain/typed-name.ts'

test.each([
  ['Mike O’Dell', "mike o'dell"],
  ['Anne–Marie  Dupont', ' Anne-Marie Dupont '],
  ['ليلى الحدّاد', '\u200fليلى الحدّاد'],
  ['Þórdís Guðmundsdóttir', 'þórdís guðmundsdóttir'],
])('«%s» fits as «%s»', (name, typed) => {
  expect(fitsTypedName(name, typed)).toBe(true)
})

test.each([
  ['Þórdís Guðmundsdóttir', 'Thordis Gudmundsdottir'],
  ['Kari Nordmann', 'Kari Nordman'],
  ['Kari Nordmann', ''],
])('«%s» does not fit as «%s»', (name, typed) => {
  expect(fitsTypedName(name, typed)).toBe(false)
})
