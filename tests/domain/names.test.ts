import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { splitName } from '#lib/domain/names.ts'

describe('a full name', () => {
  test.each([
    ['Kari Nordmann', 'Kari', 'Nordmann'],
    ['  Kari   Nordmann ', 'Kari', 'Nordmann'],
    ['Dr. Maximiliane-Sophie von Hohenfels-Wiesenthal', 'Maximiliane-Sophie', 'von Hohenfels-Wiesenthal'],
    ['Prof. Dr. h.c. Jürgen Öttl', 'Jürgen', 'Öttl'],
    ['Mike O’Dell', 'Mike', 'O’Dell'],
    ['John Q. Smith', 'John', 'Smith'],
    ['John Smith, PhD, MBA', 'John', 'Smith'],
    ['John Smith Jr.', 'John', 'Smith'],
    ['Nordmann, Kari', 'Kari', 'Nordmann'],
    ['Jack Ma', 'Jack', 'Ma'],
    ['Kari Nordmann MA', 'Kari', 'Nordmann'],
    ['Kari Nordmann, ma', 'Kari', 'Nordmann'],
    ['Mag. Anna Huber', 'Anna', 'Huber'],
    ['Jan van Damme', 'Jan', 'van Damme'],
    ['NORDMANN Kari', 'Kari', 'NORDMANN'],
    ['Jean DUPONT', 'Jean', 'DUPONT'],
    ['🚀 Kari Nordmann ✨', 'Kari', 'Nordmann'],
    ['Kari Nordmann (she/her)', 'Kari', 'Nordmann'],
    ['Robert “Bob” Miller', 'Robert', 'Miller'],
    ['Renata de la Vega', 'Renata', 'de la Vega'],
    ['Chloé Lefèvre-Béranger', 'Chloé', 'Lefèvre-Béranger'],
    ['Oluwaseun Adébáyọ̀-Thompson', 'Oluwaseun', 'Adébáyọ̀-Thompson'],
    ['ليلى الحدّاد', 'ليلى', 'الحدّاد'],
    ['Иван Петров', 'Иван', 'Петров'],
  ])('%s', (full, first, last) => {
    expect(splitName(full)).toEqual({ first: first.normalize('NFC'), last: last.normalize('NFC') })
  })

  test.each([
    '', ' ', 'Kari', 'Dr. Nordmann', 'Ananya Krishnamurthy Venkataraman', 'Mary Ann Smith', '佐藤 美咲', '박은지', 'Eun-ji 박',
    'K. N.', 'Kari N.', 'KARI NORDMANN TESTESEN', 'João Guilherme Vasconcelos de Albuquerque e Castro', 'Team 42', 'Nguyen Van An', 'Jan Van Damme', 'Hon Wai Lam', 'Anna Maria Ba',
    'Kari @ Fjordvolt', 'ANNA MARIA MA', 'Kari, Ole, Per',
    'von Hohenfels', 'R2 D2', '🚀🚀', 'x'.repeat(300),
  ])('%j is not split', (full) => {
    expect(splitName(full)).toBeNull()
  }) // prettier-ignore

  it('is never given parts that are not in it, and never empty ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (full) => {
        const found = splitName(full)
        if (found === null) return true
        const text = full.normalize('NFC')
        const parts = [...found.first.split(' '), ...found.last.split(' ')]
        return found.first !== '' && found.last !== '' && parts.every((part) => text.includes(part))
      }),
    )
  })
})
