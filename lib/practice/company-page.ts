import { html, type Html } from './html.ts'
import { pageOf } from './shell.ts'

export const PRACTICE_COMPANY_URL = 'https://www.linkedin.com/company/example-works-practice/about/'

/** The company of the first practice person, as visitors see it: every fact under a key of its own. */
export function companyPage(script: string | null = null): string {
  const { name, industry, place, size, site, about } = COMPANY
  const redirect = `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(site)}&urlhash=practice`
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: `${name} | LinkedIn`,
    head: html`<meta name="pageKey" content="d_org_guest_company_overview" />
      <link rel="canonical" href="${linkOf(COMPANY.slug)}" />`,
    body: html`<div id="root">
      <main class="wrap">
        <div>
          <section class="card">
            <figure class="cover"></figure>
            <h1>${name}</h1>
            <h2 class="head">${industry}</h2>
            <h3 class="dim">${place} 2,204 followers</h3>
            <a class="act" href="https://www.linkedin.com/login">Follow</a>
          </section>
          <section class="card">
            <h2 class="head">About us</h2>
            <p data-test-id="about-us__description">${about}</p>
            <dl>
              ${fact('website', 'Website', html`<a href="${redirect}">${site}<icon>External link</icon></a>`)}
              ${fact('industry', 'Industry', industry)} ${fact('size', 'Company size', `${size} employees`)}
              ${fact('headquarters', 'Headquarters', place)}
              ${fact('organizationType', 'Type', 'Privately Held')} ${fact('foundedOn', 'Founded', '1998')}
              ${fact('specialties', 'Specialties', 'Samples, Placeholders, and Spare examples')}
            </dl>
          </section>
        </div>
        <aside class="card">
          <h2>Similar pages</h2>
          <ul>
            <li>
              <a href="https://www.linkedin.com/company/placeholder-parts-practice">Placeholder Parts</a>
            </li>
          </ul>
        </aside>
      </main>
    </div>`,
    script,
  })
}

const linkOf = (slug: string): string => `https://www.linkedin.com/company/${slug}`

function fact(key: string, label: string, value: string | Html): Html {
  return html`<div data-test-id="about-us__${key}">
    <dt class="dim">${label}</dt>
    <dd>${value}</dd>
  </div>`
}

/** An invented company: nothing of this name or address exists. */
export const COMPANY = {
  slug: 'example-works-practice',
  name: 'Example Works',
  industry: 'Machinery Manufacturing',
  place: 'Lisbon, Lisbon',
  size: '51-200',
  site: 'https://exampleworks.example',
  about: 'Example Works makes what examples are made of.',
} as const
