import { addressKind } from '#lib/domain/address-kind.ts'
import { profileAddress } from '#lib/domain/address.ts'
import { companyKey } from '#lib/domain/company-key.ts'
import { normalMail } from '#lib/domain/mail.ts'
import { nameParts } from '#lib/domain/name/parse-name.ts'
import { countryOfLocation } from '#lib/domain/places.ts'
import { splitName } from '#lib/readers/person-name.ts'
import { countIn } from '#lib/readers/linkedin/counts.ts'
import { parseDates } from '#lib/readers/linkedin/dates.ts'
import { titleInHeadline } from '#lib/readers/linkedin/title-in-headline.ts'
import { employerKind } from '#lib/readers/linkedin/words.ts'

/** Every parser that is given text of a page or of the rep; each throws where what it gives is not well formed. */
export const STRING_PARSERS: Readonly<Record<string, (text: string) => void>> = {
  address: (text) => {
    const { kind, canonical } = addressKind(text)
    must(
      canonical === null ||
        (kind === 'profile' && /^https:\/\/www\.linkedin\.com\/in\/[^/?#\s]+$/.test(canonical)),
    )
    const profile = profileAddress(text)
    must(profile === null || profileAddress(profile.canonical)?.slug === profile.slug)
  },
  name: (text) => {
    const { first, last } = nameParts(text)
    must(isPlain(first) && isPlain(last))
  },
  'name with labels': (text) => {
    const [name = '', ...labels] = text.split('\n')
    const halves = splitName(name, labels)
    must(halves === null || (isPlain(halves.first) && isPlain(halves.last)))
  },
  headline: (text) => {
    const [headline = '', company = ''] = text.split('\n')
    const title = titleInHeadline(headline, company)
    must(title === null || (title !== '' && headline.replace(/\s+/g, ' ').includes(title)))
  },
  location: (text) => {
    const country = countryOfLocation(text)
    must(country === null || /^[A-Z]{2}$/.test(country))
  },
  company: (text) => {
    const key = companyKey(text)
    must(key === null || (key !== '' && key === key.trim()))
    employerKind(text)
  },
  dates: (text) => {
    const dates = parseDates(text)
    must(dates === null || (dates.start !== '' && text.includes(dates.start)))
  },
  sizes: (text) => {
    const count = countIn(text)
    must(count === null || /\p{Nd}/u.test(count))
  },
  mail: (text) => {
    const mail = normalMail(text)
    must(mail === null || (normalMail(mail) === mail && !/\s/.test(mail)))
  },
}

const isPlain = (half: string | null): boolean => half === null || (half !== '' && half === half.trim())

function must(holds: boolean): void {
  if (!holds) throw new Error('the result is not well formed')
}

/** Texts of the kinds the parsers are for: where a search for worse ones begins. */
export const SEEDS: readonly string[] = [
  'Dr. Ana-Sofía de la Cruz, PhD 🚀 | Hiring!',
  '王小明 (David Wang)',
  'Prof. Dr. med. Jürgen von der Heide\nFollow Jürgen',
  'https://no.linkedin.com/in/kari-nordmann/details/experience/?trk=x#top',
  'https://urldefense.com/v3/__https://www.linkedin.com/in/jos*C3*A9__;JSU!!ABC!xyz$',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkari&data=05',
  'Head of Revenue at Tidewheel · ex Harborlight | boats\nTidewheel',
  'Görlitz, Sachsen, Deutschland',
  'Grünspecht & Söhne GmbH & Co. KG',
  'jun de 2023 - o momento · 2 anos',
  '2018年4月 - 現在',
  '1,001-5,000 employees',
  '16.862 Follower:innen',
  '"Kari Nordmann" <kari+x@example.co.uk>',
]
