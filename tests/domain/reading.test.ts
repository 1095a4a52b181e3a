import { describe, expect, test } from 'vitest'
import { believe, printOf, READ_DELAYS, STABLE_MS, type AddressSince } from '#lib/domain/reading.ts'
import type { PageRead, ReadResult, Refusal } from '#lib/domain/capture.ts'
import { KARI_URL, pageRead, personRead } from './samples.ts'

const OLE_URL = 'https://www.linkedin.com/in/ole-hansen/'
const FEED_URL = 'https://www.linkedin.com/feed/'
const NO_CHANGE: AddressSince = { topCardBefore: null }
/** The address changed from Ole's to Kari's inside the page. */
const FROM_OLE: AddressSince = { topCardBefore: 'print-ole' }

const kari = (slugs: string[], topCard: string | null = 'print-kari') =>
  personRead({ name: 'Kari Nordmann' }, slugs, topCard)
const ole = (slugs: string[], topCard: string | null = 'print-ole') =>
  personRead({ name: 'Ole Hansen' }, slugs, topCard)
const at = (read: PageRead, addressSince: AddressSince, address = KARI_URL) =>
  believe({ read, address, addressSince })

describe('a person', () => {
  test('is believed when the page carries the slug of the address', () => {
    expect(at(pageRead(kari(['kari-nordmann']), KARI_URL, FEED_URL), FROM_OLE)).toBe('believed')
    expect(at(pageRead(kari(['Kari-Nordmann']), `${KARI_URL}?x=1`, FEED_URL), FROM_OLE)).toBe('believed')
  })

  test('is believed when the document was loaded at this address', () => {
    expect(
      at(pageRead(kari([]), KARI_URL, 'https://no.linkedin.com/in/kari-nordmann?trk=1'), NO_CHANGE),
    ).toBe('believed')
  })

  test('is believed when the top card has changed since the address did', () => {
    expect(at(pageRead(kari([]), KARI_URL, FEED_URL), FROM_OLE)).toBe('believed')
  })

  test('is not believed without any of the three', () => {
    expect(at(pageRead(kari([]), KARI_URL, FEED_URL), NO_CHANGE)).toBe('not-yet')
    expect(at(pageRead(ole([]), KARI_URL, FEED_URL), FROM_OLE)).toBe('not-yet')
    expect(at(pageRead(kari([], null), KARI_URL, FEED_URL), FROM_OLE)).toBe('not-yet')
  })

  test('of another address is never believed, whatever else speaks for it', () => {
    expect(at(pageRead(ole(['ole-hansen']), OLE_URL, OLE_URL), NO_CHANGE)).toBe('not-yet')
    expect(at(pageRead(ole(['ole-hansen']), KARI_URL, KARI_URL), NO_CHANGE)).toBe('not-yet')
    expect(at(pageRead(ole(['ole-hansen']), KARI_URL, OLE_URL), { topCardBefore: 'print-per' })).toBe(
      'not-yet',
    )
  })

  test('from Kari to Ole and back before the page moved: the address it was loaded at proves nothing any more', () => {
    expect(at(pageRead(ole([]), KARI_URL, KARI_URL), FROM_OLE)).toBe('not-yet')
  })

  test('of a new document is believed by the address it was loaded at, also when the one before showed somebody else', () => {
    const loaded = pageRead(kari([], 'print-ole'), KARI_URL, KARI_URL)
    expect(at(loaded, { ...FROM_OLE, loadedAtBefore: OLE_URL })).toBe('believed')
    expect(at(loaded, { ...FROM_OLE, loadedAtBefore: KARI_URL })).toBe('not-yet')
  })

  test('on a page that carries two slugs at once is believed only with another proof', () => {
    const halfway = kari(['kari-nordmann', 'ole-hansen'], 'print-ole')
    expect(at(pageRead(halfway, KARI_URL, OLE_URL), FROM_OLE)).toBe('not-yet')
    expect(at(pageRead(kari(['kari-nordmann', 'ole-hansen']), KARI_URL, OLE_URL), FROM_OLE)).toBe('believed')
  })

  test('under a member id is believed by that id', () => {
    const id = 'ACoAABcDEFgBx1y2z3AbCdEfGhIjKlMnOpQrStU'
    const address = `https://www.linkedin.com/in/${id}/`
    const mine = personRead({ name: 'Kari', memberId: id }, [])
    const other = personRead({ name: 'Ole', memberId: 'ACoAADifferent1y2z3AbCdEfGhIjKlMnOpQrS1' }, [])
    expect(at(pageRead(mine, address, FEED_URL), FROM_OLE, address)).toBe('believed')
    expect(at(pageRead(other, address, address), NO_CHANGE, address)).toBe('not-yet')
  })

  test('the page follows three seconds after the address: at no read a wrong person', () => {
    // Ole's page stays while the address says Kari; slugs and card are Ole's until the page follows.
    const reads = [0, 200, 600, 1_400, 3_000].map((ms) => ({
      ms,
      read: ms < 3_000 ? ole(['ole-hansen']) : kari(['kari-nordmann']),
    }))
    const shown = reads.map(({ ms, read }) => [
      ms,
      at(pageRead(read, KARI_URL, OLE_URL), { ...FROM_OLE, sameForMs: ms }),
    ])
    expect(shown).toEqual([[0, 'not-yet'], [200, 'not-yet'], [600, 'not-yet'], [1_400, 'not-yet'], [3_000, 'believed']]) // oxfmt-ignore
  })
})

describe('a refusal', () => {
  const refused = (reason: Refusal, url: string, loadedAt: string) =>
    pageRead({ kind: 'notThisPage', reason }, url, loadedAt)

  test('counts at once where the address can show no person', () => {
    expect(at(refused('feed', FEED_URL, OLE_URL), FROM_OLE, FEED_URL)).toBe('believed')
  })

  test('counts at once where the document was loaded at the profile, unless it may still be loading', () => {
    expect(at(refused('authwall', KARI_URL, KARI_URL), NO_CHANGE)).toBe('believed')
    expect(at(refused('blank', KARI_URL, KARI_URL), NO_CHANGE)).toBe('not-yet')
  })

  test('after an in-page change of address counts only when it has stayed the same', () => {
    const feed = refused('feed', KARI_URL, FEED_URL)
    expect(at(feed, { topCardBefore: 'refused:feed', sameForMs: STABLE_MS - 1 })).toBe('not-yet')
    expect(at(feed, { topCardBefore: 'refused:feed', sameForMs: STABLE_MS })).toBe('believed')
    expect(at(feed, { topCardBefore: 'refused:feed' })).toBe('not-yet')
  })

  test('of a new document loaded at the profile counts at once', () => {
    const notFound = refused('not-found', KARI_URL, KARI_URL)
    expect(at(notFound, { ...FROM_OLE, loadedAtBefore: OLE_URL })).toBe('believed')
    expect(at(notFound, FROM_OLE)).toBe('not-yet')
  })

  test('of another address never counts', () => {
    expect(at(refused('feed', FEED_URL, FEED_URL), { topCardBefore: null, sameForMs: 60_000 })).toBe(
      'not-yet',
    )
  })
})

test('an unreadable page counts when it has stayed the same', () => {
  const read = pageRead({
    kind: 'unreadable',
    generation: 'sdui',
    reader: 'test',
    missing: ['name'],
    structure: 'main',
  })
  expect(at(read, NO_CHANGE)).toBe('not-yet')
  expect(at(read, { ...NO_CHANGE, sameForMs: STABLE_MS })).toBe('believed')
})

describe('a mail thread', () => {
  const url = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQ'
  const thread = (address: string): ReadResult => ({
    kind: 'thread',
    generation: 'gmail',
    reader: 'test',
    threadId: 't1',
    subject: 'Hi',
    participants: [{ address, name: null }],
  })

  test('is believed when no change of address was seen, or when it is another than before', () => {
    const read = pageRead(thread('kari@fjordvolt.example'), url, 'https://mail.google.com/mail/u/0/')
    expect(at(read, NO_CHANGE, url)).toBe('believed')
    expect(at(read, { topCardBefore: printOf(thread('ole@fjordvolt.example')) }, url)).toBe('believed')
  })

  test('that is still the one before is not, until it has stayed', () => {
    const before = thread('kari@fjordvolt.example')
    const read = pageRead(before, url, 'https://mail.google.com/mail/u/0/')
    expect(at(read, { topCardBefore: printOf(before) }, url)).toBe('not-yet')
    expect(at(read, { topCardBefore: printOf(before), sameForMs: STABLE_MS }, url)).toBe('believed')
  })

  test('of another fragment is another page', () => {
    const read = pageRead(thread('kari@fjordvolt.example'), 'https://mail.google.com/mail/u/0/#inbox/other')
    expect(at(read, NO_CHANGE, url)).toBe('not-yet')
  })
})

test('the waits double from 200 ms and end at 15 s', () => {
  expect(READ_DELAYS[0]).toBe(200)
  expect(READ_DELAYS.reduce((sum, delay) => sum + delay, 0)).toBe(15_000)
  for (const [index, delay] of READ_DELAYS.slice(1, -1).entries())
    expect(delay).toBe(2 * (READ_DELAYS[index] ?? 0))
})
