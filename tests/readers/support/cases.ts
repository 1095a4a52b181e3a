import { companyPeopleHtml, sduiCompanyHtml } from './company-html.ts'
import { emberHtml } from './ember-html.ts'
import { guestHtml } from './guest-html.ts'
import { PEOPLE, pathOf, profileUrl, type Invented } from './invented.ts'
import { gmailHtml, gmailListHtml, type MailPerson } from './mail-html.ts'
import {
  companyHtml,
  connectionsHtml,
  contactHtml,
  emberSearchHtml,
  guestCompanyHtml,
  mobileHtml,
  salesSearchHtml,
  sduiExperienceHtml,
  sduiSearchHtml,
  viewersHtml,
} from './more-html.ts'
import { sduiHtml } from './sdui-html.ts'

export type Case = { name: string; url: string; html: string; person: Invented | null }

export function mustGetPerson(key: string): Invented {
  const person = PEOPLE[key]
  if (!person) throw new Error(`nobody called ${key}`)
  return person
}

const p = mustGetPerson
const own = (name: string, url: string, html: string, person: Invented | null = null): Case => ({
  name,
  url,
  html,
  person,
})

export const SAM: MailPerson = { address: 'sam@copperfinch.example', name: 'me' }
export const OLA: MailPerson = { address: 'ola.brandvik@tidewheel.example', name: 'Ola Brandvik' }
const LIST: MailPerson = { address: 'sellers@lists.example.org', name: 'Sellers Forum' }
const BODY =
  'Hello, see <a href="mailto:third@party.example">Third Party</a><br>-- <br>unsubscribe@lists.example.org'

const wall = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const login =
  '<form action="/uas/login-submit"><input name="session_key"><input type="password" name="session_password"></form>'

const ROWS = ['maren', 'jonas', 'layla', 'etienne'].map(p)
const site = 'https://www.linkedin.com'

/** Pages beside profile and thread. */
export const MORE_CASES: readonly Case[] = [
  own(
    'linkedin-mobile-profile--maren--2025-07',
    `${site}/mwlite/profile/in/maren-okwuosa`,
    mobileHtml(p('maren')),
  ),
  own(
    'linkedin-sdui-people-search--2026-05',
    `${site}/search/results/people/?keywords=boats`,
    sduiSearchHtml(ROWS),
  ),
  own(
    'linkedin-ember-people-search--2025-10',
    `${site}/search/results/people/?keywords=boats`,
    emberSearchHtml(ROWS),
  ),
  own(
    'linkedin-sdui-connections--2026-05',
    `${site}/mynetwork/invite-connect/connections/`,
    connectionsHtml(ROWS),
  ),
  own('linkedin-sdui-viewers--2026-05', `${site}/analytics/profile-views/`, viewersHtml(ROWS)),
  own('linkedin-sales-people-search--2025-09', `${site}/sales/search/people`, salesSearchHtml(ROWS)),
  own('linkedin-company--home--2025-05', `${site}/company/tidewheel/`, companyHtml()),
  own(
    'linkedin-company--home-without-data--2025-05',
    `${site}/company/tidewheel/`,
    companyHtml({ json: false }),
  ),
  own('linkedin-company-people--2025-05', `${site}/company/tidewheel/people/`, companyPeopleHtml(ROWS)),
  ...(['home', 'about'] as const).map((tab) =>
    own(
      `linkedin-sdui-company--${tab}--2026-06`,
      `${site}/company/tidewheel/${tab === 'about' ? 'about/' : ''}`,
      sduiCompanyHtml(tab),
    ),
  ),
  own('linkedin-guest-company--2026-05', 'https://no.linkedin.com/company/tidewheel', guestCompanyHtml()),
  own(
    'linkedin-sdui-experience--maren--2026-05',
    `${site}/in/maren-okwuosa/details/experience/`,
    sduiExperienceHtml(p('maren')),
  ),
  own(
    'linkedin-sdui-experience--aiko--2026-05',
    `${site}${pathOf(p('aiko'))}details/experience/`,
    sduiExperienceHtml(p('aiko')),
  ),
  own(
    'linkedin-contact-overlay--maren--2026-05',
    `${site}/in/maren-okwuosa/overlay/contact-info/`,
    contactHtml(p('maren')),
  ),
  own(
    'linkedin-contact-overlay--of-somebody-else--2026-05',
    `${site}/in/jonas-wetterhahn-b1c2/overlay/contact-info/`,
    contactHtml(p('maren')),
  ),
]

/** Every own page, by the name of its file. */
export const CASES: readonly Case[] = [
  ...(
    [
      'maren',
      'jonas',
      'aiko',
      'layla',
      'etienne',
      'noa',
      'deniz',
      'own',
      'katarzyna',
      'joao',
      'widodari',
      'sunniva',
    ] as const
  ).map((key) => own(`linkedin-sdui-profile--${key}--2026-06`, profileUrl(p(key)), sduiHtml(p(key)), p(key))),
  ...(
    [
      'maren',
      'jonas',
      'aiko',
      'layla',
      'etienne',
      'deniz',
      'katarzyna',
      'joao',
      'widodari',
      'sunniva',
    ] as const
  ).map((key) =>
    own(`linkedin-ember-hashed-profile--${key}--2025-03`, profileUrl(p(key)), emberHtml(p(key)), p(key)),
  ),
  ...(['maren', 'noa', 'aiko', 'joao'] as const).map((key) =>
    own(
      `linkedin-ember-artdeco-profile--${key}--2022-04`,
      profileUrl(p(key)),
      emberHtml(p(key), { generation: 'artdeco-2022' }),
      p(key),
    ),
  ),
  ...(['maren', 'jonas', 'aiko', 'layla', 'etienne', 'katarzyna', 'joao', 'sunniva'] as const).map((key) =>
    own(
      `linkedin-guest-profile--${key}--2026-05`,
      profileUrl(p(key), 'no').replace(/\/$/, ''),
      guestHtml(p(key), { host: 'no' }),
      p(key),
    ),
  ),
  own(
    'linkedin-guest-profile--no-headline--2026-05',
    profileUrl(p('jonas'), 'de'),
    guestHtml(p('jonas'), { host: 'de', without: ['headline'] }),
    p('jonas'),
  ),
  own(
    'gmail-thread--plain--2026-05',
    'https://mail.google.com/mail/u/0/#inbox/FMfcgzQhTJKLMNPQRSTVWXZabcdfghjk',
    gmailHtml('Boats & numbers - a question', SAM.address, [
      { from: OLA, to: [SAM], at: '13 May 2026, 11:02', body: BODY },
      {
        from: { ...SAM, name: 'Sam Rook' },
        to: [OLA, { address: 'Kaja@tidewheel.example', name: 'kaja@tidewheel.example' }],
        at: '14 May 2026, 09:15',
        body: 'Hi',
      },
    ]),
  ),
  own(
    'gmail-thread--tables-list-mail--2025-08',
    'https://mail.google.com/mail/u/1/#search/x/FMfcgzQhTJKLMNPQRSTVWXZabcdfghjk',
    gmailHtml(
      '[sellers] Digest',
      SAM.address,
      [{ from: OLA, to: [LIST, { ...SAM, name: '自分' }], at: '2025-08-20 13:19', body: BODY }],
      { tables: true },
    ),
  ),
  own('gmail-list--inbox--2026-05', 'https://mail.google.com/mail/u/0/#inbox', gmailListHtml()),
  own(
    'linkedin-authwall--2026-05',
    'https://www.linkedin.com/authwall?trk=x',
    wall(
      '<title>Sign Up | LinkedIn</title><meta name="pageKey" content="auth_wall_desktop_profile">',
      `<main><form action="/signup/api/cors/createAccount"><h1>Join LinkedIn</h1></form>${login}</main>`,
    ),
  ),
  own(
    'linkedin-login--2026-05',
    'https://www.linkedin.com/login',
    wall(
      '<title>LinkedIn Login, Sign in | LinkedIn</title><meta name="pageKey" content="d_checkpoint_lg_consumerLogin">',
      `<main><h1>Sign in</h1>${login}</main>`,
    ),
  ),
  own(
    'linkedin-captcha--2026-05',
    'https://www.linkedin.com/checkpoint/challenge/verify',
    wall(
      '<title>Security Verification | LinkedIn</title>',
      '<main><h1>Let’s do a quick security check</h1><form action="/checkpoint/challenge/verify"></form></main>',
    ),
  ),
  own(
    'linkedin-not-found--2026-05',
    'https://www.linkedin.com/in/nobody-here/',
    wall(
      '<title>Profile Not Found | LinkedIn</title><meta name="pageKey" content="public_profile_v3_desktop"><link rel="canonical" href="/public-profile/in/nobody-here/">',
      '<main><section><h1>An exact match for <strong>nobody-here</strong> could not be found.</h1></section></main>',
    ),
  ),
  own(
    'linkedin-error--2026-05',
    'https://www.linkedin.com/in/maren-okwuosa/',
    wall('<title>LinkedIn</title>', '<div><h1>Sorry, something went wrong</h1><p>Try again.</p></div>'),
  ),
  own(
    'linkedin-blank--2026-05',
    'https://www.linkedin.com/',
    '<html><head><meta http-equiv="refresh" content="1;url=https://www.linkedin.com"></head><body></body></html>',
  ),
  own(
    'linkedin-guest-home--2026-05',
    'https://www.linkedin.com/',
    wall(
      '<title>LinkedIn: Log In or Sign Up</title><meta name="pageKey" content="d_homepage-guest-home">',
      `<main><h1>Welcome to your professional community</h1>${login}</main>`,
    ),
  ),
  own('linkedin-feed--2025-06', 'https://www.linkedin.com/feed/', emberHtml(p('maren'))),
  own(
    'linkedin-content-search--2025-11',
    'https://www.linkedin.com/search/results/content/?keywords=boats',
    emberHtml(p('maren')),
  ),
]
