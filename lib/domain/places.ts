import { fold } from './seniority.ts'

/**
 * The countries that a rep's region word stands for («Nordics», «DACH», «Norge», «NO»), or null when it names none:
 * then it can only be looked for in the text as it is.
 */
export function countriesOfRegion(region: string): ReadonlySet<string> | null {
  const text = fold(region).trim()
  const group = Object.hasOwn(GROUPS, text) ? GROUPS[text] : undefined
  if (group !== undefined) return new Set(group.split(' '))
  const code = countryNames().get(text) ?? (/^[a-z]{2}$/.test(text) ? codeOf(text) : null)
  return code === null ? null : new Set([code])
}

/** The country a location text ends with («Oslo, Norway», «Grand Est, Frankreich»); null when its last part is none. */
export function countryOfLocation(location: string): string | null {
  const last = location.split(/[,，、·|]/u).at(-1) ?? ''
  return countryNames().get(fold(last).trim()) ?? null
}

function codeOf(text: string): string | null {
  const code = text.toUpperCase()
  return COUNTRIES.includes(code) ? code : null
}

/**
 * Folded country names of the interface languages, to their codes. Built at the first use and kept: it is the same
 * on every machine with the same language data, costs some milliseconds, and is no state.
 */
const countryNames = once((): ReadonlyMap<string, string> => {
  const names = new Map(Object.entries(OTHER_NAMES))
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of COUNTRIES) {
      const name = display.of(code)
      if (name !== undefined && !names.has(fold(name).trim())) names.set(fold(name).trim(), code)
    }
  }
  return names
})

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'nb',
  'sv',
  'da',
  'fi',
  'pl',
  'cs',
  'tr',
  'ru',
  'ja',
  'zh',
  'ko',
]

const COUNTRIES =
  `AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ
  CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
  GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW
  KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF
  NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO
  SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM
  ZW`.split(/\s+/)

const OTHER_NAMES: Record<string, string> = {
  usa: 'US', 'u s': 'US', 'u s a': 'US', 'united states of america': 'US', uk: 'GB', 'great britain': 'GB', england: 'GB',
  scotland: 'GB', wales: 'GB', 'northern ireland': 'GB', holland: 'NL', czechia: 'CZ', 'czech republic': 'CZ', uae: 'AE',
  'republic of ireland': 'IE', 'south korea': 'KR', 'korea': 'KR', russia: 'RU', turkey: 'TR', turkiye: 'TR',
  brasil: 'BR', deutschland: 'DE', osterreich: 'AT', schweiz: 'CH', suisse: 'CH', svizzera: 'CH', norge: 'NO',
  sverige: 'SE', danmark: 'DK', suomi: 'FI', espana: 'ES', italia: 'IT', polska: 'PL', 'viet nam': 'VN',
} // prettier-ignore

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'
const NORDICS = 'NO SE DK FI IS'
const DACH = 'DE AT CH'
const EUROPE = `${EU} NO IS CH GB LI MC AD SM VA AL BA ME MK RS XK UA MD BY RU TR`
const MIDDLE_EAST = 'AE SA QA KW BH OM IL JO LB IQ IR YE SY PS EG TR'
const AFRICA =
  'DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW'
const LATAM = 'MX BR AR CL CO PE UY PY BO EC VE CR PA GT HN NI SV DO CU PR'
const ASIA = 'CN HK MO TW JP KR IN ID MY SG TH VN PH BD PK LK NP MM KH LA BN MN KZ UZ KG TJ TM'
const GROUPS: Record<string, string> = {
  eu: EU, 'european union': EU, europe: EUROPE, europa: EUROPE, emea: `${EUROPE} ${MIDDLE_EAST} ${AFRICA}`,
  nordics: NORDICS, nordic: NORDICS, norden: NORDICS, scandinavia: 'NO SE DK', dach: DACH, benelux: 'BE NL LU',
  baltics: 'EE LV LT', iberia: 'ES PT', 'uk i': 'GB IE', 'uk & i': 'GB IE', 'uk&i': 'GB IE', uki: 'GB IE', 'british isles': 'GB IE',
  cee: 'PL CZ SK HU RO BG HR SI EE LV LT RS', 'north america': 'US CA MX', na: 'US CA', amer: `US CA ${LATAM}`,
  americas: `US CA ${LATAM}`, latam: LATAM, 'latin america': LATAM, 'south america': 'BR AR CL CO PE UY PY BO EC VE',
  'middle east': MIDDLE_EAST, mena: `${MIDDLE_EAST} MA DZ TN LY`, gcc: 'AE SA QA KW BH OM', africa: AFRICA,
  asia: ASIA, apac: `${ASIA} AU NZ`, 'asia pacific': `${ASIA} AU NZ`, anz: 'AU NZ', oceania: 'AU NZ FJ PG',
} // prettier-ignore
