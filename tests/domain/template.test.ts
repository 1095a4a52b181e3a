import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { cadence as cadenceSchema } from '#lib/domain/records.ts'
import {
  renderStep,
  replySubject,
  templateProblem,
  VARIABLES,
  type TemplateValues,
} from '#lib/domain/template.ts'
import { anyText, kari, NOW, sourced, step } from './samples.ts'

function values(patch: Partial<TemplateValues> = {}): TemplateValues {
  return {
    contact: kari(),
    account: null,
    rep: { name: 'Marta Figueiredo' },
    cadence: { name: 'Outbound starter' },
    threadSubject: null,
    ...patch,
  }
}

const mail = (body: string, subject = '') => ({ ...step('m'), subject, body })
const body = (template: string, given = values()) => renderStep(mail(template), given).body

describe('a template', () => {
  test('takes the values of contact, account, rep and cadence', () => {
    expect(body('Hi {{ contact.first_name }}, {{ account.name }}, {{ rep.name }}, {{ cadence.name }}')).toBe(
      'Hi Kari, Fjordvolt Systems, Marta Figueiredo, Outbound starter',
    )
  })

  test('takes a default where the value is missing, and lists nothing then', () => {
    const rendered = renderStep(
      mail(
        "Hi {{ contact.title | default: 'there' }}{% if contact.school %} from {{ contact.school }}{% endif %}",
      ),
      values(),
    )
    expect(rendered).toEqual({ subject: '', body: 'Hi there', missing: [], problem: null })
  })

  test('lists every missing value once and marks it in its place', () => {
    const rendered = renderStep(
      mail('{{ contact.title }} {{ account.industry }} {{ contact.title }}', '{{ contact.school }}'),
      values(),
    )
    expect(rendered.missing).toEqual(['contact.title', 'account.industry', 'contact.school'])
    expect(rendered.body).toBe('[contact.title] [account.industry] [contact.title]')
    expect(rendered.subject).toBe('[contact.school]')
    expect(rendered.problem).toBeNull()
  })

  test('does not miss what is only the second choice', () => {
    expect(renderStep(mail('{{ contact.headline | default: contact.title }}'), values()).missing).toEqual([])
    expect(renderStep(mail('{{ contact.title | default: contact.school }}'), values()).missing).toEqual([
      'contact.school',
    ])
  })

  test('an empty name of the rep is missing: nothing is signed with a hole', () => {
    expect(renderStep(mail('{{ rep.name }}'), values({ rep: { name: ' ' } })).missing).toEqual(['rep.name'])
  })

  test('may shape a value', () => {
    expect(body("{{ contact.first_name | upcase }} {{ contact.name | split: ' ' | last }}")).toBe(
      'KARI Nordmann',
    )
  })

  test('with a fault is shown as written, with the line', () => {
    const rendered = renderStep(mail('Hi\n{{ contact.first_name'), values())
    expect(rendered).toMatchObject({ body: 'Hi\n{{ contact.first_name', problem: { part: 'body', line: 2 } })
    expect(renderStep(mail('x', '{% nope %}'), values()).problem?.part).toBe('subject')
  })
})

describe('the subject', () => {
  const reply = { ...step('r', 0, 'business_days', 'email_reply'), subject: 'Own subject', body: '' }

  test('of a reply is the thread’s, answered once', () => {
    expect(renderStep(reply, values({ threadSubject: 'Supplier forms' })).subject).toBe('Re: Supplier forms')
    expect(replySubject('RE: Aw: Re[2]: Supplier  forms')).toBe('Re: Supplier forms')
    expect(replySubject('Reach: a question')).toBe('Re: Reach: a question')
  })

  test('of a reply without a thread is its own: it begins one', () => {
    expect(renderStep(reply, values()).subject).toBe('Own subject')
  })

  test('is one line, and none for a step without', () => {
    expect(renderStep(mail('', 'a\n\n b'), values()).subject).toBe('a b')
    expect(renderStep({ ...mail('x', 'subject'), type: 'call' }, values()).subject).toBe('')
  })
})

describe('hostile values and templates', () => {
  test('markup and template code in a value are text', () => {
    const contact = kari({ firstName: sourced('{{ rep.name }}<script>alert(1)</script>{% raw %}') })
    expect(body('Hi {{ contact.first_name }}', values({ contact }))).toBe(
      'Hi {{ rep.name }}<script>alert(1)</script>{% raw %}',
    )
  })

  test('line breaks and direction marks of a value cannot forge a line or turn the text', () => {
    const contact = kari({ firstName: sourced('Kari\r\nBcc: x@y.example\u202E\u0000') })
    expect(body('{{ contact.first_name }}', values({ contact }))).toBe('Kari Bcc: x@y.example')
  })

  test.each([
    '{{ contact.constructor }}', '{{ contact.__proto__ }}', '{{ contact.toString }}', '{{ __proto__ }}', '{{ constructor.constructor }}',
    '{{ contact["constructor"]["prototype"] }}', '{{ globalThis }}', '{{ this }}', '{{ process.env }}', '{{ contact.first_name.constructor }}',
  ])('%s reaches nothing', (template) => {
    const rendered = renderStep(mail(template), values())
    expect(rendered.missing.length + (rendered.problem === null ? 0 : 1)).toBeGreaterThan(0)
    expect(rendered.body).not.toMatch(/native code|function|\[object/i)
  }) // prettier-ignore

  test.each([
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{% for i in (1..999999999) %}x{% endfor %}',
    '{% tablerow i in (1..9) %}{% endtablerow %}',
    "{{ 'now' | date: '%Y' }}",
  ])('%s is not part of the language', (template) => {
    expect(renderStep(mail(template), values()).problem).not.toBeNull()
  })

  test('a text that doubles itself stops', () => {
    const bomb =
      "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + '{% assign a = a | append: a %}'.repeat(60) + '{{ a }}'
    expect(renderStep(mail(bomb), values()).problem?.reason).toMatch(/memory/)
  })

  it('never throws, never runs what stands in a value, whatever template and values', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' contact.first_name ',
      ' if ',
      ' endif ',
      '| default: ',
      "'x'",
      ' x.y ',
      'raw',
      '\n',
      'text',
    )
    const template = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      anyText(),
    )
    fc.assert(
      fc.property(template, anyText(), (text, name) => {
        const contact = kari({ firstName: sourced(name) })
        const rendered = renderStep(mail(text, text), values({ contact }))
        return (
          typeof rendered.body === 'string' &&
          rendered.body.isWellFormed() &&
          !rendered.subject.includes('\n')
        )
      }),
      { numRuns: 200 },
    )
  })

  it('gives a value back as it is, save for spaces and invisible marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (name) => {
        const shown = body(
          "{{ contact.first_name | default: '-' }}",
          values({ contact: kari({ firstName: sourced(name) }) }),
        )
        const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '')
        return (
          visible(shown) === (visible(name) === '' && name.trim() === '' ? '-' : visible(name)) ||
          visible(name) === ''
        )
      }),
    )
  })
})

describe('checking a template for the editor', () => {
  test('knows every value there is, names one there is not, and where', () => {
    const all = Object.entries(VARIABLES).flatMap(([group, names]) =>
      names.map((name) => `{{ ${group}.${name} }}`),
    )
    expect(templateProblem(mail(all.join(' ')))).toBeNull()
    expect(templateProblem(mail('Hi\n{{ contact.frist_name }}'))).toEqual({
      part: 'body',
      line: 2,
      reason: 'unknown value: contact.frist_name',
    })
    expect(templateProblem(mail('', '{% if %}'))).toMatchObject({ part: 'subject', line: 1 })
  })
})

describe('the shipped cadence', () => {
  const [starter] = SHIPPED_CADENCES
  const steps = starter?.steps ?? []

  test('fits the record, with ids of its own', () => {
    expect(cadenceSchema.safeParse({ ...starter, createdAt: NOW }).success).toBe(true)
    expect(new Set(steps.map(({ id }) => id)).size).toBe(9)
    expect(steps.filter(({ breakup }) => breakup).map(({ id }) => id)).toEqual([steps.at(-1)?.id])
  })

  test('has texts without a fault, that need nothing but the rep’s name', () => {
    const bare = { ...kari(), firstName: null, company: null }
    for (const shipped of steps) {
      expect(templateProblem(shipped)).toBeNull()
      expect(renderStep(shipped, values({ contact: bare })).missing).toEqual([])
      expect(renderStep(shipped, values({ rep: { name: '' } })).missing).toEqual(['rep.name'])
    }
  })

  test('keeps its invitation under 200 characters, also with long names', () => {
    const long = kari({ firstName: sourced('Maximiliane-Sophie-Charlotte') })
    const note = steps.find(({ type }) => type === 'linkedin_connect')
    const text =
      note === undefined
        ? ''
        : renderStep(note, values({ contact: long, rep: { name: 'Marta Alexandra de Figueiredo e Castro' } }))
            .body
    expect(text.length).toBeGreaterThan(50)
    expect(text.length).toBeLessThanOrEqual(200)
  })

  test('keeps every mail under 120 words and without shouting', () => {
    for (const shipped of steps.filter(({ type }) => type.startsWith('email'))) {
      const { subject, body: text } = renderStep(shipped, values())
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(120)
      expect(subject.length).toBeGreaterThan(3)
      expect(subject + text).not.toMatch(/!|free|guarantee|\b[A-Z]{4,}\b|http/)
    }
  })
})
