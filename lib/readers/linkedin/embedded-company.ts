import { all } from '../dom.ts'
import { isEntity, objectsWith, type Entity } from './entities.ts'

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

/** The company of exactly this slug; the blocks hold similar companies and the viewer's own too. */
export function embeddedCompany(doc: Document, slug: string): EmbeddedCompany | null {
  for (const block of all(doc, 'code[id^="bpr-guid-"]', 300)) {
    const text = block.textContent ?? ''
    if (text.length > 3_000_000 || !text.includes('"universalName"') || !text.includes(slug)) continue
    const company = objectsWith(text, 'universalName', slug).find(
      (entity) => 'staffCountRange' in entity || 'companyPageUrl' in entity,
    )
    if (company) return read(company, text)
  }
  return null
}

function read(company: Entity, block: string): EmbeddedCompany {
  const said = (value: unknown): string =>
    typeof value === 'string' ? value.slice(0, 20_000) : typeof value === 'number' ? String(value) : ''
  const part = (key: string): Entity => (isEntity(company[key]) ? company[key] : {})
  const urns = Array.isArray(company['*companyIndustries'])
    ? (company['*companyIndustries'] as unknown[])
    : []
  const [industry] = objectsWith(block, 'entityUrn', said(urns[0]))
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
