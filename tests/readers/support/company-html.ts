import { esc, idOf, pathOf, profileUrl, STRANGER, type Invented } from './invented.ts'
import { COMPANY } from './more-html.ts'

const doc = (title: string, body: string, lang = 'en'): string =>
  `<!DOCTYPE html><html lang="${lang}"${lang === 'ar' || lang === 'he' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${esc(title)}</title></head><body>${body}</body></html>`

/**
 * The people tab of a company: cards in a list, picture and name linked apart; two hidden people, one with words of the
 * given language. Beside them a filter list, a pages-also-viewed list and a post that mentions somebody.
 */
export function companyPeopleHtml(people: readonly Invented[], hidden = 'LinkedIn Member'): string {
  const c = COMPANY
  const href = (p: Invented): string =>
    `${profileUrl(p)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${idOf(p)}`
  const card = (p: Invented): string =>
    `<li><div><section><div><div><div><a href="${href(p)}" id="card-image"><img alt="${esc(p.name)}"></a></div><div><div><a href="${href(p)}"><div>${esc(p.name)}</div></a><span><span>${p.words.degree(p.degree)} degree connection</span><span aria-hidden="true">·&nbsp;${p.words.degree(p.degree)}</span></span></div><div><div><div>${esc(p.headline)}</div></div></div><div><span><a href="/search/results/people/?facetConnectionOf=x"><img alt=""><div>${STRANGER.name} is a mutual connection</div></a></span></div></div></div></div><footer><button aria-label="Invite ${esc(p.name)} to connect"><span>+</span></button></footer></section></div></li>`
  const nobody = (headline: string): string =>
    `<li><div><section><div><div><div><img alt=""></div><div><div><div>${esc(hidden)}</div></div><div><div><div>${headline}</div></div></div></div></div></div></section></div></li>`
  const also = `<li><div><a href="/company/rival/"><img alt=""></a><a href="/company/rival/"><div>Rival</div></a><div>Rowing</div></div></li>`
  const post = `<li><div><a href="${pathOf(STRANGER)}">${STRANGER.name}</a> joins us as ${STRANGER.headline}</div></li>`
  return doc(
    `${c.name}: People | LinkedIn`,
    `<main><section><h1 title="${c.name}">${c.name}</h1><a href="/search/results/people/?currentCompany=%5B%22${c.id}%22%5D"><span>${STRANGER.name} &amp; 13 other connections work here</span></a><nav><ul><li><a href="/company/${c.slug}/about/">About</a></li></ul></nav></section><section><h2>114 associated members</h2><ul><li><button><strong>80</strong><span>Norway</span></button></li></ul></section><section><h2>People</h2><ul>${people.map(card).join('')}${nobody('Chief of Something')}${nobody('')}</ul></section><section><ul>${post}</ul></section></main><aside><ul>${also}<li><a href="${pathOf(STRANGER)}"><img alt=""></a><a href="${pathOf(STRANGER)}">${STRANGER.name}</a></li></ul></aside>`,
  )
}

const FACTS = {
  description: 'Wheels that turn with the tide.\n\nSince 2012.',
  type: 'Privately Held',
  founded: '2012',
  specialities: 'Tides, Wheels, and Numbers',
}

/** A company page in the markup profiles have had since late 2025: no `h1`, no data, lines and lone dots. */
export function sduiCompanyHtml(tab: 'home' | 'about'): string {
  const c = COMPANY
  const away = (address: string): string =>
    `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(address)}&amp;urlhash=x`
  const dot = '<p aria-hidden="true">·</p>'
  const row = (label: string, inner: string): string => `<div><p>${label}</p>${inner}</div>`
  const about = `<section componentkey="OrganizationAbout"><h2>Overview</h2><p><span data-testid="expandable-text-box">${FACTS.description}<button aria-hidden="true"><span>… more</span></button></span></p>${row('Website', `<p><a href="${away(c.website)}">www.tidewheel.example/start</a></p>`)}${row('Industry', `<p>${c.industry}</p>`)}${row('Company size', `<p>${c.size} employees</p><p>114 associated members</p>`)}${row('Headquarters', `<p>${c.place}</p>`)}${row('Founded', `<p>${FACTS.founded}</p>`)}${row('Type', `<p>${FACTS.type}</p>`)}${row('Specialties', `<p>${FACTS.specialities}</p>`)}</section>`
  const home = `<section><h2>Page posts</h2><div><p>${STRANGER.name}</p><p>1,998 followers</p><p><span data-testid="expandable-text-box">We were founded in 1999 and have 11-50 boats. <a href="${away('https://boats.example/race')}">boats.example/race</a></span></p></div></section>`
  return doc(
    `(3) ${c.name}: ${tab === 'about' ? 'About' : 'Overview'} | LinkedIn`,
    `<div><h2>0 notifications</h2></div><main id="workspace"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.organization.OrganizationPage"><section componentkey="OrganizationTopCard"><figure><img alt="${c.name} logo"></figure><div><h2>${c.name}</h2><p>Turning tides into numbers</p><div><p>${c.industry}</p>${dot}<p>${c.place}</p>${dot}<p>2,362 followers</p>${dot}<a href="/search/results/people/?currentCompany=%5B%22${c.id}%22%5D"><p>${c.size} employees</p></a></div><a href="/search/results/people/?currentCompany=%5B%22${c.id}%22%5D&amp;network=%5B%22F%22%5D"><p>${STRANGER.name} &amp; 13 other connections work here</p></a><a href="${away('https://signup.example/?utm=1')}"><p>Sign up</p></a></div><div role="tablist"><a href="/company/${c.slug}/">Home</a><a href="/company/${c.slug}/about/">About</a></div></section>${tab === 'about' ? about : home}</div></main><aside><section><h2>Pages people also viewed</h2><a href="/company/rival/"><p>Rival</p><p>Rowing</p></a></section></aside>`,
  )
}
