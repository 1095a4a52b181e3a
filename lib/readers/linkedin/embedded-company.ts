import type { CompanyEntities } from './company-entities.ts'
import { isEntity, type Entity } from './entities.ts'

export type EmbeddedCompany = {
  readonly name: string
  readonly linkedinId: string
  readonly website: string
  readonly industry: string
  readonly sizeText: string
  readonly founded: string
  readonly type: string
  readonly description: string
  readonly specialities: string
}

/** What the data says of the company. */
export function embeddedCompany({ company, industry }: CompanyEntities): EmbeddedCompany {
  const said = (value: unknown): string =>
    typeof value === 'string' ? value.slice(0, 20_000) : typeof value === 'number' ? String(value) : ''
  const part = (key: string): Entity => (isEntity(company[key]) ? company[key] : {})
  const [start, end] = [said(part('staffCountRange')['start']), said(part('staffCountRange')['end'])]
  const specialities = Array.isArray(company['specialities'])
    ? (company['specialities'] as unknown[]).slice(0, 60).map(said)
    : []
  return {
    name: said(company['name']),
    linkedinId: /:(\d+)$/.exec(said(company['entityUrn']))?.[1] ?? '',
    website: said(company['companyPageUrl']),
    industry: said(industry?.['localizedName']),
    sizeText: start && end ? `${start}-${end}` : start ? `${Number(start).toLocaleString('en')}+` : '',
    founded: said(part('foundedOn')['year']),
    type: said(part('companyType')['localizedName']),
    description: said(company['description']),
    specialities: specialities.join('\n'),
  }
}
