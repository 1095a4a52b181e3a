import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/**
 * E.164 of a phone number, or null when it is none. `country` (ISO 3166, two letters) is needed for numbers
 * written without `+`. An extension is left out.
 */
export function normalPhone(text: string, country?: string): string | null {
  const bare = text.trim().replace(/^tel:/i, '')
  if (bare.length > 60) return null
  const options = {
    extract: false,
    ...(country === undefined ? {} : { defaultCountry: countryCode(country) }),
  }
  const number = parsePhoneNumberFromString(bare, options)
  return number?.isValid() === true ? number.number : null
}

function countryCode(country: string): CountryCode {
  // An unknown code is refused by the library itself, which then gives no number.
  return country.toUpperCase() as CountryCode
}
