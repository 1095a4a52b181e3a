import { describe, expect, test } from 'vitest'
import type { PersonRead } from '#lib/domain/capture.ts'
import { scoredResult } from '#scripts/read/results.ts'

const person = (fields: PersonRead['fields']): PersonRead => ({
  kind: 'person',
  generation: 'sdui',
  reader: 'x',
  fields,
  proof: { slugs: [], topCard: null },
  notLoaded: [],
})

describe('the form results are scored in', () => {
  test('fields become plain strings, an even guess is left out', () => {
    const result = scoredResult(
      person({
        name: { value: 'Ana Lima', strategy: 'a', confidence: 'sure' },
        headline: { value: 'One', strategy: 'a', confidence: 'likely' },
        location: {
          value: 'Here',
          strategy: 'a',
          confidence: 'guess',
          others: [{ value: 'There', strategy: 'b' }],
        },
      }),
    )
    expect(result).toEqual({ pageType: 'profile', values: { name: 'Ana Lima', headline: 'One' } })
  })

  test('the viewer takes part in a thread here, though the panel leaves the rep out', () => {
    const result = scoredResult({
      kind: 'thread',
      generation: 'gmail',
      reader: 'x',
      threadId: 'thread-f:1',
      subject: 'S',
      participants: [{ address: 'a@x.example', name: 'A' }],
      own: [{ address: 'me@x.example', name: null }],
    })
    expect(result.values).toEqual({
      threadId: 'thread-f:1',
      subject: 'S',
      participants: [{ address: 'a@x.example', name: 'A' }, { address: 'me@x.example' }],
    })
  })

  test('refused, unreadable and unsupported pages are told apart', () => {
    expect(scoredResult({ kind: 'notThisPage', reason: 'login' })).toEqual({
      pageType: 'other',
      values: { none: true, reason: 'login' },
    })
    expect(scoredResult({ kind: 'notThisPage', reason: 'mail-list' }).pageType).toBe('mail-list')
    expect(scoredResult({ kind: 'notThisPage', reason: 'unsupported-page' })).toEqual({
      pageType: null,
      values: {},
    })
    expect(
      scoredResult({ kind: 'unreadable', generation: 'sdui', reader: 'x', missing: ['name'], structure: '' }),
    ).toEqual({ pageType: null, values: {} })
  })
})
