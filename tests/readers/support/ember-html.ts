import { esc, idOf, pathOf, STRANGER, type Invented, type Job } from './invented.ts'

export type EmberOptions = {
  generation?: 'artdeco' | 'artdeco-2022' | 'hashed'
  without?: ('json' | 'title' | 'number' | 'target' | 'contact' | 'sections')[]
  /** Whose embedded data the tab still holds. */
  staleJson?: Invented
  /** Words on the two buttons, when they should be of no language. */
  buttonWords?: [string, string]
}

/** A signed-in profile of 2022 to 2026, with viewer, side list and messaging overlay around the subject. */
export function emberHtml(person: Invented, options: EmberOptions = {}): string {
  const { generation = 'hashed', without = [], staleJson } = options
  const lacks = (what: NonNullable<EmberOptions['without']>[number]): boolean => without.includes(what)
  return `<!DOCTYPE html><html lang="${person.lang}" class="theme"><head><meta charset="utf-8">${lacks('title') ? '' : `<title>(7) ${esc(person.name)} | LinkedIn</title>`}</head>
<body dir="ltr" class="render-mode-BIGPIPE">
<div class="msg-overlay"><h2>Messaging</h2><a href="${pathOf(STRANGER)}"><h3>${STRANGER.name}</h3></a></div>
<main class="x9f"><section${lacks('number') ? '' : ` data-member-id="${person.number}"`} class="q1">${topCard(person, options, lacks)}</section>
${lacks('sections') ? '' : sections(person, generation)}
<section class="q2"><div id="interests"></div><ul><li><a data-field="active_tab_companies_interests" href="#"><span aria-hidden="true">Somebody's Interest Ltd</span></a></li></ul></section></main>
<aside><section><h2>People also viewed</h2><ul><li><a href="${pathOf(STRANGER)}"><h3>${STRANGER.name}</h3></a><div>${STRANGER.headline}</div></li></ul></section></aside>
${lacks('json') ? '' : json(staleJson ?? person)}</body></html>`
}

function topCard(
  person: Invented,
  options: EmberOptions,
  lacks: (what: 'target' | 'contact') => boolean,
): string {
  const { generation = 'hashed' } = options
  const { words } = person
  const badge =
    person.degree === 'none' || person.degree === 'self'
      ? ''
      : `<span class="dist"><span class="visually-hidden">${words.degree(person.degree)} degree connection</span><span aria-hidden="true">${words.degree(person.degree)}</span></span>`
  const target =
    lacks('target') || generation === 'artdeco-2022'
      ? ''
      : ' data-generated-suggestion-target="urn:li:fsu_profileActionDelegate:1"'
  const contact = lacks('contact')
    ? ''
    : `<a href="${pathOf(person)}overlay/contact-info/" id="top-card-text-details-contact-info" class="link">${words.contact}</a>`
  const h1 = `<h1 class="t-24">${esc(person.name)}</h1>`
  return `<div role="button" aria-label="cover"></div><div><div><button aria-label="photo"></button></div><div>
<div class="mt2"><div><span><a href="${pathOf(person)}overlay/about-this-profile/" aria-label="${esc(generation === 'hashed' ? person.name : words.verified(person.first))}">${h1}</a></span>${person.pronouns ? `<span>(${esc(person.pronouns)})</span>` : ''}${badge}</div>
<div${target} class="text-body-medium">
      ${esc(person.headline)}
    </div></div>
${employers(person, options)}
<div class="mt2"><span class="text-body-small">${esc(person.location)}</span>${generation === 'hashed' ? `<span>${contact}</span>` : contact}</div></div>
<ul><li><span><span class="t-bold">1.204</span> ${words.followers}</span></li><li><span><span class="t-bold">500+</span> ${words.connections}</span></li></ul>
<a href="/search/results/people/?facetNetwork=F"><span aria-hidden="true">${STRANGER.name} and 2 others</span></a>
<div><button aria-label="${esc(words.follow(person.name))}"><span>${esc(words.follow(person.name))}</span></button></div></div><div id="profile-sticky-header-toggle"></div>`
}

function employers(person: Invented, { generation = 'hashed', buttonWords }: EmberOptions): string {
  const items: string[] = []
  const [company, school] = buttonWords ?? [person.words.company, person.words.school]
  const item = (word: string, text: string, anchor: string): string =>
    generation === 'artdeco-2022'
      ? `<li><a href="#${anchor}"><h2><div aria-label="${word}">${esc(text)}</div></h2></a></li>`
      : `<li><button aria-label="${word}: ${esc(text)}. …"><img alt=""><span><div dir="ltr">${esc(text)}</div></span></button></li>`
  if (person.company) items.push(item(company, person.company, 'experience'))
  if (person.school) items.push(item(school, person.school, 'education'))
  return items.length > 0 ? `<ul class="list">${items.join('')}</ul>` : ''
}

const twice = (text: string): string =>
  `<span aria-hidden="true"><!---->${esc(text)}<!----></span><span class="visually-hidden">${esc(text).replace(' - ', ' to ')}</span>`

function sections(person: Invented, generation: string): string {
  const about = person.about
    ? `<section><div id="about" class="anchor"></div><h2>${twice(person.words.about)}</h2><div><div>${twice(person.about).replace(/\n/g, '<br>')}</div></div><ul><li>${twice('Top skills')}</li></ul></section>`
    : ''
  const schools = person.schools.map(
    (s) =>
      `<li><div data-view-name="profile-component-entity"><a href="/company/3/"><img alt=""></a><div><a href="/company/3/"><div>${twice(s.school)}</div>${s.degree ? `<span>${twice(s.degree)}</span>` : ''}${s.years ? `<span>${twice(s.years)}</span>` : ''}</a></div></div></li>`,
  )
  return `${about}
<section data-view-name="profile-card"><div id="content_collections"></div><div><h2>${twice('Activity')}</h2><p>${twice(`1.204 ${person.words.followers}`)}</p></div><ul><li><h2>A post</h2><p>${twice('3 comments')}</p></li></ul></section>
<section data-view-name="profile-card"><div id="experience"></div><h2>${twice(person.words.experience)}</h2><div><ul>${person.jobs.map((job) => jobItem(job, generation)).join('')}</ul></div></section>
<section data-view-name="profile-card"><div id="education"></div><h2>${twice(person.words.education)}</h2><div><ul>${schools.join('')}</ul></div><a href="${pathOf(person)}details/education?profileUrn=urn%3Ali%3Afsd_profile%3A${idOf(person)}">→</a></section>
<section data-view-name="profile-card"><div id="volunteering_experience"></div><ul><li><a data-field="experience_company_logo" href="/company/4/"></a><div>${twice('Volunteer')}</div><span>${twice('Harbour Choir')}</span><span>${twice('Jan 2020 - Present · 5 yrs')}</span></li></ul></section>`
}

function jobItem(job: Job, generation: string): string {
  const logo = `<a data-field="experience_company_logo" href="https://www.linkedin.com/company/${job.companyId}/"><img alt="${esc(job.company)} logo"></a>`
  const sep = generation === 'hashed' ? '–' : ' - '
  const dates = (r: Job['roles'][number]): string =>
    `<span>${twice(`${r.start}${sep}${r.end} · 2 yrs 1 mo`)}</span>${r.place ? `<span>${twice(`${r.place} · On-site`)}</span>` : ''}`
  const [only] = job.roles
  if (job.roles.length === 1 && only) {
    return `<li><div data-view-name="profile-component-entity">${logo}<div><div><div>${twice(only.title)}</div><span>${twice(job.kind ? `${job.company} · ${job.kind}` : job.company)}</span>${dates(only)}</div><ul><li><ul><li><div>${twice('Did things in 2020 - 2021 and liked them.')}</div></li></ul></li></ul></div></div></li>`
  }
  return `<li><div>${logo}<div><a data-field="experience_company_logo" href="https://www.linkedin.com/company/${job.companyId}/"><div>${twice(job.company)}</div><span>${twice('6 yrs 8 mos')}</span></a><ul>${job.roles
    .map((r) => `<li><div><a href="#"><div>${twice(r.title)}</div>${dates(r)}</a></div></li>`)
    .join('')}</ul></div></div></li>`
}

/** The viewer's block and the profile's block, as the page embeds them. */
function json(person: Invented): string {
  const viewer = {
    included: [
      {
        publicIdentifier: 'priya-vantongeren',
        firstName: 'Priya',
        lastName: 'Vantongeren',
        headline: 'Viewer',
        objectUrn: 'urn:li:member:501555777',
      },
    ],
  }
  const profile = {
    included: [
      {
        publicIdentifier: 'priya-vantongeren',
        firstName: 'Priya',
        lastName: 'Vantongeren',
        headline: 'Viewer',
      },
      { entityUrn: 'urn:li:fsd_geo:1', defaultLocalizedName: person.location },
      {
        publicIdentifier: person.slug,
        firstName: person.first,
        lastName: person.last,
        headline: person.headline,
        entityUrn: `urn:li:fsd_profile:${idOf(person)}`,
        objectUrn: `urn:li:member:${person.number}`,
        geoLocation: { '*geo': 'urn:li:fsd_geo:1' },
      },
    ],
  }
  const block = (n: number, value: unknown): string =>
    `<code style="display: none" id="bpr-guid-${n}">${esc(JSON.stringify(value))}</code>`
  return block(1, viewer) + `<code id="bpr-guid-2">{"broken": "line\nbreak</code>` + block(3, profile)
}
