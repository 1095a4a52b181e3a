import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CADENCE_TEMPLATES } from '#lib/domain/cadence/cadence-templates.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { renderStep } from '#lib/domain/template.ts'
import { isHeld } from '#lib/domain/templates/touch-draft.ts'
import { mayMiss } from '#lib/domain/templates/may-miss.ts'
import { kari, NOW } from '../samples.ts'

const bare = { ...kari(), firstName: null, lastName: null, company: null, headline: null, location: null }
const values = {
  contact: bare, account: null, rep: { name: 'Marta', title: '' }, cadence: { name: 'C' }, evidence: null, facts: [], threadSubject: null,
  snippets: {}, fills: {}, locale: 'en', now: NOW, zone: 'UTC',
} // oxfmt-ignore

describe('whether a template may miss something', () => {
  test('no shipped text does, so no list renders one', () => {
    const steps = [...SHIPPED_CADENCES, ...CADENCE_TEMPLATES].flatMap(({ steps }) => steps)
    expect(steps.length).toBeGreaterThan(40)
    expect(
      steps.filter(({ subject, body }) => mayMiss(subject) || mayMiss(body)).map(({ id }) => id),
    ).toEqual([])
  })

  test.each([
    '{{ contact.title }}',
    '{{ contact.title | upcase | default: "x" }}',
    '{{ x',
    'x }}',
    '{% if x %}',
    '{{ contact.title | default: contact.school }}',
    '{{ snippet.a }}',
    '{{ rep.title }}',
  ])('%s may', (template) => {
    expect(mayMiss(template)).toBe(true)
  })

  test('«no» is sure: nothing is missing, whoever it is', () => {
    const piece = fc.constantFrom(
      '{{ contact.name }}', '{{contact.title|default:"x"}}', "{{ rep.meeting_link | default: 'x' }}", "{{ account.industry | default: '' }}", '{{- rep.name -}}', '{{', '}}',
      '{% if', '%}', ' | default: ', "'a'", 'contact.title', '{', '}', ' text ', '\n', '{{ contact.x_y | default: "-" }}', '| upcase',
    ) // oxfmt-ignore
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('')),
        (body) => mayMiss(body) || !isHeld(renderStep({ type: 'task', subject: '', body }, values)),
      ),
      { numRuns: 500 },
    )
  })
})
