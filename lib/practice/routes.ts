import { companyPage, PRACTICE_COMPANY_URL } from './company-page.ts'
import { guestPage } from './guest-page.ts'
import { inPageNavigation } from './in-page-navigation.ts'
import { contactPage, experiencePage } from './later-pages.ts'
import { practicePersonBySlug } from './people.ts'
import { linkedinUrlOf } from './person.ts'
import { profilePage } from './profile-page.ts'
import { feedPage, loginWallPage } from './refusal-pages.ts'
import { PRACTICE_SEARCH_URL, searchPage } from './search-page.ts'
import { PRACTICE_THREAD_URL, threadPage } from './thread-page.ts'

export interface PracticeResponse {
  body: string
  contentType: string
}

export interface PracticeOptions {
  /** After a press on a profile link the address changes at once, the page this many ms later. null = ordinary links. */
  inPageDelayMs: number | null
}

/**
 * The page that the practice range has for an address of LinkedIn or Gmail, for browsers that serve it under that
 * very address; null when the range has none.
 */
export function practiceResponse(
  url: string,
  options: PracticeOptions = { inPageDelayMs: null },
): PracticeResponse | null {
  const script = options.inPageDelayMs === null ? null : inPageNavigation(options.inPageDelayMs)
  const body = pageAt(url, script)
  return body === null ? null : { body, contentType: 'text/html; charset=utf-8' }
}

/** The page of the range that stands for `url`, without a script: what the bundled practice page shows and reads. */
export function practicePageAt(url: string): string | null {
  return pageAt(url, null)
}

/**
 * Where a practice touch opens instead of LinkedIn or mail: a path inside the extension. Profile addresses lead to the
 * person's practice page, mail compose addresses to the practice compose page, all others to the list of people.
 */
export function practiceUrlFor(url: string): string {
  const target = URL.parse(url)
  if (target === null) return `${PRACTICE_PAGE}#/`
  const slug = slugOf(target)
  if (slug !== null) return `${PRACTICE_PAGE}#/in/${encodeURIComponent(slug)}`
  const mail = mailOf(target)
  return mail === null
    ? `${PRACTICE_PAGE}#/`
    : `${PRACTICE_PAGE}#/compose?${new URLSearchParams({ ...mail }).toString()}`
}

/** The address a hash of the practice page stands for; null for the list, the compose page and unknown ones. */
export function standsFor(hash: string): string | null {
  const path = hash.replace(/^#/, '')
  const slug = /^\/in\/([^/?]+)\/?$/.exec(path)?.[1]
  if (slug !== undefined) {
    const person = practicePersonBySlug(slug)
    return person === undefined ? null : linkedinUrlOf(person)
  }
  return OTHER_PAGES.find((page) => page.path === path)?.url ?? null
}

/** Inverse of `standsFor` for links inside a practice page; null for addresses the range has no page for. */
export function hashFor(url: string): string | null {
  const target = URL.parse(url)
  const slug = target === null ? null : slugOf(target)
  const person = slug === null ? undefined : practicePersonBySlug(slug)
  if (person !== undefined) return `#/in/${encodeURIComponent(person.slug)}`
  const other = OTHER_PAGES.find((page) => page.url === url)
  return other === undefined ? null : `#${other.path}`
}

export interface ComposeMail {
  to: string
  subject: string
  body: string
}

/** Recipient, subject and text out of a compose hash; missing parts are empty. */
export function composeOf(hash: string): ComposeMail | null {
  const query = /^#?\/compose(?:\?(.*))?$/.exec(hash)
  if (query === null) return null
  const values = new URLSearchParams(query[1] ?? '')
  return { to: values.get('to') ?? '', subject: values.get('subject') ?? '', body: values.get('body') ?? '' }
}

export const PRACTICE_PAGE = 'practice.html'

const PERSON_URL = 'https://www.linkedin.com/in/robin-practice/'

/** Pages of the range that are no profile, and the address each stands for. */
export const OTHER_PAGES = [
  { id: 'search', path: '/search', url: PRACTICE_SEARCH_URL },
  { id: 'company', path: '/company', url: PRACTICE_COMPANY_URL },
  { id: 'experience', path: '/experience', url: `${PERSON_URL}details/experience/` },
  { id: 'contact', path: '/contact', url: `${PERSON_URL}overlay/contact-info/` },
  { id: 'thread', path: '/mail/thread', url: PRACTICE_THREAD_URL },
  { id: 'feed', path: '/feed', url: 'https://www.linkedin.com/feed/' },
  { id: 'wall', path: '/authwall', url: 'https://www.linkedin.com/authwall' },
] as const

function pageAt(url: string, script: string | null): string | null {
  const target = URL.parse(url)
  if (target === null) return null
  if (target.host === 'mail.google.com') return threadPage(script)
  if (!isLinkedin(target.host)) return null
  if (target.pathname.startsWith('/feed')) return feedPage(script)
  if (target.pathname.startsWith('/authwall') || target.pathname.startsWith('/login'))
    return loginWallPage(script)
  if (target.pathname.startsWith('/search/results/people')) return searchPage(script)
  if (target.href.startsWith(PRACTICE_COMPANY_URL.replace('about/', ''))) return companyPage(script)
  const slug = slugOf(target)
  const person = slug === null ? undefined : practicePersonBySlug(slug)
  if (person === undefined) return laterPageAt(target, script)
  return person.layout === 'guest' ? guestPage(person, script) : profilePage(person, script)
}

function laterPageAt(url: URL, script: string | null): string | null {
  const [, slug = '', rest] =
    /^\/in\/([^/]+)\/(details\/experience|overlay\/contact-info)\/?$/.exec(url.pathname) ?? []
  const person = practicePersonBySlug(decoded(slug))
  if (person?.layout !== 'sdui') return null
  return rest === 'overlay/contact-info' ? contactPage(person, script) : experiencePage(person, script)
}

function slugOf(url: URL): string | null {
  if (!isLinkedin(url.host)) return null
  const slug = /^\/in\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  return slug === undefined ? null : decoded(slug)
}

function isLinkedin(host: string): boolean {
  return host === 'linkedin.com' || host.endsWith('.linkedin.com')
}

/** Reads the compose addresses of Gmail (`to`, `su`, `body`), Outlook (`to`, `subject`, `body`) and `mailto:`. */
function mailOf(url: URL): ComposeMail | null {
  const values = url.searchParams
  const subject = values.get('su') ?? values.get('subject') ?? ''
  const body = values.get('body') ?? ''
  if (url.protocol === 'mailto:') return { to: decoded(url.pathname), subject, body }
  const to = values.get('to')
  return to === null ? null : { to, subject, body }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
