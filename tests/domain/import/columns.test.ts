import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { guessColumns, headerKey } from '#lib/domain/import/columns.ts'

const targets = (header: string[], ...body: string[][]): string[] =>
  guessColumns([header, ...body]).columns.map(({ target }) => target)

describe('the columns of known exports', () => {
  test('LinkedIn connections, with the notes above the names', () => {
    const guess = guessColumns([
      ['Notes:'],
      ['"When exporting your connection data, you may notice that some addresses are missing."'],
      [''],
      ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
      [
        'Kari',
        'Nordmann',
        'https://www.linkedin.com/in/kari-nordmann',
        '',
        'Fjordvolt',
        'Leder',
        '12 Oct 2026',
      ],
    ])
    expect(guess.headerRow).toBe(3)
    expect(guess.columns.map(({ target }) => target)).toEqual([
      'firstName', 'lastName', 'linkedin', 'email', 'company', 'title', 'skip',
    ]) // oxfmt-ignore
    expect(guess.columns[2]).toMatchObject({ by: 'values', filled: 1, header: 'URL' })
  })

  test('Apollo: the work number goes before the switchboard, the person before the company page', () => {
    const header =
      'First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,Seniority,Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,# Employees,Person Linkedin Url,Website,Company Linkedin Url,City,State,Country'
    const body =
      'Kari,Nordmann,Head,Fjordvolt,Fjordvolt,k@fjordvolt.test,Verified,Head,+4722334455,,,+4722000000,51,https://www.linkedin.com/in/kari-nordmann,https://fjordvolt.test,https://www.linkedin.com/company/fjordvolt,Oslo,Oslo,Norway'
    expect(targets(header.split(','), body.split(','))).toEqual([
      'firstName', 'lastName', 'title', 'company', 'skip', 'email', 'skip', 'skip', 'phone', 'skip', 'skip', 'skip',
      'skip', 'linkedin', 'companyDomain', 'skip', 'city', 'region', 'country',
    ]) // oxfmt-ignore
  })

  test.each([
    ['HubSpot', 'Record ID|First Name|Last Name|Email|Phone Number|Contact owner|Associated Company|Job Title|LinkedIn URL|Country/Region',
      'skip|firstName|lastName|email|phone|skip|company|title|linkedin|country'],
    ['Salesforce', 'First Name|Last Name|Title|Account Name|Email|Phone|Mailing City|Mailing State/Province|Mailing Country|Lead Status',
      'firstName|lastName|title|company|email|phone|city|region|country|skip'],
    ['Sales Navigator tools', 'fullName|firstName|lastName|companyName|title|linkedInProfileUrl|profileUrl|location|headline',
      'name|firstName|lastName|company|title|linkedin|skip|location|headline'],
    ['Google contacts', 'First Name|Middle Name|Last Name|Organization Name|Organization Title|E-mail 1 - Value|Phone 1 - Value|Notes',
      'firstName|skip|lastName|company|title|email|phone|note'],
  ])('%s', (_tool, header, expected) => {
    expect(targets(header.split('|')).join('|')).toBe(expected)
  }) // oxfmt-ignore
})

describe('column names in other languages', () => {
  test.each([
    ['Vorname;Nachname;Firma;Position;E-Mail;Tel.;Land', 'firstName;lastName;company;title;email;phone;country'],
    ['Vorname;Name;Unternehmen;Funktion;E-Mail-Adresse', 'firstName;lastName;company;title;email'],
    ['Prénom;Nom;Société;Poste;Adresse e-mail;Téléphone portable;Ville', 'firstName;lastName;company;title;email;phone;city'],
    ['Nombre;Apellidos;Empresa;Cargo;Correo electrónico;Móvil;País', 'firstName;lastName;company;title;email;phone;country'],
    ['Nome;Cognome;Azienda;Ruolo;E-mail;Cellulare;Città', 'firstName;lastName;company;title;email;phone;city'],
    ['Nome;Empresa;Cargo;Telemóvel', 'name;company;title;phone'],
    ['Voornaam;Achternaam;Bedrijf;Functie;E-mailadres', 'firstName;lastName;company;title;email'],
    ['Fornavn;Etternavn;Selskap;Stilling;E-post;Mobil;Sted', 'firstName;lastName;company;title;email;phone;city'],
    ['Förnamn;Efternamn;Företag;Befattning;E-postadress;Ort', 'firstName;lastName;company;title;email;city'],
    ['Etunimi;Sukunimi;Yritys;Tehtävänimike;Sähköposti', 'firstName;lastName;company;title;email'],
    ['Imię;Nazwisko;Nazwa firmy;Stanowisko;Adres e-mail;Kraj', 'firstName;lastName;company;title;email;country'],
    ['Имя;Фамилия;Компания;Должность;Электронная почта;Телефон', 'firstName;lastName;company;title;email;phone'],
    ['Ad;Soyad;Şirket;Ünvan;E-posta;Ülke', 'firstName;lastName;company;title;email;country'],
    ['姓名;公司;职位;邮箱;手机', 'name;company;title;email;phone'],
    ['姓;名;会社名;役職;メールアドレス;電話番号', 'lastName;firstName;company;title;email;phone'],
    ['이름;회사;직책;이메일;전화번호', 'name;company;title;email;phone'],
    ['الاسم الأول;اسم العائلة;الشركة;البريد الإلكتروني', 'firstName;lastName;company;email'],
    ['שם פרטי;שם משפחה;חברה;תפקיד;דוא"ל', 'firstName;lastName;company;title;email'],
  ])('%s', (header, expected) => {
    expect(targets(header.split(';')).join(';')).toBe(expected)
  }) // oxfmt-ignore
})

describe('what names do not tell', () => {
  test('values tell mail, profile and telephone', () => {
    const guess = guessColumns([
      ['A', 'B', 'C', 'D'],
      ['Kari Nordmann', 'kari@fjordvolt.test', 'linkedin.com/in/kari-n', '+47 22 33 44 55'],
      ['Ola Nordmann', 'ola@fjordvolt.test', 'https://no.linkedin.com/in/ola-n/', '0047 22 33 44 66'],
    ])
    expect(guess.headerRow).toBe(0)
    expect(guess.columns.map(({ target }) => target)).toEqual(['skip', 'email', 'linkedin', 'phone'])
  })

  test('a file without names of columns keeps its first person', () => {
    const guess = guessColumns([
      ['Kari Nordmann', 'kari@fjordvolt.test'],
      ['Ola Nordmann', 'ola@fjordvolt.test'],
    ])
    expect(guess.headerRow).toBeNull()
    expect(guess.columns[1]).toMatchObject({ target: 'email', filled: 2 })
  })

  test('names such as __proto__ and constructor are names like any other', () => {
    const guess = guessColumns([
      ['__proto__', 'constructor', 'toString', 'Email'],
      ['x', 'y', 'z', 'kari@fjordvolt.test'],
    ])
    expect(guess.columns.map(({ target }) => target)).toEqual(['skip', 'skip', 'skip', 'email'])
  })

  test('a cell too many in some rows makes no column, one in most rows does', () => {
    const rows = (extra: string[][]): string[][] => [['Name', 'Email'], ...extra]
    const plain = ['Kari', 'kari@fjordvolt.test']
    expect(guessColumns(rows([plain, plain, [...plain, 'slipped']])).columns.length).toBe(2)
    expect(guessColumns(rows([plain, [...plain, 'a'], [...plain, 'b']])).columns.length).toBe(3)
    expect(guessColumns(rows([[...plain, '', ''], plain])).columns.length).toBe(2)
  })

  test('an empty mail column gives way to a filled one', () => {
    expect(targets(['Name', 'Work email', 'Personal email'], ['Kari', '', 'kari@home.test'])).toEqual([
      'name',
      'skip',
      'email',
    ])
  })

  test('whatever the cells are, every target but the note is given once, and no row is too odd', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Name', 'Nom', 'Vorname', 'email', 'E-Mail', 'Notes', 'Notiz', '__proto__', ''),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (rows) => {
        const { columns } = guessColumns(rows)
        const once = columns.map(({ target }) => target).filter((one) => one !== 'skip' && one !== 'note')
        expect(new Set(once).size).toBe(once.length)
      }),
    )
  })
})

test('a name is compared without case, accents, joints and marks', () => {
  expect(headerKey('  E-Mail 1 - Value*')).toBe('e mail 1 value')
  expect(headerKey('linkedInProfileUrl')).toBe(headerKey('Linked in profile URL'))
  expect(headerKey('Größe')).toBe('grosse')
})
