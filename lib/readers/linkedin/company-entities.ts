import { all } from '../dom.ts'
import { objectsWith, type Entity } from './entities.ts'

/** The company's own entity in the embedded data, and that of its first industry. */
export type CompanyEntities = { readonly company: Entity; readonly industry: Entity | null }

/** The company of exactly this slug; the blocks hold similar companies and the viewer's own too. */
export function companyEntities(doc: Document, slug: string): CompanyEntities | null {
  for (const block of all(doc, 'code[id^="bpr-guid-"]', 300)) {
    const text = block.textContent ?? ''
    if (text.length > 3_000_000) continue
    const company = objectsWith(text, 'universalName', slug).find(
      (entity) => 'staffCountRange' in entity || 'companyPageUrl' in entity,
    )
    const urns = company?.['*companyIndustries']
    if (company)
      return {
        company,
        industry: Array.isArray(urns) ? (objectsWith(text, 'entityUrn', String(urns[0]))[0] ?? null) : null,
      }
  }
  return null
}
