import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlace } from '#lib/domain/place/parse-place.ts'
import { anyText } from '../samples.ts'

/** `NO Europe/Oslo`, with a question mark where a person has to tell. */
function read(text: string): string {
  const { country, zones, ask } = parsePlace(text)
  return [country.join('+'), zones.join('+')].join(' ').trim() + (ask ? ' ?' : '')
}

describe('countries in any language', () => {
  test.each([
    ['Germany', 'DE Europe/Berlin'],
    ['Deutschland', 'DE Europe/Berlin'],
    ['Saksa', 'DE Europe/Berlin'],
    ['Norge', 'NO Europe/Oslo'],
    ['日本', 'JP Asia/Tokyo'],
    ['대한민국', 'KR Asia/Seoul'],
    ['الإمارات العربية المتحدة', 'AE Asia/Dubai'],
    ['Ελλάδα', 'GR Europe/Athens'],
    ['UK', 'GB Europe/London'],
    ['UAE', 'AE Asia/Dubai'],
    ['Scotland', 'GB Europe/London'],
    ['中国', 'CN Asia/Shanghai'],
    ['Hong Kong SAR', 'HK Asia/Hong_Kong'],
    ['Kosovo', 'XK Europe/Belgrade'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(['United States', 'USA', 'Australien', 'Россия', 'Brasil', 'Canada', 'España', 'Indonesia'])(
    '%s has several clocks, so a person is asked',
    (text) => {
      expect(parsePlace(text)).toMatchObject({ country: [expect.any(String)], ask: true })
      expect(parsePlace(text).zones.length).toBeGreaterThan(1)
    },
  )
})

describe('cities, parts of countries, short forms', () => {
  test.each([
    ['Oslo, Norway', 'NO Europe/Oslo'],
    ['Oslo, Oslo, Norge', 'NO Europe/Oslo'],
    ['Seattle, Washington, United States', 'US America/Los_Angeles'],
    ['Boston, MA', 'US America/New_York'],
    ['Phoenix, AZ', 'US America/Phoenix'],
    ['Perth, WA', 'AU Australia/Perth'],
    ['Berlin, DE', 'DE Europe/Berlin'],
    ['Wilmington, DE', 'US America/New_York'],
    ['Toronto, CA', 'CA America/Toronto'],
    ['Calgary, AB', 'CA America/Edmonton'],
    ['California, United States', 'US America/Los_Angeles'],
    ['Bavaria', 'DE Europe/Berlin'],
    ['NRW', 'DE Europe/Berlin'],
    ['England, United Kingdom', 'GB Europe/London'],
    ['Manaus, Amazonas, Brasil', 'BR America/Manaus'],
    ['Las Palmas, Canarias, España', 'ES Atlantic/Canary'],
    ['Wien, Österreich', 'AT Europe/Vienna'],
    ['Warszawa, woj. mazowieckie, Polska', 'PL Europe/Warsaw'],
    ['Germany, Munich', 'DE Europe/Berlin'],
    ['Berlin Germany', 'DE Europe/Berlin'],
    ['القاهرة، مصر', 'EG Africa/Cairo'],
    ['中国上海市', 'CN Asia/Shanghai'],
    ['Washington, D.C.', 'US America/New_York'],
    // The city decides where the part of the country has two clocks.
    ['Nashville, Tennessee', 'US America/Chicago'],
    ['Tennessee', 'US America/Chicago+America/New_York ?'],
    ['El Paso, Texas', 'US America/Denver'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('and around', () => {
  test.each([
    ['Greater New York City Area', 'US America/New_York'],
    ['San Francisco Bay Area', 'US America/Los_Angeles'],
    ['Greater Stockholm Metropolitan Area', 'SE Europe/Stockholm'],
    ['Stockholms län', 'SE Europe/Stockholm'],
    ['London Area, United Kingdom', 'GB Europe/London'],
    ['Region Hannover', 'DE Europe/Berlin'],
    ['München und Umgebung', 'DE Europe/Berlin'],
    ['Paris et périphérie', 'FR Europe/Paris'],
    ['Madrid y alrededores', 'ES Europe/Madrid'],
    ['Milano e dintorni', 'IT Europe/Rome'],
    ['São Paulo e Região', 'BR America/Sao_Paulo'],
    ['Oslo-området', 'NO Europe/Oslo'],
    ['東京都', 'JP Asia/Tokyo'],
    ['Greater Minneapolis-St. Paul Area', 'US America/Chicago'],
    ['Dallas-Fort Worth Metroplex', 'US America/Chicago'],
    ['Metropolregion Berlin/Brandenburg', 'DE Europe/Berlin'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('only a person can tell', () => {
  test.each([
    ['Birmingham', 'GB+US Europe/London+America/Chicago ?'],
    ['Georgia', 'GE+US Asia/Tbilisi+America/New_York ?'],
    ['DACH', 'DE+AT+CH Europe/Berlin+Europe/Vienna+Europe/Zurich ?'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
  test.each([
    ['Tbilisi, Georgia', 'GE Asia/Tbilisi'],
    ['Atlanta, Georgia', 'US America/New_York'],
    ['Birmingham, Alabama', 'US America/Chicago'],
    // A namesake with a fifth of the people or less is not meant.
    ['London', 'GB Europe/London'],
    ['Paris', 'FR Europe/Paris'],
  ])('but not of %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('fantasy', () => {
  test.each([
    '', '…', 'Rivendell, Middle-earth', 'Winterfell', 'Atlantis', 'Greater Quodlibet Area', 'Trustavane Region', 'Emerald City',
    'Entenhausen', 'Remote', 'Earth', 'Mars', 'Area', 'Greater Area', 'constructor', '__proto__', '🌍',
  ])('«%s» names no place', (text) => {
    expect(parsePlace(text)).toEqual({ country: [], zones: [], ask: false })
  }) // oxfmt-ignore

  test('a village nobody knows in a country one knows has the country’s clock', () => {
    expect(read('Hogsmeade, Scotland')).toBe('GB Europe/London')
    expect(read('Sunnydale, California')).toBe('US America/Los_Angeles')
    expect(read('Ditovahokon, Sweden')).toBe('SE Europe/Stockholm')
  })

  test('any text is read, quickly, and every zone is one', () => {
    fc.assert(
      fc.property(anyText(80), (text) => {
        const { country, zones, ask } = parsePlace(text)
        for (const zone of zones) Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
        return ask === (country.length > 1 || zones.length > 1)
      }),
      { numRuns: 200 },
    )
  })
})
