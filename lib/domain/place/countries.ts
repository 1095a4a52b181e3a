import { fold, once } from './place-text.ts'

/** Countries by their names in the languages of the world's business (CLDR), and by their usual short forms. */

/** The country of a folded name; null when none has it. */
export function countryNamed(name: string): string | null {
  return countryNames().get(name) ?? null
}

/** The country of a two-letter code in capitals, as `DE`; null for any other text. */
export function countryOfCode(text: string): string | null {
  return /^[A-Z]{2}$/.test(text) && codes().includes(text) ? text : null
}

const codes = once((): string[] => {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  return (
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !NO_COUNTRIES.has(code) && english.of(code) !== undefined)
      // A withdrawn code has the name of the country that took its place.
      .filter((code) => new Intl.Locale(`und-${code}`).region === code)
  )
})

const countryNames = once((): ReadonlyMap<string, string> => {
  const names = new Map(
    Object.entries(OTHER_NAMES).flatMap(([code, list]) =>
      list.split(',').map((name) => [fold(name), code] as const),
    ),
  )
  for (const language of Intl.DisplayNames.supportedLocalesOf(LANGUAGES)) {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style })
      for (const code of codes()) {
        const name = fold(display.of(code) ?? '')
        // Two letters are codes (`UK` stands below), never names.
        if (name.length > 2 || /[^\p{Script=Latin}]/u.test(name))
          if (name !== '' && !names.has(name)) names.set(name, code)
      }
    }
  }
  return names
})

/** English first: where two languages give one name to two countries, the first one counts. */
const LANGUAGES =
  `en de fr es it pt nl nb nn sv da fi is pl cs sk hu ro bg hr sl sr sr-Latn bs mk sq el tr ru uk be et lv lt
  ka hy az kk uz ky mn he ar fa ur hi bn pa gu mr ta te kn ml or si ne th lo km my vi id ms fil jv sw am zu af ja zh zh-Hant yue ko
  ca eu gl cy ga gd mt lb fo ku ps so ha yo ig as tk tg ceb`.split(/\s+/)

const NO_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
])

const OTHER_NAMES: Record<string, string> = {
  US: 'USA,U.S.A.,U.S.,US,United States of America,Estados Unidos de América,Vereinigte Staaten von Amerika,America,États Unis d’Amérique,EE. UU.,EEUU,EUA,美國',
  GB: 'UK,U.K.,GB,Great Britain,Britain,United Kingdom of Great Britain and Northern Ireland,England,Scotland,Wales,Northern Ireland,Groot-Brittannië,Großbritannien,Grande-Bretagne,Gran Bretaña',
  AE: 'UAE,U.A.E.,Emirates,VAE,EAU', SA: 'KSA,Kingdom of Saudi Arabia', KR: 'Korea,Republic of Korea,South Korea,ROK,한국', CN: 'PRC,P.R. China,People’s Republic of China,Mainland China',
  NL: 'Holland,The Netherlands,Países Bajos,Holanda', CZ: 'Czech Republic,Czechia,Tschechien,Česká republika', IE: 'Republic of Ireland,Éire', RU: 'Russian Federation', TR: 'Turkey,Türkiye', VN: 'Viet Nam',
  HK: 'Hong Kong,Hong Kong SAR,HKSAR', MO: 'Macau', TW: 'Republic of China,臺灣,台灣', DE: 'BRD,Bundesrepublik Deutschland,Federal Republic of Germany', CD: 'DRC,Democratic Republic of the Congo,Congo Kinshasa,DR Congo', CG: 'Congo Brazzaville,Republic of the Congo',
  CI: 'Ivory Coast', MK: 'Macedonia', SZ: 'Swaziland', CV: 'Cape Verde', MM: 'Burma', PS: 'Palestine', BO: 'Bolivia', VE: 'Venezuela, Bolivarian Republic of', IR: 'Islamic Republic of Iran', LA: 'Lao PDR', MD: 'Republic of Moldova', SY: 'Syrian Arab Republic', TZ: 'United Republic of Tanzania', BS: 'The Bahamas', GM: 'The Gambia', PH: 'The Philippines', IN: 'Bharat', MX: 'Estados Unidos Mexicanos', CH: 'Confoederatio Helvetica', XK: 'Kosova', SE: 'Kingdom of Sweden', BR: 'Brasil', JP: 'Nippon', TH: 'ประเทศไทย',
} // prettier-ignore
