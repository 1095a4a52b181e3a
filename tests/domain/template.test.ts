import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { cadence as cadenceSchema } from '#lib/domain/records.ts'
import { renderStep, snippetProblem, templateProblem } from '#lib/domain/template.ts'
import { replySubject } from '#lib/domain/templates/reply-subject.ts'
import { VARIABLES, type TemplateValues } from '#lib/domain/templates/variables.ts'
import { anyText, kari, NOW, sourced, step } from './samples.ts'

function values(patch: Partial<TemplateValues> = {}): TemplateValues {
  return {
    contact: kari(),
    account: null,
    rep: { name: 'Marta Figueiredo' },
    cadence: { name: 'Outbound starter' },
    evidence: null,
    facts: [],
    threadSubject: null,
    snippets: {},
    fills: {},
    locale: 'en-GB',
    now: NOW,
    zone: 'Europe/Lisbon',
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

  test('takes what the settings say of the rep, and misses what they do not', () => {
    const whole =
      '{{ rep.title }}, {{ rep.company }}, {{ rep.phone }}, {{ rep.email }}, {{ rep.meeting_link }}'
    const rep = {
      name: 'Marta', title: 'SDR', company: 'Acme', phone: '+351 1', email: 'm@acme.example',
      meetingLink: 'https://acme.example/m?d=30',
    } // oxfmt-ignore
    expect(body(whole, values({ rep }))).toBe(
      'SDR, Acme, +351 1, m@acme.example, https://acme.example/m?d=30',
    )
    const { missing } = renderStep(mail(whole), values({ rep: { name: 'Marta', title: 'SDR', phone: ' ' } }))
    expect(missing).toEqual(['rep.company', 'rep.phone', 'rep.email', 'rep.meeting_link'])
    expect(body("{{ rep.title | default: 'sales' }}")).toBe('sales')
    expect(body('{{ rep.phone }}', values({ fills: { 'rep.phone': '7' } }))).toBe('7')
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

describe('what is kept and typed', () => {
  const evidence = { quote: 'Three people retype supplier forms.', source: 'fjordvolt.example', at: NOW }

  test('a quotation comes with its source and day', () => {
    const text =
      'You wrote “{{ evidence.quote }}” on {{ evidence.source }}, {{ evidence.date | date: "day" }}.'
    expect(body(text, values({ evidence }))).toBe(
      'You wrote “Three people retype supplier forms.” on fjordvolt.example, 24 November.',
    )
    expect(renderStep(mail(text), values()).missing).toEqual([
      'evidence.quote',
      'evidence.source',
      'evidence.date',
    ])
  })

  test('a value typed for this touch stands in for one that is missing, and for one that is wrong', () => {
    const fills = {
      'contact.title': 'Head of Purchasing',
      'contact.first_name': ' ',
      'account.name': 'Fjord',
    }
    const text = '{{ contact.first_name }}, {{ contact.title }}, {{ account.name }}'
    expect(renderStep(mail(text), values({ fills }))).toMatchObject({
      body: 'Kari, Head of Purchasing, Fjord',
      missing: [],
    })
  })

  test('a typed value is text: no template, no line', () => {
    const fills = { 'contact.title': '{{ rep.name }}\nBcc: x@y.example' }
    expect(body('{{ contact.title }}', values({ fills }))).toBe('{{ rep.name }} Bcc: x@y.example')
  })
})

describe('dates and names follow the locale', () => {
  test.each([
    ["{{ 'today' | date }}", 'en-GB', '24 Nov 2026'],
    ["{{ 'today' | date: 'long' }}", 'de', '24. November 2026'],
    ["{{ 'tomorrow' | date: 'weekday' }}", 'pt-PT', 'quarta-feira'],
    ["{{ '2026-02-28' | date: 'long', 'fr' }}", 'en-GB', '28 février 2026'],
    ["{{ '2028-02-29' | date: 'year' }}", 'en-GB', '2028'],
    ["{{ 'istanbul' | upcase }}", 'tr', 'İSTANBUL'],
    ["{{ 'istanbul' | upcase: 'en' }}", 'tr', 'ISTANBUL'],
    ["{{ 'IĞDIR' | downcase | capitalize }}", 'tr', 'Iğdır'],
    ["{{ 'KARI NORDMANN-ØDEGÅRD' | name_case }}", 'nb', 'Kari Nordmann-Ødegård'],
    ["{{ 'Kari McNordmann' | name_case }}", 'nb', 'Kari McNordmann'],
    ['{{ contact.name | first_name }} {{ contact.name | last_name }}', 'nb', 'Kari Nordmann'],
    ['{{ contact.name | initials }}', 'nb', 'KN'],
  ])('%s in %s is %s', (template, locale, text) => {
    expect(body(template, values({ locale }))).toBe(text)
  })

  test('today is the day of the rep’s zone', () => {
    const late = { now: '2026-11-24T23:30:00.000Z', locale: 'en-GB' }
    const text = "{{ 'today' | date: 'day' }}"
    expect(body(text, values({ ...late, zone: 'Europe/Lisbon' }))).toBe('24 November')
    expect(body(text, values({ ...late, zone: 'Asia/Kolkata' }))).toBe('25 November')
    expect(body(text, values({ ...late, zone: 'Pacific/Kiritimati' }))).toBe('25 November')
  })

  test('a name filter that finds no name leaves no hole: its default, or missing', () => {
    const text = "{{ 'x@y.example' | first_name | default: 'there' }}"
    expect(body(text)).toBe('there')
    expect(renderStep(mail("Hi {{ 'x@y.example' | first_name }}"), values())).toMatchObject({
      body: 'Hi [first name]',
      missing: ['first name'],
    })
  })

  test.each([
    ["{{ 'someday' | date }}", 'date needs a day'],
    ["{{ '2026-02-30' | date }}", 'date needs a day'],
    ["{{ 'today' | date: '%Y' }}", 'date takes short, medium'],
    ["{{ 'today' | date: 'constructor' }}", 'date takes short, medium'],
    ["{{ 'today' | date: 'long', 'not a language' }}", 'a language is written as'],
    ["{{ 'x' | upcase: '__proto__' }}", 'a language is written as'],
  ])('%s is a fault with its reason and place', (template, reason) => {
    const { problem } = renderStep(mail(`Hi\n  ${template}`), values())
    expect(problem).toMatchObject({ part: 'body', line: 2, column: 3, snippet: null })
    expect(problem?.reason).toContain(reason)
  })
})

describe('snippets', () => {
  const snippets = {
    signature: '{{ rep.name }}\n{{ snippet.firm }}',
    firm: 'Northlight',
    loop: 'a {{ snippet.pool }}',
    pool: 'b {{ snippet.loop }}',
    title: 'As {{ contact.title }}',
    broken: 'x\n {{ nothing',
  }
  const given = values({ snippets })

  test('are put in with the same values, also in one another, whichever way they are named', () => {
    expect(body('Hi\n\n{{ snippet.signature }}', given)).toBe('Hi\n\nMarta Figueiredo\nNorthlight')
    expect(body(`{{ snippet["firm"] }} {{snippet['firm']}}`, given)).toBe('Northlight Northlight')
  })

  test('what is missing in one is missing in the touch, where it shows', () => {
    expect(renderStep(mail('{{ snippet.title }}'), given)).toMatchObject({
      body: 'As [contact.title]',
      missing: ['contact.title'],
    })
    expect(renderStep(mail('{% if contact.school %}{{ snippet.title }}{% endif %}x'), given).missing).toEqual(
      [],
    )
  })

  test('one that there is not is missing, and may have a default', () => {
    expect(renderStep(mail('{{ snippet.none }}'), given).missing).toEqual(['snippet.none'])
    expect(body("{{ snippet.none | default: '-' }}", given)).toBe('-')
    expect(renderStep(mail('{{ snippet.constructor }}'), given).missing).toEqual(['snippet.constructor'])
  })

  test('a fault in one says in which and where', () => {
    expect(renderStep(mail('{{ snippet.broken }}'), given).problem).toMatchObject({
      part: 'body',
      snippet: 'broken',
      line: 2,
      column: 2,
    })
    expect(snippetProblem('broken', snippets.broken)).toMatchObject({ snippet: 'broken', line: 2 })
    expect(snippetProblem('firm', snippets.firm)).toBeNull()
  })

  test('one that contains itself is refused, also in a ring', () => {
    expect(renderStep(mail('{{ snippet.loop }}'), given).problem?.reason).toMatch(/contain itself/)
    expect(snippetProblem('me', '{{ snippet.me }}')?.reason).toMatch(/contain itself/)
  })

  test('sixty that name one another are put in once each', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${String(index)}`,
        Array.from({ length: 60 }, (_, other) => `{{ snippet.s${String(other)} }}`).join(''),
      ]),
    )
    const rendered = renderStep(mail('{{ snippet.s0 }}{{ snippet.s1 }}'), values({ snippets: many }))
    expect(rendered.problem).not.toBeNull()
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
    '{{ contact["constructor"]["prototype"] }}', '{{ contact }}', '{{ contact | append: "x" }}', '{{ contact | upcase }}', '{{ snippet }}', '{% assign x = rep %}{{ x }}',
    '{{ globalThis }}', '{{ this }}', '{{ process.env }}', '{{ contact.first_name.constructor }}',
  ])('%s reaches nothing', (template) => {
    const rendered = renderStep(mail(template), values())
    expect(rendered.missing.length + (rendered.problem === null ? 0 : 1)).toBeGreaterThan(0)
    expect(rendered.body).not.toMatch(/native code|function|\[object/i)
  }) // oxfmt-ignore

  test.each([
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{% for i in (1..999999999) %}x{% endfor %}',
    '{% tablerow i in (1..9) %}{% endtablerow %}',
  ])('%s is not part of the language', (template) => {
    expect(renderStep(mail(template), values()).problem).not.toBeNull()
  })

  test('a text that doubles itself stops', () => {
    const bomb =
      "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + '{% assign a = a | append: a %}'.repeat(60) + '{{ a }}'
    expect(renderStep(mail(bomb), values()).problem?.reason).toMatch(/memory/)
  })

  test.each([
    ['tags in one another', '{% if 1 %}'.repeat(1_900)],
    ['brackets in one another', `{{ a${'[a'.repeat(5_000)}${']'.repeat(5_000)} }}`],
    ['many that are missing', '{{ contact.nope }}'.repeat(1_000)],
    ['many different ones', Array.from({ length: 700 }, (_, index) => `{{ contact.x${String(index)} }}`).join('')],
    ['a text that squares itself', `{% assign a = '${'x'.repeat(64)}' %}${"{% assign a = a | replace: 'x', a %}".repeat(5)}{{ a }}`],
    ['white space without end', `{% assign a = '${' '.repeat(15_000)}x' %}${'{{ a | strip | truncatewords: 3 }}'.repeat(100)}`],
    ['names without end', `{% assign a = '${'AB '.repeat(4_000)}' %}${'{{ a | first_name }}'.repeat(200)}`],
    ['a whole book', `{% assign a = '${'word '.repeat(2_000)}' %}${'{{ a }}'.repeat(900)}`],
  ])('%s: an answer within two seconds and 60,000 characters', (_, text) => {
    const before = performance.now()
    const rendered = renderStep({ ...mail(text), subject: text }, values())
    expect(performance.now() - before).toBeLessThan(2_000)
    expect(rendered.body.length).toBeLessThan(60_000)
    expect(rendered.problem !== null || rendered.missing.length > 0 || rendered.body.length > 0).toBe(true)
  }) // oxfmt-ignore

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
      ' snippet.a ',
      ' snippet["a"] ',
      " | date: 'long' ",
      ' | first_name ',
      ' | split: "" ',
      ' assign x = ',
      ' capture x ',
      ' case x ',
      '.__proto__',
      '["constructor"]',
      ' or ',
      '(1..9)',
    )
    const template = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      anyText(),
    )
    fc.assert(
      fc.property(template, template, anyText(), (text, piece, name) => {
        const contact = kari({ firstName: sourced(name) })
        const given = values({ contact, snippets: { a: piece }, fills: { 'contact.title': name } })
        const rendered = renderStep(mail(text, text), given)
        templateProblem(mail(text, piece))
        snippetProblem('a', piece)
        return (
          typeof rendered.body === 'string' &&
          rendered.body.isWellFormed() &&
          !rendered.subject.includes('\n')
        )
      }),
      { numRuns: 400 },
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
      column: 4,
      snippet: null,
      reason: 'unknown value: contact.frist_name',
    })
    expect(templateProblem(mail('{{ snippet.signature }} {{ evidence.date | date }}'))).toBeNull()
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
