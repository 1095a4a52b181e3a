import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanCell, readRow, rowKeysOf, type Mapping } from '#lib/domain/import/row.ts'
import { csvText } from '#lib/domain/csv.ts'

const mapping: Mapping = {
  headers: ['Name', 'Vorname', 'Nachname', 'Firma', 'Web', 'E-Mail', 'Tel.', 'LinkedIn', 'Ort', 'Land', 'Bemerkung', 'Stand'],
  targets: ['name', 'firstName', 'lastName', 'company', 'companyDomain', 'email', 'phone', 'linkedin', 'city', 'country', 'note', 'note'],
} // oxfmt-ignore
const CLOCK = { now: '2026-11-24T09:30:00.000Z', zone: 'Europe/Lisbon' }
const row = (cells: Partial<Record<string, string>>): string[] =>
  mapping.headers.map((header) => cells[header] ?? '')
const read = (cells: Partial<Record<string, string>>) => {
  const result = readRow(row(cells), mapping, CLOCK)
  if (result.kind !== 'person') throw new Error(`refused: ${JSON.stringify(result)}`)
  return result
}

describe('a row becomes a person', () => {
  test('halves make the name, places the location, several notes keep their column', () => {
    const { fields, note, remarks } = read({
      Vorname: 'Małgorzata', Nachname: 'Wiśniewska', Firma: 'Odlewnia', 'E-Mail': 'M.Wisniewska@Odlewnia.TEST',
      Ort: 'Łódź', Land: 'PL', 'Tel.': '0048 42 639 54 00', Bemerkung: 'met', Stand: 'A 12',
    }) // oxfmt-ignore
    expect(fields).toMatchObject({
      name: 'Małgorzata Wiśniewska', firstName: 'Małgorzata', lastName: 'Wiśniewska', company: 'Odlewnia',
      email: 'm.wisniewska@odlewnia.test', phone: '+48426395400', location: 'Łódź, PL',
    }) // oxfmt-ignore
    expect(note).toBe('Bemerkung: met\nStand: A 12')
    expect(remarks).toEqual([])
  })

  test.each([
    ['https://no.linkedin.com/in/Kari-Nordmann/?trk=x', 'https://www.linkedin.com/in/kari-nordmann/'],
    ['linkedin.com/in/kari-nordmann', 'https://www.linkedin.com/in/kari-nordmann/'],
    ['kari-nordmann', 'https://www.linkedin.com/in/kari-nordmann/'],
  ])('the profile %s', (linkedin, canonical) => {
    expect(read({ Name: 'Kari', LinkedIn: linkedin }).fields.linkedin).toBe(canonical)
  })

  test.each([
    ['https://www.fjordvolt.test/en?x=1', 'fjordvolt.test'],
    ['WWW.Fjordvolt.test', 'fjordvolt.test'],
    ['fjordvolt.test', 'fjordvolt.test'],
  ])('the domain of %s', (web, domain) => {
    expect(read({ Name: 'Kari', Web: web }).fields.companyDomain).toBe(domain)
  })

  test('of several mail addresses in one cell the first that is one counts', () => {
    const { fields, remarks } = read({
      Name: 'Kari',
      'E-Mail': 'none; kari@fjordvolt.test, k2@fjordvolt.test',
    })
    expect(fields.email).toBe('kari@fjordvolt.test')
    expect(remarks).toEqual([])
  })
})

describe('what cannot be used is left empty and said', () => {
  test.each([
    [{ 'E-Mail': 'kari@@fjordvolt.test' }, 'mail-not-valid', 'email'],
    [{ 'E-Mail': 'kari@fjordvolt' }, 'mail-not-valid', 'email'],
    [{ 'Tel.': '12' }, 'phone-no-country', 'phone'],
    [{ 'Tel.': '+47 12' }, 'phone-not-valid', 'phone'],
    [{ 'Tel.': '4,72233E+11' }, 'phone-rounded', 'phone'],
    [{ LinkedIn: 'https://www.linkedin.com/company/fjordvolt' }, 'not-a-profile', 'linkedin'],
    [{ LinkedIn: 'https://linkedin.com.evil.test/in/kari' }, 'not-a-profile', 'linkedin'],
    [{ Web: 'not a domain' }, 'domain-not-valid', 'companyDomain'],
    [{ Firma: 'x'.repeat(2_001) }, 'too-long', 'company'],
  ] as const)('%o', (cells, code, field) => {
    const { fields, remarks } = read({ Name: 'Kari Nordmann', ...cells })
    expect(remarks.map((one) => one.code)).toContain(code)
    expect(fields[field]).toBeNull()
  })

  test('a number without a country takes that of the row, and says so', () => {
    const { fields, remarks } = read({ Name: 'Kari', 'Tel.': '22 33 44 55', Land: 'Norwegen' })
    expect(fields.phone).toBe('+4722334455')
    expect(remarks[0]).toEqual({ code: 'phone-country-taken', about: 'NO' })
  })

  test.each(['n/a', '#N/A', '-', 'NULL', ' \u200b ', '—'])('«%s» is nothing', (text) => {
    const { fields, remarks } = read({ Name: 'Kari', Firma: text, 'E-Mail': text })
    expect([fields.company, fields.email]).toEqual([null, null])
    expect(remarks).toEqual([{ code: 'only-a-name', about: '' }])
  })
})

describe('a row is refused whole', () => {
  test.each([
    [row({ 'E-Mail': 'kari@fjordvolt.test' }), 'no-name'],
    [row({ Name: 'kari@fjordvolt.test' }), 'name-is-no-name'],
    [row({ Name: '12345' }), 'name-is-no-name'],
    [[...row({ Name: 'Kari' }), 'one cell too many'], 'cells-shifted'],
    [[...mapping.headers], 'names-again'],
  ])('%j', (cells, reason) => {
    expect(readRow(cells, mapping, CLOCK)).toEqual({ kind: 'refused', reason })
  })

  test('an empty row is no person and no refusal; a short one is a person', () => {
    expect(readRow(row({}), mapping, CLOCK)).toEqual({ kind: 'blank' })
    expect(readRow([], mapping, CLOCK)).toEqual({ kind: 'blank' })
    expect(readRow(['Kari'], mapping, CLOCK).kind).toBe('person')
  })
})

test('two rows are one person by profile or mail address, not by telephone', () => {
  const a = read({
    Name: 'Kari',
    LinkedIn: 'linkedin.com/in/Kari',
    'E-Mail': 'K@x.test',
    'Tel.': '+4722334455',
  })
  expect(rowKeysOf(a.fields)).toEqual(['li:kari', 'mail:k@x.test'])
})

describe('hostile cells', () => {
  test('markup and formulas are text and nothing else', () => {
    const { fields } = read({ Name: '<img src=x onerror=alert(1)>', Firma: '=HYPERLINK("x")' })
    expect(fields.name).toBe('<img src=x onerror=alert(1)>')
    expect(fields.company).toBe('=HYPERLINK("x")')
  })

  test.each(['=1+1', '+47', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '|x', '%x'])(
    '«%s» leaves as text and comes back',
    (value) => {
      const written = csvText([[value]])
        .slice(1)
        .replace(/\r\n$/, '')
        .replace(/^"(.*)"$/s, '$1')
      expect(written.startsWith("'")).toBe(true)
      expect(cleanCell(written)).toBe(value.trim())
    },
  )

  test('no cells make the reading throw, and what comes out is text of one line', () => {
    const cells = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1', 'a@b.cd', '+4722334455', 'Kari')),
      {
        maxLength: 14,
      },
    )
    fc.assert(
      fc.property(cells, (values) => {
        const result = readRow(values, mapping, CLOCK)
        if (result.kind !== 'person') return
        for (const value of Object.values(result.fields)) {
          expect(value === null || (value !== '' && value.isWellFormed() && !/[\n\r\t]/.test(value))).toBe(
            true,
          )
        }
      }),
    )
  })
})
