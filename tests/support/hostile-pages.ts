import { memberIdOf, type PracticePerson } from '#lib/practice/person.ts'
import { profilePage } from '#lib/practice/profile-page.ts'

/** Anything that ran would set this global, open a dialog or break the panel's policy. */
const SHOT = 'window.pwned=1;alert(1)'

const base: PracticePerson = {
  slug: 'hostile-practice',
  memberNumber: 4_100_000_666,
  name: 'Hostile Practice',
  firstName: 'Hostile',
  lastName: 'Practice',
  pronouns: null,
  headline: 'Tester at Example Works',
  title: 'Tester',
  company: 'Example Works',
  companyId: 910_000_001,
  school: null,
  location: 'Lisbon, Portugal',
  degree: '2nd',
  followers: '1',
  connections: '1',
  about: null,
  experience: null,
  email: 'hostile@exampleworks.example',
  language: 'en',
  layout: 'sdui',
  host: 'www.linkedin.com',
  why: 'start',
}

export interface HostileCase {
  says: string
  url: string
  body: string
  /** Text the panel's heading must show as it stands; null where the page may be refused, but only with a reason. */
  heading: string | null
}

const at = (slug: string) => `https://www.linkedin.com/in/${slug}/`

/** Chrome takes half a minute to lay 10 MB out; readers do not look at the layout. */
const UNSEEN = '<style>#root{display:none}</style></head>'

function page(slug: string, changes: Partial<PracticePerson>): string {
  return profilePage({ ...base, slug, ...changes })
}

const MARKUP = `Mal <img src=x onerror="${SHOT}"> Ory`
const SCRIPT = `</p><script>${SHOT}</script>`

export function hostileCases(): HostileCase[] {
  return [
    {
      says: 'markup in the name',
      url: at('hostile-markup'),
      body: page('hostile-markup', {
        name: MARKUP,
        headline: SCRIPT,
        company: SCRIPT,
        location: MARKUP,
        about: SCRIPT,
      }),
      heading: MARKUP,
    },
    {
      says: 'templates and addresses as values',
      url: at('hostile-template'),
      body: page('hostile-template', {
        name: '{{constructor.constructor("alert(1)")()}}',
        headline: `javascript:${SHOT}`,
        company: 'javascript:alert(1)',
        location: 'data:text/html,<script>alert(1)</script>',
      }),
      heading: '{{constructor.constructor("alert(1)")()}}',
    },
    {
      says: 'javascript: links everywhere',
      url: at('hostile-links'),
      body: page('hostile-links', {}).replaceAll(
        /href="[^"]*"/g,
        `href="javascript:${SHOT.replaceAll('"', '&quot;')}"`,
      ),
      heading: 'Hostile Practice',
    },
    {
      says: 'a headline of 10 MB',
      url: at('hostile-long'),
      body: page('hostile-long', { headline: 'x'.repeat(10_000_000) }).replace('</head>', UNSEEN),
      heading: null,
    },
    {
      says: 'a name of 10 MB',
      url: at('hostile-name'),
      body: page('hostile-name', { name: 'N'.repeat(10_000_000) }).replace('</head>', UNSEEN),
      heading: null,
    },
    {
      says: '__proto__ as slug and data',
      url: at('__proto__'),
      body: withData(
        page('__proto__', { name: 'Proto Practice' }),
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"publicIdentifier":"__proto__"}',
      ),
      heading: 'Proto Practice',
    },
    {
      says: 'embedded data of wrong types',
      url: at('hostile-types'),
      body: withData(
        page('hostile-types', { name: 'Typed Practice' }),
        '{"included":[null,5,{"$type":7,"publicIdentifier":{"a":1},"firstName":["x"],"headline":{"b":2}}],"data":"no"}',
      ),
      heading: 'Typed Practice',
    },
    {
      says: 'forms that clobber document properties',
      url: at('hostile-clobber'),
      body: page('hostile-clobber', { name: 'Clobber Practice' }).replace(
        '<body>',
        '<body><form name="querySelector"></form><form name="querySelectorAll"></form><form name="title"></form><img name="body"><form name="head"></form><form name="getElementById"></form><form name="documentElement"></form><form name="URL"></form>',
      ),
      heading: null,
    },
    {
      says: 'nesting of 5,000 elements',
      url: at('hostile-deep'),
      body: page('hostile-deep', { name: 'Deep Practice' })
        .replace('<main id="workspace">', `<main id="workspace">${'<div>'.repeat(5_000)}`)
        .replace('</head>', UNSEEN),
      heading: null,
    },
    {
      says: 'zero-width and direction marks in the name',
      url: at('hostile-marks'),
      body: page('hostile-marks', { name: 'Bi\u202Edi\u200BPractice\u2066' }),
      heading: null,
    },
  ]
}

function withData(body: string, json: string): string {
  const id = memberIdOf(base)
  return body.replace(
    '</body>',
    `<code id="bpr-guid-1" style="display:none"><!--${json}--></code><script type="application/json" id="rehydrate-data">${json}</script><i data-urn="${id}"></i></body>`,
  )
}
