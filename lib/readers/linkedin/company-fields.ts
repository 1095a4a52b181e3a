import type { CompanyField, CompanyRead, Field } from '#lib/domain/capture.ts'
import { openedAddress } from '#lib/domain/click-wrapper.ts'
import { settle, type Way } from '../evidence.ts'
import type { CompanyPage } from './company-page.ts'
import { embeddedCompany } from './embedded-company.ts'
import { isAboutLabel } from './words.ts'

/** Which company the page shows; null without a name. */
export function companyOf(page: CompanyPage): CompanyRead | null {
  const fields: Partial<Record<CompanyField, Field>> = {}
  for (const [name, ways] of Object.entries(COMPANY_WAYS) as [CompanyField, readonly Way<CompanyPage>[]][]) {
    // keys are fields
    const field = settle(
      ways,
      page,
      name === 'description' ? 10_000 : 1_000,
      name === 'description' || name === 'specialities',
    )
    if (field) fields[name] = field
  }
  const ember = page.isArtdeco ? 'ember-artdeco' : 'ember-hashed'
  const generation = page.isGuest ? 'guest-v3' : page.isSdui ? 'sdui' : ember
  return fields.name ? { kind: 'company', generation, reader: 'linkedin-company-page', fields } : null
}

/** Blocks without a digit, before the first with one: industry, then place. Followers hold digits. */
function plainBlocks({ blocks }: CompanyPage): readonly string[] {
  const counted = blocks.findIndex((text) => /\p{Nd}/u.test(text))
  return counted === 2 ? blocks.slice(0, counted) : []
}

const SIZE = /\p{Nd}[\p{Nd}.,\u00a0\u202f]*\s*[-–—]\s*\p{Nd}[\p{Nd}.,\u00a0\u202f]*|\p{Nd}[\p{Nd}.,]*\+/u

/** Only those facts that their shape tells apart are taken. */
const factOf = (page: CompanyPage, shape: RegExp): string | null => {
  const facts = page.facts.filter((text) => shape.test(text))
  return facts.length === 1 ? (facts[0] ?? null) : null
}

/** In today's markup labels stand among the facts, each before its own. */
function labelledFact({ isSdui, facts }: CompanyPage, fact: 'type' | 'specialities'): string | null {
  const places = facts.flatMap((text, place) => (isAboutLabel(fact, text) ? [place] : []))
  return isSdui && places.length === 1 ? (facts[(places[0] ?? 0) + 1] ?? null) : null
}

const listed = (text: string | null | undefined): string | undefined =>
  text?.split(/,\s*(?:and\s)?/).join('\n')

const jsonOf = ({ json }: CompanyPage) => json && embeddedCompany(json)

const COMPANY_WAYS: Partial<Record<CompanyField, readonly Way<CompanyPage>[]>> = {
  name: [
    ['company-heading', (page) => page.heading],
    ['company-heading-title', (page) => page.headingTitle],
    ['json', (page) => jsonOf(page)?.name],
  ],
  slug: [
    // a number stands for the slug the page itself names
    ['address', (page) => (/^\d+$/.test(page.slug) ? null : page.slug)],
    ['company-nav', (page) => page.navSlug],
  ],
  linkedinId: [
    [
      'company-people-link',
      (page) => {
        const ids = page.peopleLinks.map(({ href }) => /currentCompany=\["?(\d+)/.exec(href)?.[1])
        return new Set(ids).size === 1 ? ids[0] : null
      },
    ],
    ['json', (page) => jsonOf(page)?.linkedinId],
  ],
  website: [
    ['json', (page) => jsonOf(page)?.website],
    ['guest-about', (page) => openedAddress(page.websites.guest)],
    ['company-menu-link', (page) => openedAddress(page.websites.menu)],
    ['company-about-link', (page) => openedAddress(page.websites.about)],
    ['company-about-line', (page) => openedAddress(page.websites.line)],
  ],
  industry: [
    ['json', (page) => jsonOf(page)?.industry],
    ['guest-about', (page) => page.about['industry']],
    ['company-first-block', (page) => plainBlocks(page)[0]],
  ],
  headquarters: [
    ['guest-about', (page) => page.about['headquarters']],
    ['company-second-block', (page) => plainBlocks(page)[1]],
  ],
  sizeText: [
    ['json', (page) => jsonOf(page)?.sizeText],
    ['guest-about', (page) => SIZE.exec(page.about['size'] ?? '')?.[0]],
    ['company-people-link', (page) => page.peopleLinks.map(({ text }) => SIZE.exec(text)?.[0]).find(Boolean)],
    ['company-about-fact', (page) => SIZE.exec(factOf(page, SIZE) ?? '')?.[0]],
  ],
  founded: [
    ['json', (page) => jsonOf(page)?.founded],
    ['guest-about', (page) => /\d{4}/.exec(page.about['foundedOn'] ?? '')?.[0]],
    ['company-about-fact', (page) => factOf(page, /^\d{4}$/)],
  ],
  type: [
    ['json', (page) => jsonOf(page)?.type],
    ['guest-about', (page) => page.about['organizationType']],
    ['company-about-label', (page) => labelledFact(page, 'type')],
  ],
  description: [
    ['json', (page) => jsonOf(page)?.description],
    ['guest-about', (page) => page.about['description']],
    ['company-about-text', (page) => page.story],
  ],
  specialities: [
    ['json', (page) => jsonOf(page)?.specialities],
    ['guest-about', (page) => listed(page.about['specialties'])],
    ['company-about-label', (page) => listed(labelledFact(page, 'specialities'))],
  ],
}
