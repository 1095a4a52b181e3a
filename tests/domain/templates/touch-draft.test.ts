import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceOf } from '#lib/domain/templates/evidence.ts'
import {
  isEmptyDraft,
  isHeld,
  NO_DRAFT,
  preparedText,
  readTouchDraft,
  touchDraftKey,
  type TouchDraft,
} from '#lib/domain/templates/touch-draft.ts'
import type { Rendered } from '#lib/domain/templates/variables.ts'
import { NOW } from '../samples.ts'

const rendered = (patch: Partial<Rendered> = {}): Rendered => ({
  subject: 'Suppliers',
  body: 'Hi [contact.title], from [rep.name]',
  missing: ['contact.title', 'rep.name'],
  problem: null,
  ...patch,
})
const draft = (patch: Partial<TouchDraft>): TouchDraft => ({ ...NO_DRAFT, ...patch })
const problem = { part: 'body' as const, line: 1, column: 1, snippet: null, reason: 'x' }

describe('the text of one touch', () => {
  test('is the template’s where the rep wrote nothing', () => {
    expect(preparedText(rendered(), NO_DRAFT)).toEqual(rendered())
  })

  test('is the rep’s where there is one; what its marks still stand for is missing', () => {
    expect(preparedText(rendered(), draft({ body: 'Hi there, from [rep.name]' }))).toMatchObject({
      subject: 'Suppliers',
      body: 'Hi there, from [rep.name]',
      missing: ['rep.name'],
    })
    expect(isHeld(preparedText(rendered(), draft({ body: 'Hi there' })))).toBe(false)
  })

  test('is held while template code stands in it', () => {
    for (const body of ['Hi {{ contact.first_name }}', 'Hi {{ contact.', '{% if x %}']) {
      const held = preparedText(rendered({ missing: [] }), draft({ body }))
      expect(isHeld(held), body).toBe(true)
    }
    expect(isHeld(preparedText(rendered({ missing: [] }), draft({ body: 'a {curly} set' })))).toBe(false)
  })

  test('is free of the template’s fault once that part is the rep’s own', () => {
    const faulty = rendered({ missing: [], problem })
    expect(isHeld(preparedText(faulty, NO_DRAFT))).toBe(true)
    expect(isHeld(preparedText(faulty, draft({ subject: 'x' })))).toBe(true)
    expect(isHeld(preparedText(faulty, draft({ body: 'x' })))).toBe(false)
  })

  test('never goes out with a hole: no mark of a missing value is in a text that is not held', () => {
    const names = ['contact.title', 'account.industry', 'first name']
    const piece = fc.constantFrom('Hi ', ...names.map((name) => `[${name}]`), '{{ x }}', '\n', 'text')
    const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.option(text), fc.option(text), (body, ownBody, ownSubject) => {
        const missing = names.filter((name) => body.includes(`[${name}]`))
        const sent = preparedText(rendered({ body, missing }), draft({ body: ownBody, subject: ownSubject }))
        const hasHole = names.some(
          (name) => missing.includes(name) && `${sent.subject}\n${sent.body}`.includes(`[${name}]`),
        )
        expect(!hasHole || isHeld(sent)).toBe(true)
      }),
    )
  })
})

describe('a kept draft', () => {
  test('comes back as it was typed, and is nothing where it cannot be read', () => {
    const kept = draft({ body: 'Hi', fills: { 'contact.title': 'Head' } })
    expect(readTouchDraft(JSON.stringify(kept))).toEqual(kept)
    for (const text of [null, '', '{', '[]', '{"subject":1}', '{"body":null}'])
      expect(readTouchDraft(text)).toEqual(NO_DRAFT)
    expect(isEmptyDraft(NO_DRAFT)).toBe(true)
    expect(isEmptyDraft(kept)).toBe(false)
  })

  test('belongs to one step of one run', () => {
    const touch = { enrollmentId: 'e', stepId: 's', cycle: 0 }
    const keys = [touch, { ...touch, cycle: 1 }, { ...touch, stepId: 't' }, { ...touch, enrollmentId: 'f' }]
    expect(new Set(keys.map(touchDraftKey)).size).toBe(4)
  })
})

describe('evidence', () => {
  const note = (body: string, at = NOW, url: string | null = 'https://www.fjordvolt.example/news?x=1') => ({
    body,
    url,
    at,
  })

  test('is the newest quotation from a page, with its host', () => {
    const notes = [
      note('They say “we retype\n forms”. Ask.', '2026-11-20T09:00:00.000Z'),
      note('older «zitiert hier»', '2026-11-10T09:00:00.000Z'),
      note('no quotation', NOW),
    ]
    expect(evidenceOf(notes)).toEqual({
      quote: 'we retype forms',
      source: 'fjordvolt.example',
      at: '2026-11-20T09:00:00.000Z',
    })
  })

  test('is never the rep’s own words, nor one without an address', () => {
    expect(evidenceOf([note('Call her on Friday'), note('“said on the phone”', NOW, null)])).toBeNull()
    expect(evidenceOf([])).toBeNull()
  })
})
