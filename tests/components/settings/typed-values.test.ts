import { describe, expect, test } from 'vitest'
import { serverAddress } from '#components/settings/server-address.ts'
import { entriesOf, notAnAddress } from '#components/settings/text-lists.ts'

describe('the address of a server', () => {
  test.each([
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['baton.example.com', 'https://baton.example.com'],
    ['http://baton.example.org:8787/v1/sync?x#y', 'http://baton.example.org:8787'],
    [' HTTPS://Baton.Example.com ', 'https://baton.example.com'],
  ])('%s is %s', (typed, origin) => {
    expect(serverAddress(typed)).toBe(origin)
  })

  test.each([
    '',
    '  ',
    'not an address',
    'javascript:alert(1)',
    'https://user:secret@example.com',
    'https://',
  ])('«%s» is none', (typed) => {
    expect(serverAddress(typed)).toBeNull()
  })
})

describe('a list that is typed', () => {
  test('takes lines and commas, without blanks, none twice however it is written', () => {
    expect(entriesOf(' Head  of Purchasing\nEinkauf, einkauf;\n\n購買 ')).toEqual([
      'Head of Purchasing',
      'Einkauf',
      '購買',
    ])
  })

  test('names the first entry that is no mail address', () => {
    expect(notAnAddress(['marta@example.com', 'marta@example', 'x'])).toBe('marta@example')
    expect(notAnAddress(['marta@example.com', 'm.f@mail.example.co.uk'])).toBeNull()
  })
})
