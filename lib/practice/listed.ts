import { PRACTICE_PEOPLE } from './people.ts'
import { memberIdOf } from './person.ts'

/** A row of a results page, as far as LinkedIn shows it. */
export interface ListedRow {
  slug: string
  name: string
  headline: string
  location: string
  degree: '1st' | '2nd' | '3rd'
  memberId: string
}

/** Those who are only in the list: names mean «sample», none of them has a page in the range. */
const ONLY_LISTED = [
  ['jane-template-practice', 'Jane Template', 'Purchasing Manager at Placeholder Parts', 'Porto, Portugal', '3rd'],
  ['jan-vzor-practice', 'Jan Vzor', 'Vedoucí nákupu, Ukázka Stroje', 'Brno, Czechia', '2nd'],
  ['maria-ejemplo-practice', 'María Ejemplo Muestra', 'Jefa de compras | Prueba Envases', 'Valencia, Spain', '3rd'],
  ['pierre-exemple-practice', 'Pierre Exemple', 'Acheteur • Verrerie Modèle', 'Lyon, France', '2nd'],
  ['anna-przyklad-practice', 'Anna Przykładowa', 'Kupiec strategiczny w Wzorzec Odlewnia', 'Łódź, Poland', '3rd'],
  ['matti-esimerkki-practice', 'Matti Esimerkki', 'Hankintapäällikkö', 'Tampere, Finland', '2nd'],
] as const // prettier-ignore

export const LISTED_ROWS: readonly ListedRow[] = [
  ...PRACTICE_PEOPLE.filter(({ layout }) => layout === 'sdui').map((person) => ({
    slug: person.slug,
    name: person.name,
    headline: person.headline,
    location: person.location,
    degree: person.degree,
    memberId: memberIdOf(person),
  })),
  ...ONLY_LISTED.map(([slug, name, headline, location, degree], index) => ({
    slug,
    name,
    headline,
    location,
    degree,
    memberId: memberIdOf({ memberNumber: 4_100_000_101 + index }),
  })),
]
