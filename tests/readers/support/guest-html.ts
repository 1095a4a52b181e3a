import { esc, profileUrl, STRANGER, type Invented } from './invented.ts'

export type GuestOptions = {
  host?: string
  without?: ('headline' | 'json' | 'meta' | 'title' | 'topcard')[]
}

const DIALOG = (id: string): string =>
  `<div data-outlet="${id}"><section role="dialog" aria-modal="true"><h2>Sign in to view the full profile</h2><form action="/uas/login-submit"><input name="session_key"><input type="password" name="session_password"></form><p>New to LinkedIn? <a href="/signup">Join now</a></p></section></div>`

/** A public profile with sign-in dialogs in every corner. */
export function guestHtml(person: Invented, { host = 'www', without = [] }: GuestOptions = {}): string {
  const lacks = (what: NonNullable<GuestOptions['without']>[number]): boolean => without.includes(what)
  const url = profileUrl(person, host).replace(/\/$/, '')
  const behind = lacks('headline') ? (person.company ?? '') : person.headline
  const title = `${person.name} - ${behind} | LinkedIn`
  return `<!DOCTYPE html><html lang="${person.lang}"><head><meta charset="utf-8"><meta name="pageKey" content="public_profile_v3_desktop">
<link rel="canonical" href="${url}">${lacks('title') ? '' : `<title>${esc(title)}</title><meta property="og:title" content="${esc(title)}">`}
${lacks('meta') ? '' : `<meta property="og:type" content="profile"><meta property="profile:first_name" content="${esc(person.first)}"><meta property="profile:last_name" content="${esc(person.last)}">`}
<meta property="og:url" content="${url}"><meta name="description" content="${esc(`${person.headline} · ${person.location} · 500+`)}">
${lacks('json') ? '' : `<script type="application/ld+json">${ld(person, url)}</script>`}</head>
<body>${DIALOG('base')}<main class="main" role="main"><section class="profile"><section class="core-rail"><section class="top-card-layout">
<div data-section="picture">${DIALOG('picture')}</div><div><div><button><h1>${esc(person.name)}</h1></button>${DIALOG('title')}
${lacks('headline') ? '' : `<h2>${esc(person.headline)}</h2>`}
<h3><div><div><span>${esc(person.location)}</span><span data-modal="c">Contact Info</span></div>${DIALOG('contact')}<div><span>1,204 followers</span><span>500+ connections</span></div></div></h3></div>
<a href="https://www.linkedin.com/signup/public-profile-join?vieweeVanityName=${encodeURIComponent(person.slug)}&amp;x=1">Join</a></div>
${
  lacks('topcard')
    ? ''
    : `<div>${person.company ? `<div data-section="currentPositionsDetails"><a href="/company/x"><img alt=""><span>${esc(person.company)}</span></a></div>` : ''}${person.school ? `<div data-section="educationsDetails"><a href="/school/y"><span>${esc(person.school)}</span></a></div>` : ''}
<div data-section="websites"><a href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample.org%2F&amp;urlhash=x"><span>Blog</span></a></div></div>`
}
<ul><li><a href="/uas/login" data-semaphore-content-type="PROFILE" data-semaphore-content-urn="urn:li:member:${person.number}">Report</a></li></ul></section>
${person.about ? `<section data-section="summary"><h2>${person.words.about}</h2><p>${esc(person.about).replace(/\n/g, '<br>')}</p></section>` : ''}
<section data-section="posts"><ul><li data-semaphore-content-urn="urn:li:activity:9"><h3>A post</h3><h4>Liked by <a href="${profileUrl(STRANGER)}">${STRANGER.name}</a></h4></li></ul></section>
<section data-section="experience"><h2>${person.words.experience}</h2><ul>${person.jobs.map(job).join('')}</ul></section>
<section data-section="educationsDetails"><h2>${person.words.education}</h2><ul>${person.schools.map((s) => `<li><h3><a href="/school/y">${esc(s.school)}</a></h3><h4><span>${esc(s.degree ?? '-')}</span></h4>${s.years ? `<p><time>${s.years}</time></p>` : ''}</li>`).join('')}</ul></section>
</section><section class="aside"><h2>More profiles</h2><a href="${profileUrl(STRANGER)}"><h3>${STRANGER.name}</h3><p>${STRANGER.headline}</p></a></section></section></main></body></html>`
}

function job(entry: Invented['jobs'][number]): string {
  const role = (r: (typeof entry.roles)[number]): string => {
    const end = /\p{Nd}/u.test(r.end) ? ` - <time>${r.end}</time>` : ` - ${r.end}`
    return `<li data-section="currentPositionsDetails"><div><h3><span>${esc(r.title)}</span></h3><h4><a href="/company/${entry.companyId}">${esc(entry.company)}</a></h4><div><p><span><time>${r.start}</time>${end}<span>2 years</span></span></p>${r.place ? `<p>${esc(r.place)}</p>` : ''}<div data-section="currentPositions"><p>Text</p></div></div></div></li>`
  }
  const roles = entry.roles.map(role).join('')
  return entry.roles.length === 1
    ? roles
    : `<li><a href="/company/${entry.companyId}"><h4>${esc(entry.company)}</h4><p><span>6 years</span></p></a><ul>${roles}</ul></li>`
}

const ld = (person: Invented, url: string): string =>
  JSON.stringify({
    '@context': 'http://schema.org',
    '@graph': [
      { '@type': 'WebPage', url },
      { '@type': 'Person', name: STRANGER.name, url: profileUrl(STRANGER) },
      {
        '@type': 'Person',
        name: person.name,
        url,
        address: { '@type': 'PostalAddress', addressLocality: person.location },
        worksFor: [{ '@type': 'Organization', name: person.company }],
      },
    ],
  }).replace(/</g, '\\u003c')
