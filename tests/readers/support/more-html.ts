import { esc, idOf, pathOf, profileUrl, STRANGER, type Invented } from './invented.ts'

const doc = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${esc(title)}</title>${head}</head><body>${body}</body></html>`

const mutual = `<div><ul role="presentation"><li></li></ul><p><a href="${profileUrl(STRANGER)}"><strong>${STRANGER.name}</strong></a> and <a href="/search/results/people/?origin=SHARED"><strong>8 other mutual connections</strong></a></p></div>`

/** A results page of people, newest markup: rows are list items, mutual connections stand inside them. */
export function sduiSearchHtml(people: readonly Invented[]): string {
  const row = (p: Invented): string =>
    `<div role="listitem"><div><a href="${profileUrl(p)}"><figure></figure></a><div><p componentkey="x"><a href="${profileUrl(p)}">${esc(p.name)}<span></span><span role="img" aria-label="Verified"></span></a><span> • ${p.words.degree(p.degree)}</span></p><p>${esc(p.headline)}</p><p>${esc(p.location)}</p></div><div componentkey="SearchResults${idOf(p)}"><a href="/preload/search-custom-invite/?vanityName=${encodeURIComponent(p.slug)}">+</a></div></div><p>Past: Rower at Old Mill</p>${mutual}</div>`
  return doc(
    'boats | Search | LinkedIn',
    `<main id="workspace" data-sdui-screen="com.linkedin.sdui.flagshipnav.search.SearchResultsPeople">${people.map(row).join('<hr>')}</main>`,
  )
}

/** A results page of people, ember: visible and hidden copies of the name; one row hides who it is. */
export function emberSearchHtml(people: readonly Invented[]): string {
  const row = (p: Invented): string =>
    `<li><div data-chameleon-result-urn="urn:li:member:${p.number}"><div><a href="${pathOf(p)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${idOf(p)}"><div><span>Status is offline</span></div></a></div><div><div><div><span><a href="${pathOf(p)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${idOf(p)}"><span dir="ltr"><span aria-hidden="true">${esc(p.name)}</span><span class="visually-hidden">View ${esc(p.name)}’s profile</span></span></a></span><span><span aria-hidden="true">• ${p.words.degree(p.degree)}</span><span>degree connection</span></span></div><div>${esc(p.headline)}</div><div>${esc(p.location)}</div></div></div><div><a href="/in/ACoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA">${STRANGER.name} is a mutual connection</a></div></div></li>`
  const hidden = `<li><div data-chameleon-result-urn="urn:li:member:headless"><div><a href="/search/results/people/headless?origin=OTHER"></a></div><div><div><span><a href="/search/results/people/headless?origin=OTHER">LinkedIn Member</a></span></div><div>Chief of Something</div><div>Lisbon</div></div></div></li>`
  return doc(
    '(2) "boats" | Search | LinkedIn',
    `<main><h1>9 results</h1><ul>${people.map(row).join('')}${hidden}</ul></main>`,
  )
}

export function connectionsHtml(people: readonly Invented[]): string {
  const row = (p: Invented): string =>
    `<div data-view-name="connections-list"><div><a href="${profileUrl(p)}" data-view-name="connections-profile"><figure></figure></a><div><a href="${profileUrl(p)}" data-view-name="connections-profile"><div><p>${esc(p.name)}</p><p><span>${esc(p.headline)}</span></p></div></a><p>Connected on May 17, 2026</p></div><div><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${idOf(p)}&amp;x=1">Message</a></div></div></div>`
  return doc(
    'Connections | LinkedIn',
    `<main data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.Connections">${people.map(row).join('')}</main>`,
  )
}

/** Viewers of the own profile: two people, one hidden, one summary that is nobody. */
export function viewersHtml(people: readonly Invented[]): string {
  const row = (p: Invented): string =>
    `<div><div data-view-name="viewer-list-item"><a href="${profileUrl(p)}"><div><div><p><span>${esc(p.name)}<span></span></span></p><p>• ${p.words.degree(p.degree)}</p></div><p><span>${esc(p.headline)}</span></p><p>Viewed 3d ago</p></div></a></div><div data-view-name="message-button"><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${idOf(p)}">Message</a></div></div>`
  const other = (href: string, a: string, b: string): string =>
    `<div><div data-view-name="viewer-list-item"><a href="${href}"><div><p><span>${a}</span></p><p>${b}</p></div></a></div></div>`
  return doc(
    'LinkedIn',
    `<main>${people.map(row).join('<hr>')}${other('/search/results/people/?origin=WHO_VIEWED_ME&amp;x=1', 'Recruiter at Somewhere', 'Viewed 2w ago')}${other('/analytics/recruiter-views/', '2 recruiters viewed your profile', 'From Here and There')}</main>`,
  )
}

export function salesSearchHtml(people: readonly Invented[]): string {
  const row = (p: Invented): string =>
    `<li><div data-scroll-into-view="urn:li:fs_salesProfile:(${idOf(p)},NAME_SEARCH,x)"><label>Add ${esc(p.name)} to selection</label><div data-x-search-result="LEAD"><div><a data-anonymize="headshot-photo" href="/sales/lead/x"><span>${esc(p.name)} is reachable</span></a><a href="/sales/lead/x"><span data-anonymize="person-name">${esc(p.name)}</span></a><div><span>degree connection</span><span aria-hidden="true">· ${p.words.degree(p.degree)}</span></div><span data-anonymize="title">${esc(p.jobs[0]?.roles[0]?.title ?? '')}</span><a data-anonymize="company-name" href="/sales/company/1">${esc(p.company ?? '')}</a><span data-anonymize="location">${esc(p.location)}</span><div data-anonymize="job-title">7 years in role</div></div></div></div></li>`
  return doc('LinkedIn', `<main><ol>${people.map(row).join('')}</ol></main>`)
}

export const COMPANY = {
  slug: 'tidewheel',
  name: 'Tidewheel',
  id: '90210551',
  industry: 'Software Development',
  place: 'Bergen, Vestland',
  size: '51-200',
  website: 'https://www.tidewheel.example/start',
}

/** Home tab of a company, signed in; the details carry no labels. `json` adds the block of the about request, with a similar company before it. */
export function companyHtml({ json = true } = {}): string {
  const c = COMPANY
  const people = (text: string): string =>
    `<a href="/search/results/people/?currentCompany=%5B%22${c.id}%22%5D&amp;schoolFilter=%5B%2299%22%5D"><span>${text}</span></a>`
  const block = {
    included: [
      {
        universalName: 'rival',
        name: 'Rival',
        staffCountRange: { start: 2, end: 10 },
        companyPageUrl: 'https://rival.example',
      },
      { entityUrn: 'urn:li:fs_industry:4', localizedName: c.industry },
      {
        universalName: c.slug,
        name: c.name,
        entityUrn: `urn:li:fs_normalized_company:${c.id}`,
        staffCountRange: { start: 51, end: 200 },
        companyPageUrl: c.website,
        foundedOn: { year: 2012 },
        companyType: { localizedName: 'Privately Held' },
        description: 'Wheels that turn with the tide.',
        specialities: ['Tides', 'Wheels, large'],
        '*companyIndustries': ['urn:li:fs_industry:4'],
      },
    ],
  }
  return doc(
    `${c.name}: Overview | LinkedIn`,
    `<main><section><div><ul><li><a target="_blank" rel="noopener noreferrer" href="${c.website}"><svg data-test-icon="link-external-medium"></svg>Visit website</a></li></ul></div><div><div><h1 title="${c.name}"><span dir="ltr">${c.name}</span></h1><p>Turning tides into numbers</p><div><div>${c.industry}</div><div><div>${c.place}</div><div>2,362 followers</div>${people('51-200 employees')}</div></div></div>${people('Wilbur &amp; 13 other connections work here')}<a rel="noopener" href="https://signup.example/?utm=1"><span>Sign up</span></a></div><nav><ul><li><a href="/company/${c.slug}/about/">About</a></li></ul></nav></section></main>${json ? `<code id="bpr-guid-9">${esc(JSON.stringify(block))}</code>` : ''}`,
  )
}

export function guestCompanyHtml(): string {
  const c = COMPANY
  const fact = (key: string, value: string): string =>
    `<div data-test-id="about-us__${key}"><dt>Label</dt><dd>${value}</dd></div>`
  return doc(
    `${c.name} | LinkedIn`,
    `<main><section><h1>${c.name}</h1><h2>${c.industry}</h2><h3>${c.place} 2,362 followers</h3></section><section><p data-test-id="about-us__description">Wheels that turn with the tide.</p><dl>${fact('website', `<a href="https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(c.website)}&amp;x=1">tidewheel.example<icon>External link</icon></a>`)}${fact('industry', c.industry)}${fact('size', '51-200 employees')}${fact('headquarters', c.place)}${fact('organizationType', 'Privately Held')}${fact('foundedOn', '2012')}${fact('specialties', 'Tides, Wheels, and Numbers')}</dl></section></main>`,
    '<meta name="pageKey" content="d_org_guest_company_overview">',
  )
}

/** The details page of positions, newest markup, own profile: text links lead to the edit form, badges are lines too. */
export function sduiExperienceHtml(p: Invented): string {
  const entry = (job: Invented['jobs'][number], i: number): string => {
    const logo = `<a href="https://www.linkedin.com/company/${job.companyId}/"><figure></figure></a>`
    const noise = `<div><p><span>LinkedIn helped me get this job</span></p><p><span data-testid="expandable-text-box">Told 2019 - 2020 tales</span></p></div><p><a href="${profileUrl(p)}overlay/1/skill-associations">Rowing and 2 more skills</a></p>`
    const [only] = job.roles
    if (job.roles.length === 1 && only) {
      return `<div componentkey="entity-collection-item-${i}">${logo}<div><a href="${profileUrl(p)}details/experience/edit/forms/${i}/"><div><div><p>${esc(only.title)}</p><p>${esc(job.company)}${job.kind ? ` · ${job.kind}` : ''}</p></div><p>${only.start} - ${only.end} · 2 yrs</p>${only.place ? `<p>${esc(only.place)} · Hybrid</p>` : ''}</div></a>${noise}</div></div>`
    }
    return `<div componentkey="entity-collection-item-${i}">${logo}<div><div><p>${esc(job.company)}</p><p>Full-time · 6 yrs</p><p>Oslo</p></div><ul>${job.roles.map((r) => `<li><a href="/x"><div><p>${esc(r.title)}</p><p>Full-time</p><p>${r.start} - ${r.end} · 2 yrs</p>${r.place ? `<p>${esc(r.place)}</p>` : ''}</div></a></li>`).join('')}</ul></div></div>`
  }
  return doc(
    'Experience | LinkedIn',
    `<main><section componentkey="com.linkedin.sdui.profile.card.ref${idOf(p)}ExperienceDetails"><div data-testid="profile_ExperienceDetailsSection_${esc(p.slug)}">${p.jobs.map(entry).join('')}</div></section></main>`,
  )
}

export function contactHtml(p: Invented, ownSlug = p.slug): string {
  const row = (label: string, inner: string): string =>
    `<div><div><svg></svg></div><div><p>${label}</p>${inner}</div></div>`
  return doc(
    'LinkedIn',
    `<dialog data-testid="dialog" open><header><h2>Contact</h2></header><div data-testid="dialog-content"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.ProfileContactDetailsOverlay">${row('Profile', `<p><a href="https://www.linkedin.com/in/${encodeURIComponent(ownSlug)}/">linkedin.com/in/${esc(ownSlug)}</a></p>`)}${row('Sites', '<p><a href="https://www.linkedin.com/safety/go?url=https%3A%2F%2Ftidewheel.example%2F&amp;x=1">tidewheel.example</a> <span>(Work)</span></p><p><a href="https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Fboats.example&amp;x=1">boats.example</a> <span>(Blog)</span></p>')}${row('Mail', '<p><a href="mailto:maren@tidewheel.example">maren@tidewheel.example</a></p>')}${row('Phone', '<p>+47 55 01 02 03 <span>(Work)</span></p>')}${row('Birthday', '<p>18.04.1979</p>')}${row('Connected', '<p>2024-05-17</p>')}</div></div></dialog>`,
  )
}

/** The mobile web: title without a name, viewer in comments, entries nested twice. */
export function mobileHtml(p: Invented): string {
  const dates = (r: { start: string; end: string }): string =>
    `<div><span>${r.start} - </span><span>${r.end}</span><span aria-hidden="true"></span><span>2 yrs</span></div>`
  const job = (j: Invented['jobs'][number]): string => {
    const [only] = j.roles
    const place = (r: { place?: string }): string =>
      r.place ? `<div><span dir="ltr">${esc(r.place)}</span></div>` : ''
    if (j.roles.length === 1 && only)
      return `<li><div><ul><li><a href="/company/x?trk=profile-position" data-tracking-control-name="profile-position"><figure></figure><div><div><span dir="ltr">${esc(only.title)}</span></div><div><span dir="ltr">${esc(j.company)}</span></div>${dates(only)}${place(only)}</div></a></li></ul></div></li>`
    return `<li><a href="/company/x" data-tracking-control-name="experience-company"><div><div><span dir="ltr">${esc(j.company)}</span></div><div>6 yrs</div></div></a><div><ul>${j.roles.map((r) => `<li><div><div><span dir="ltr">${esc(r.title)}</span></div>${dates(r)}${place(r)}</div></li>`).join('')}</ul></div></li>`
  }
  return doc(
    'Profile | LinkedIn',
    `<code id="memberUrn"><!--"urn:li:member:65913365"--></code><code id="vanityName"><!--"${esc(p.slug)}"--></code><main><section><ul><li data-vanity-name="${esc(p.slug)}">Share</li></ul><div><div><h1 dir="ltr">${esc(p.name)}</h1><span title="degree">${p.words.degree(p.degree)}</span></div><div><span dir="ltr">${esc(p.headline)}</span></div><div><span dir="ltr">${esc(p.company ?? '')}</span></div><div>${esc(p.location)} <span>500+ connections</span></div></div><div data-member-urn="urn:li:member:${p.number}" data-vanity-name="${esc(p.slug)}"><div><span>Following</span></div></div></section><section><h2>About</h2><div><div dir="ltr">${esc(p.about ?? '')}</div></div></section><section><h1>Add a link</h1></section><section><h2>Experience</h2><ol>${p.jobs.map(job).join('')}</ol></section><section><h2>Education</h2><ol>${p.schools.map((s) => `<li><a data-tracking-control-name="view-education" href="/school/x"><div><div><span dir="ltr">${esc(s.school)}</span></div><div><span dir="ltr">${esc(s.degree ?? '')}</span></div><div><span>2004 - </span><span>2009</span></div></div></a></li>`).join('')}</ol></section></main>`,
    '<meta name="pageKey" content="p_mwlite_profile_view"><link rel="canonical" href="/mwlite/profile/in/x">'.replace(
      '/x"',
      `/${encodeURIComponent(p.slug)}"`,
    ),
  )
}
