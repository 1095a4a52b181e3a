import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_BYTES, MOST_ROWS, readTable, type Table } from '#lib/app/import-file.ts'
import { csvText } from '#lib/domain/csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, { mark, big }: { mark: boolean; big: boolean }): Uint8Array => {
  const units = unitsOf(mark ? `\ufeff${text}` : text)
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}
const unitsOf = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const mustRead = async (bytes: Uint8Array): Promise<Table> => {
  const table = await readTable(bytes)
  if (table.kind === 'refused') throw new Error(`refused: ${table.code}`)
  return table
}

const people = [
  ['Vorname', 'Nachname'],
  ['Jürgen', 'Größe'],
]

describe('the encoding', () => {
  const text = 'Vorname;Nachname\r\nJürgen;Größe\r\n'
  test.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 with a mark', utf16(text, { mark: true, big: false }), 'utf-16le'],
    ['UTF-16, big end first', utf16(text, { mark: true, big: true }), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, { mark: false, big: false }), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(text, { mark: false, big: true }), 'utf-16be'],
    ['Western Windows', new Uint8Array(unitsOf(text)), 'windows-1252'],
  ] as const)('%s', async (_name, bytes, encoding) => {
    const table = await mustRead(bytes)
    expect(table).toMatchObject({ encoding, delimiter: ';', rows: people })
  })

  test('the euro sign and quotes of Western Windows', async () => {
    const bytes = new Uint8Array([...utf8('Name,Note\nKari,'), 0x80, 0x93, 0x94])
    expect((await mustRead(bytes)).rows[1]).toEqual(['Kari', '€“”'])
  })
})

describe('the separator', () => {
  test.each([',', ';', '\t', '|'])('%j', async (delimiter) => {
    const text = ['Name,x', 'Kari,"a,b;c|d"', 'Ola,'].join('\n').replace(/,(?=x|"|$)/gm, delimiter)
    const table = await mustRead(utf8(text))
    expect(table.delimiter).toBe(delimiter)
    expect(table.rows[1]).toEqual(['Kari', 'a,b;c|d'])
  })

  test('the line with which Excel names it is no row', async () => {
    const table = await mustRead(utf8('sep=;\r\nName;Mail, other\r\nKari;x\r\n'))
    expect(table).toMatchObject({ delimiter: ';', rows: [['Name', 'Mail, other'], ['Kari', 'x']] }) // oxfmt-ignore
  })
})

describe('rows', () => {
  test('quotes, line breaks and quotes within quotes', async () => {
    const table = await mustRead(utf8('a,b\r\n"x ""y"" z","1\r\n2"\r\n,\r\nlast,'))
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['x "y" z', '1\n2'],
      ['', ''],
      ['last', ''],
    ])
  })

  test('what was written comes back, also where a piece of the file ends inside quotes', async () => {
    const cell = fc.oneof(fc.constantFrom('a"b', 'x\ny', ',', ';', 'ü😀', '"'), fc.string({ maxLength: 12 }))
    const row = fc.tuple(cell, cell, cell)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (some) => {
        const clean = some.map((cells) =>
          cells.map((value) => value.replace(/[\r\0]/g, '').replace(/^['\s=+\-@|%＝＋－＠]+/u, 'q')),
        )
        const many = Array.from({ length: 40_000 }, (_, index) => clean[index % clean.length] ?? [])
        const table = await mustRead(utf8(csvText([['name', 'b', 'c'], ...many])))
        expect(table.rows.length).toBe(many.length + 1)
        expect(table.rows.slice(1)).toEqual(many)
      }),
      { numRuns: 4 },
    )
  })

  test('a row whose quotes do not pair up is marked', async () => {
    const table = await mustRead(utf8('name,company\nKari,"Works "Best" Ltd"\nOla,Fjordvolt\n'))
    expect([...table.broken]).toEqual([1])
  })

  test('progress grows to the end, and the page breathes in between', async () => {
    const shares: number[] = []
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const text = 'name,mail\n' + 'Kari Nordmann,kari@fjordvolt.test\n'.repeat(40_000)
    await readTable(utf8(text), { onProgress: (share) => shares.push(share) })
    clearInterval(timer)
    expect(shares.at(-1)).toBe(1)
    expect(shares.length).toBeGreaterThan(4)
    expect(turns).toBeGreaterThan(2)
  })
})

describe('refused, with a reason', () => {
  const rows = (n: number): string => 'a,b\n'.repeat(n)
  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blanks alone', utf8('\ufeff \r\n\r\n'), 'no-rows'],
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'workbook'],
    ['an old Excel workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'workbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-text'],
    ['too many bytes', new Uint8Array(MOST_BYTES + 1).fill(97), 'too-large'],
    ['too many rows', utf8(rows(MOST_ROWS + 30)), 'too-many-rows'],
  ])('%s', async (_name, bytes, code) => {
    expect(await readTable(bytes)).toEqual({ kind: 'refused', code, row: null })
  })

  test('a quote that never closes is named with its row, soon in a large file', async () => {
    expect(await readTable(utf8('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({ code: 'quote-open', row: 3 })
    const large = 'a,b\n1,2\n3,"4\n' + 'some text,and more\n'.repeat(200_000)
    expect(await readTable(utf8(large))).toMatchObject({ code: 'quote-open', row: 3 })
  })

  test('Stop', async () => {
    const stop = new AbortController()
    const reading = readTable(utf8('some text,and more\n'.repeat(40_000)), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(await reading).toMatchObject({ code: 'stopped' })
  })
})
