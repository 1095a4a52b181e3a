import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STEP_TYPES } from '#lib/domain/cadence/step.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { SPAM_WORDS } from '#lib/domain/templates/spam-words.ts'
import { textHints, wordCount, type SentText } from '#lib/domain/templates/text-hints.ts'
import { anyText } from '../samples.ts'

const GOOD =
  'I read that you open a second plant in March and wondered how you take in new suppliers. Who looks after that?'
const mail = (patch: Partial<SentText> = {}): SentText => ({
  type: 'email',
  subject: 'Suppliers for the new plant',
  body: GOOD,
  inThread: false,
  ...patch,
})
const rules = (text: SentText) => textHints(text).map(({ rule }) => rule)

describe('a note of an invitation', () => {
  const note = (length: number) => textHints(mail({ type: 'linkedin_connect', body: 'x'.repeat(length) }))

  test.each([
    [200, []],
    [201, [{ rule: 'note_free', tone: 'advice', count: 201, words: [] }]],
    [300, [{ rule: 'note_free', tone: 'advice', count: 300, words: [] }]],
    [301, [{ rule: 'note_over', tone: 'over', count: 301, words: [] }]],
  ])('of %i characters', (length, hints) => {
    expect(note(length)).toEqual(hints)
  })
})

describe('an InMail', () => {
  test('takes 200 characters in its subject and 2,000 in its text', () => {
    const inmail = (subject: number, body: number) =>
      rules(mail({ type: 'linkedin_inmail', subject: 's'.repeat(subject), body: 'b'.repeat(body) }))
    expect(inmail(200, 2_000)).toEqual([])
    expect(inmail(201, 2_001)).toEqual(['inmail_over', 'inmail_subject_over'])
  })
})

describe('a mail', () => {
  test('that is short, plain and has a subject gets no hint', () => {
    expect(textHints(mail())).toEqual([])
  })

  test.each<[string, Partial<SentText>, string[]]>([
    ['no subject', { subject: ' ' }, ['subject_none']],
    ['a long subject', { subject: 'x'.repeat(61) }, ['subject_long']],
    ['a subject that feigns an answer', { subject: 'Re: our talk' }, ['subject_false_reply']],
    ['too many words', { body: 'word '.repeat(126) }, ['many_words']],
    ['hardly any', { body: 'Call me?' }, ['few_words']],
    ['three links', { body: `${GOOD} https://a.example https://b.example https://c.example` }, ['links']],
    ['a shortened link', { body: `${GOOD} https://bit.ly/x` }, ['short_links']],
    ['shouting', { body: `${GOOD} GREAT NEWSFLASH` }, ['shouting']],
    ['marks of exclamation', { subject: 'Suppliers!!' }, ['shouting']],
    ['words of advertisements', { body: `${GOOD} Act now, it is RISK-FREE.` }, ['spam_words']],
  ])('with %s', (_, patch, expected) => {
    expect(rules(mail(patch))).toEqual(expected)
  })

  test('in a thread keeps its subject and may be one line', () => {
    expect(rules(mail({ subject: 'Re: Suppliers', body: 'Any news?', inThread: true }))).toEqual([])
  })

  test('names the words it is about, whole ones only', () => {
    expect(textHints(mail({ body: `${GOOD} Klicken Sie hier, kostenlos.` }))[0]?.words).toEqual([
      'kostenlos',
      'klicken sie hier',
    ])
    expect(rules(mail({ body: `${GOOD} The winners’ gratisbrochure.` }))).toEqual([])
  })

  test('a script for a call and a task have none', () => {
    for (const type of ['call', 'task', 'research', 'linkedin_view'] as const)
      expect(textHints(mail({ type, subject: '', body: 'ACT NOW!! '.repeat(300) }))).toEqual([])
  })
})

describe('the lists', () => {
  test('every word can be found and none is there twice', () => {
    expect(new Set(SPAM_WORDS).size).toBe(SPAM_WORDS.length)
    for (const word of SPAM_WORDS)
      expect(textHints(mail({ body: `${GOOD} ${word}.` })).flatMap(({ words }) => words)).toContain(word)
  })

  test('words are counted as readers do, also where none has spaces', () => {
    expect(wordCount("Don't stop: re-use 2 of A4.")).toBe(6)
    expect(wordCount('私は毎日東京で働いています。')).toBeGreaterThan(4)
    expect(wordCount('  ')).toBe(0)
  })

  test('shipped mails have no hint save what they fill later', () => {
    for (const step of SHIPPED_CADENCES.flatMap(({ steps }) => steps)) {
      const text = { ...step, inThread: step.type === 'email_reply' }
      expect([
        step.id,
        rules(text).filter((rule) => rule !== 'subject_long' && rule !== 'many_words'),
      ]).toEqual([step.id, step.type === 'linkedin_connect' ? expect.any(Array) : []])
    }
  })

  test('never throw and are linear, whatever the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STEP_TYPES), anyText(), fc.boolean(), (type, text, inThread) => {
        expect(Array.isArray(textHints({ type, subject: text, body: text.repeat(3), inThread }))).toBe(true)
      }),
    )
    for (const piece of ['A', '!', 'https://', "a'", '- ', 'é ', '私']) {
      const body = piece.repeat(Math.ceil(50_000 / piece.length))
      const before = performance.now()
      textHints(mail({ subject: body, body }))
      expect(performance.now() - before).toBeLessThan(1_500)
    }
  })
})
