import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyKey } from '#lib/domain/company-key.ts'
import { FORMS_AFTER, FORMS_BEFORE } from '#lib/domain/legal-forms.ts'
import { anyText } from './samples.ts'

/** Names as registers and profiles of the country write them; all companies are invented. */
const BY_COUNTRY: Record<string, string[]> = {
  US: ['Ridgeline, Inc.', 'Ridgeline L.L.C.', 'The Ridgeline Company', 'Ridgeline Corporation', 'RIDGELINE LLP'],
  CA: ['Ridgeline Ltée', 'Ridgeline ULC'],
  GB: ['Ridgeline Ltd', 'Ridgeline Limited', 'Ridgeline PLC', 'Ridgeline & Co. Ltd.'],
  IE: ['Ridgeline DAC', 'Ridgeline Teoranta'],
  DE: ['Ridgeline GmbH', 'Ridgeline GmbH & Co. KG', 'Ridgeline gGmbH', 'Ridgeline UG (haftungsbeschränkt)', 'Ridgeline SE & Co. KGaA', 'Ridgeline e.K.'],
  AT: ['Ridgeline Ges.m.b.H.', 'Ridgeline OG'],
  CH: ['Ridgeline Sàrl', 'Ridgeline Sagl', 'Ridgeline AG'],
  FR: ['Ridgeline S.A.S.', 'SARL Ridgeline', 'Ridgeline SASU', 'Ridgeline S.A.R.L.'],
  BE: ['Ridgeline BVBA', 'Ridgeline SA/NV', 'BVBA Ridgeline'],
  NL: ['Ridgeline B.V.', 'Ridgeline Coöperatie U.A.', 'Ridgeline N.V.'],
  LU: ['Ridgeline SCSp', 'Ridgeline S.à r.l.'],
  ES: ['Ridgeline, S.L.', 'Ridgeline S. L. U.', 'Ridgeline S. Coop.'],
  PT: ['Ridgeline, Lda.', 'Ridgeline Unipessoal Lda', 'Ridgeline SGPS, S.A.'],
  IT: ['Ridgeline S.p.A.', 'Ridgeline S. R. L.', 'Ridgeline Srls', 'Ridgeline S.r.l. a socio unico'],
  DK: ['Ridgeline A/S', 'Ridgeline ApS'],
  NO: ['Ridgeline AS', 'Ridgeline ASA', 'AS Ridgeline'],
  SE: ['Ridgeline AB (publ)', 'AB Ridgeline', 'Ridgeline Aktiebolag'],
  FI: ['Ridgeline Oy', 'Oy Ridgeline Ab', 'Ridgeline Oyj'],
  IS: ['Ridgeline ehf.', 'Ridgeline hf.'],
  PL: ['Ridgeline Sp. z o.o.', 'Ridgeline sp. z o. o. sp. k.', 'Ridgeline Spółka Akcyjna', 'Ridgeline S.A.'],
  CZ: ['Ridgeline s.r.o.', 'Ridgeline, spol. s r.o.', 'Ridgeline a. s.'],
  SK: ['Ridgeline j.s.a.', 'Ridgeline, a.s.'],
  HU: ['Ridgeline Kft.', 'Ridgeline Zrt.'],
  RO: ['SC Ridgeline SRL', 'Ridgeline S.R.L.'],
  BG: ['Ридж ЕООД', 'Ридж АД'],
  HR: ['Ridgeline d.o.o.', 'Ridgeline j.d.o.o.'],
  SI: ['Ridgeline d.d.'],
  RS: ['Риџлајн ДОО', 'Риџлајн а.д.'],
  GR: ['Κορυφή Α.Ε.', 'ΚΟΡΥΦΗ ΙΚΕ', 'Κορυφή Μονοπρόσωπη ΙΚΕ'],
  EE: ['Ridgeline OÜ', 'OÜ Ridgeline'],
  LV: ['SIA “Ridgeline”', 'Ridgeline SIA'],
  LT: ['UAB „Ridgeline“', 'Ridgeline, UAB', 'MB Ridgeline'],
  RU: ['ООО «Ридж»', 'Ридж, ООО', 'АО Ридж', 'Общество с ограниченной ответственностью «Ридж»', 'OOO Ridzh'],
  UA: ['ТОВ «Ридж»', 'Ридж, ТОВ', 'ПрАТ Ридж', 'TOV Ridzh', 'TOB Ridzh'],
  BY: ['ОДО Ридж', 'ЧУП «Ридж»'],
  KZ: ['ТОО «Ридж»', 'Ридж ЖШС'],
  TR: ['Ridgeline A.Ş.', 'Ridgeline San. ve Tic. Ltd. Şti.', 'Ridgeline Anonim Şirketi'],
  IL: ['רידג בע״מ', 'רידג בע"מ'],
  AE: ['Ridgeline FZ-LLC', 'Ridgeline FZE', 'شركة القمة', 'القمة ذ.م.م'],
  SA: ['القمة المحدودة'],
  EG: ['القمة ش.م.م'],
  QA: ['Ridgeline W.L.L.'],
  IN: ['Ridgeline Pvt. Ltd.', 'Ridgeline Private Limited', 'Ridgeline (P) Ltd'],
  PK: ['Ridgeline (Pvt.) Ltd.', 'Ridgeline (Private) Limited'],
  SG: ['Ridgeline Pte. Ltd.', 'Ridgeline Pte'],
  MY: ['Ridgeline Sdn. Bhd.', 'Ridgeline Berhad'],
  ID: ['PT Ridgeline Tbk', 'P.T. Ridgeline', 'CV Ridgeline', 'PT Ridgeline (Persero)'],
  TH: ['Ridgeline PCL', 'บริษัท สันเขา จำกัด', 'บริษัท สันเขา จำกัด (มหาชน)', 'บริษัทสันเขาจำกัด'],
  VN: ['Công ty TNHH Ridgeline', 'Công ty Cổ phần Ridgeline', 'Ridgeline JSC'],
  PH: ['Ridgeline OPC'],
  JP: ['株式会社稜線', '稜線株式会社', '㈱稜線', '稜線（株）', '株式会社 稜線', 'Ridgeline K.K.', 'Ridgeline Co., Ltd.'],
  KR: ['주식회사 능선', '능선(주)', '㈜능선', '능선 유한회사'],
  CN: ['山脊有限公司', '山脊股份有限公司', '山脊有限责任公司'],
  TW: ['山脊股份有限公司'],
  HK: ['山脊有限公司', 'Ridgeline Company Limited'],
  AU: ['Ridgeline Pty Ltd', 'Ridgeline Pty. Limited'],
  NZ: ['Ridgeline Limited'],
  ZA: ['Ridgeline (Pty) Ltd', 'Ridgeline CC'],
  NG: ['Ridgeline Nigeria Limited'],
  KE: ['Ridgeline PLC'],
  BR: ['Ridgeline Ltda.', 'Ridgeline Ltda - ME', 'Ridgeline S/A', 'Ridgeline EIRELI'],
  MX: ['Ridgeline, S.A. de C.V.', 'Ridgeline S de RL de CV', 'Ridgeline SAPI de C.V.'],
  AR: ['Ridgeline S.A.U.', 'Ridgeline SRL'],
  CL: ['Ridgeline SpA', 'Ridgeline E.I.R.L.'],
  CO: ['Ridgeline S.A.S.', 'Ridgeline S.A.S. E.S.P.'],
  PE: ['Ridgeline S.A.C.', 'Ridgeline S.A.A.'],
} // oxfmt-ignore

/** The bare names of the table: one company, written in the script of the country. */
const BARE = new Set([
  'ridgeline',
  'ридж',
  'риџлајн',
  'κορυφη',
  'ridzh',
  'רידג',
  'القمة',
  'สันเขา',
  '稜線',
  '능선',
  '山脊',
])

describe('a legal form is no part of the name', () => {
  test.each(Object.entries(BY_COUNTRY))('%s', (_country, names) => {
    for (const name of names) expect(BARE, name).toContain(companyKey(name))
  })

  test('the table covers every country whose forms are known', () => {
    const known = new Set([...Object.keys(FORMS_AFTER), ...Object.keys(FORMS_BEFORE)])
    expect(known.size).toBeGreaterThanOrEqual(60)
    expect([...known].filter((country) => !(country in BY_COUNTRY))).toEqual([])
  })
})

describe('what looks like a legal form but is the name', () => {
  test.each([
    ['SE', 'se'],
    ['The Company', 'company'],
    ['有限公司', '有限公司'],
    ['S.A.', 'sa'],
    ['Sampo', 'sampo'],
    ['Plan B', 'plan b'],
    ['Ridgeline Group', 'ridgeline group'],
    ['SC Freiburg', 'sc freiburg'],
    ['AND Digital', 'and digital'],
    ['Coop', 'coop'],
    ['Asana', 'asana'],
    ['Ptolemy', 'ptolemy'],
  ])('%s stays %s', (name, key) => {
    expect(companyKey(name)).toBe(key)
  })
})

test('a key is its own key, whatever the name was', () => {
  fc.assert(
    fc.property(anyText(), (name) => {
      const key = companyKey(name)
      if (key !== null) expect(companyKey(key)).toBe(key)
    }),
  )
})

test('case, accents, dots and signs do not matter', () => {
  const names = [
    'Brandstätter & Söhne',
    'BRANDSTATTER AND SOHNE',
    'brandstätter + söhne',
    'Brandsta\u0308tter & So\u0308hne',
  ]
  expect(new Set(names.map(companyKey)).size).toBe(1)
})
