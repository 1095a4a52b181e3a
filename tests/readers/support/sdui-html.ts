import { esc, idOf, pathOf, profileUrl, STRANGER, type Invented } from './invented.ts'

export type SduiOptions = {
  /** Leave out hooks of one family. */
  without?: ('keys' | 'toolbar' | 'title' | 'icons' | 'links' | 'experience')[]
  /** Whose page the document still is, when the address is already another's. */
  title?: string
  /** Extra markup at the end of the body. */
  extra?: string
}

/** A signed-in profile as it is served since late 2025, with other people above, below and beside the subject. */
export function sduiHtml(person: Invented, { without = [], title, extra = '' }: SduiOptions = {}): string {
  const lacks = (what: NonNullable<SduiOptions['without']>[number]): boolean => without.includes(what)
  const key = (card: string): string =>
    lacks('keys') ? '' : ` componentkey="com.linkedin.sdui.profile.card.ref${idOf(person)}${card}"`
  const slugKey = (word: string): string =>
    lacks('keys') ? '' : ` componentkey="${word}${esc(person.slug)}"`
  const isRtl = person.lang === 'ar' || person.lang === 'he'
  return `<!DOCTYPE html><html lang="${person.lang}"${isRtl ? ' dir="rtl"' : ''}><head><meta charset="utf-8">
${lacks('title') ? '<title>LinkedIn</title>' : `<title>(2) ${esc(title ?? person.name)} | LinkedIn</title>`}</head>
<body class="a1b2"><div id="root"><h2 data-testid="toasts-title">0</h2><nav componentkey="primaryNavLinksComponentRef"><ul><li><a href="https://www.linkedin.com/feed/"><span>Home</span></a></li></ul></nav>
<div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">
${lacks('toolbar') ? '' : toolbar(person)}
<main id="workspace"><div data-testid="lazy-column">
<div${key('Topcard')}><div data-display-contents="true"><section${key('Topcard')}>${topCard(person, lacks)}</section></div></div>
<div${slugKey('ProfilePostConnectDrawer_')}></div>
<div${slugKey('profileCardsAboveActivity')}>${person.about ? aboutCard(person, key('About')) : ''}</div>
<div${lacks('keys') ? '' : ` componentkey="com.linkedin.sdui.profile.card.ref${esc(person.slug)}Activity"`}><section><h2>Activity</h2><p>1,204 ${person.words.followers}</p><ul><li><a href="${pathOf(STRANGER)}"><p>${STRANGER.name}</p><p>· 3rd+</p><p>${STRANGER.headline}</p></a><span data-testid="expandable-text-box">A post by somebody else</span></li></ul></section></div>
<div${slugKey('profileCardsBelowActivityPart1')}>${experience(person, lacks('experience'))}</div>
</div></main>
<aside><section><h2>More profiles</h2>${[1, 2, 3].map(() => sideRow()).join('')}</section></aside>
</div></div>${extra}</body></html>`
}

function toolbar(person: Invented): string {
  return `<div role="toolbar"><div data-display-contents="true"><a href="${profileUrl(person)}"><div aria-label="${esc(person.name)}"><p>${esc(person.name)}</p><p>${esc(person.headline)}</p></div></a>
<button aria-label="${esc(person.words.follow(person.name))}"><span>+</span></button></div></div>`
}

function topCard(person: Invented, lacks: (what: 'icons' | 'links') => boolean): string {
  const { words } = person
  const own = person.degree === 'self'
  const self = own ? '?isSelfProfile=true' : ''
  const icon = (kind: string): string =>
    lacks('icons') ? '' : `<svg id="${kind}-accent-4" role="img"><title>${kind}</title></svg>`
  const button = (kind: string, text: string): string =>
    `<div role="button" tabindex="0"><div><figure aria-hidden="true">${icon(kind)}<img alt="" src="/logo"></figure><p>${esc(text)}</p></div></div>`
  const line = [person.company, person.school].filter(Boolean).join(' · ')
  const contact = lacks('links') ? '#' : `${profileUrl(person)}overlay/contact-info/`
  return `<div><a href="${lacks('links') ? 'https://www.linkedin.com/' : `${profileUrl(person)}overlay/background-photo/`}"><figure><svg aria-label="Cover"></svg></figure></a>
${own ? `<a href="${profileUrl(person)}edit/intro/" aria-label="Edit"></a>` : ''}</div>
<div><div><div><div><div><a href="${lacks('links') ? 'https://www.linkedin.com/' : profileUrl(person) + self}"><div><h2>${esc(person.name)}</h2><svg id="verified-medium" aria-label="${esc(words.verified(person.first))}"></svg></div></a></div>
${person.pronouns ? `<p>${esc(person.pronouns)}</p>` : ''}${badges(person)}</div>
<p>${esc(person.headline)}</p>${line ? `<p>${esc(line)}</p>` : ''}
<div><p>${esc(person.location)}</p><p>·</p><p><a href="${contact}">${esc(words.contact)}</a></p></div></div>
<div>${person.company ? button('company', person.company) : ''}${person.school ? button('school', person.school) : ''}</div>
<p role="button"><a href="https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fexample.org">example.org</a></p>
<div><p>1,204 ${words.followers}</p><p aria-hidden="true">·</p>${connections(person)}</div>
<a href="https://www.linkedin.com/search/results/people/?network=F"><p><strong>${STRANGER.name}</strong> and 4 other mutual connections</p></a>
<div>${own ? '<section><ul><li><p>Open to work</p><p>Paris | Remote</p></li></ul></section>' : actions(person)}</div></div></div>`
}

function badges(person: Invented): string {
  const badge = (n: string, shown: boolean): string => {
    const p = `<p>· ${esc(person.words.degree(n))}</p>`
    return shown ? p : `<div data-display-contents="true">${p}</div>`
  }
  if (person.degree === 'self' || person.degree === 'none') return ''
  if (person.degree === '3') return badge('3', true)
  return badge('1', person.degree === '1') + badge('2', person.degree === '2')
}

const connections = (person: Invented): string =>
  person.degree === '1'
    ? `<a href="https://www.linkedin.com/search/results/people/?connectionOf=%5B%22x%22%5D"><p>500+ ${person.words.connections}</p></a>`
    : `<p>500+</p><p>${person.words.connections}</p>`

function actions(person: Invented): string {
  const invite =
    person.degree === '1'
      ? ''
      : `<a href="/preload/custom-invite/?vanityName=${encodeURIComponent(person.slug)}">+</a>`
  return `${invite}<a href="/sales/people/${idOf(person)},name,x">Sales Navigator</a><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${idOf(person)}&amp;x=1">@</a><button aria-label="${esc(person.words.follow(person.name))}">+</button>`
}

const aboutCard = (person: Invented, key: string): string =>
  `<section${key}><h2>${person.words.about}</h2><p><span data-testid="expandable-text-box">${esc(person.about ?? '')}<button aria-hidden="true"><span>… more</span></button></span></p><div><p>Top skills</p><p>Rowing • Sums</p></div></section>`

/** The card of positions as it looks after a scroll; without a scroll the container is empty. */
function experience(person: Invented, isEmpty: boolean): string {
  const testid = `profile_ExperienceTopLevelSection_${esc(person.slug)}`
  if (isEmpty || person.jobs.length === 0) return `<div data-testid="${testid}"></div>`
  const entries = person.jobs.map((job, i) => {
    const link = (inner: string): string =>
      `<a href="https://www.linkedin.com/company/${job.companyId}/">${inner}</a>`
    const role = (r: (typeof job.roles)[number], rest: string): string =>
      `<p>${esc(r.title)}</p>${rest}<p>${r.start} - ${r.end} · 2 yrs</p>${r.place ? `<p>${esc(r.place)}</p>` : ''}`
    const [only] = job.roles
    const body =
      job.roles.length === 1 && only
        ? link(`<div>${role(only, `<p>${esc(job.company)}${job.kind ? ` · ${job.kind}` : ''}</p>`)}</div>`)
        : `${link(`<div><p>${esc(job.company)}</p><p>6 yrs 8 mos</p></div>`)}<ul>${job.roles.map((r) => `<li><a href="https://www.linkedin.com/company/${job.companyId}/">${role(r, '<p>Full-time</p>')}</a></li>`).join('')}</ul>`
    return `<div componentkey="entity-collection-item-${i}"><a href="https://www.linkedin.com/company/${job.companyId}/"><figure><img alt=""></figure></a><div>${body}</div></div>`
  })
  return `<div data-testid="${testid}"><section componentkey="x${idOf(person)}ExperienceTopLevelSection"><h2>${person.words.experience}</h2>${entries.join('')}</section></div>`
}

const sideRow = (): string =>
  `<div componentkey="com.linkedin.sdui.profile.card.ref${idOf(STRANGER)}Follow"><a href="${profileUrl(STRANGER)}"><p>${STRANGER.name}</p><p>· 2nd</p><p>${STRANGER.headline}</p></a><a href="/preload/custom-invite/?vanityName=${STRANGER.slug}">+</a></div>`
