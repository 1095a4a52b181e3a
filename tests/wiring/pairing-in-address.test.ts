import { expect, test } from 'vitest'
import { pairingIn } from '#lib/wiring/pairing-in-address.ts'

const hashOf = (pair: string, code = 'ABCD-2345') => `#${new URLSearchParams({ pair, code }).toString()}`

test('a server on this machine is taken, without path', () => {
  expect(pairingIn(hashOf('http://127.0.0.1:8787'))).toEqual({
    url: 'http://127.0.0.1:8787',
    code: 'ABCD-2345',
  })
  expect(pairingIn(hashOf('http://127.0.0.1:8787/x?y#z'))?.url).toBe('http://127.0.0.1:8787')
})

test.each([
  'http://192.0.2.3:8787',
  'http://example.com',
  'https://127.0.0.1:8787',
  'http://127.0.0.1.example.com',
  'http://127.0.0.1@example.com',
  'http://localhost:8787',
  'javascript:alert(1)',
  '127.0.0.1:8787',
  '',
])('%s is not taken', (address) => {
  expect(pairingIn(hashOf(address))).toBeNull()
})

test.each(['', '#/you', '#pair=http://127.0.0.1:1', '#code=ABCD-2345', hashOf('http://127.0.0.1:1', 'a b')])(
  'no pairing in «%s»',
  (hash) => {
    expect(pairingIn(hash)).toBeNull()
  },
)
