import type { Refusal } from '#lib/domain/capture.ts'
import { all, attr, first, meta, nodesIn, textOf } from '../dom.ts'
import { refused, unreadable, type Reader } from '../reader.ts'
import type { Refused, Unread } from '../seen.ts'
import { isLinkedIn, isProfile, slugOf } from './address.ts'

/** Pages at addresses without a profile: what they show is told by the address, the home page by what stands on it. */
export type Elsewhere = {
  readonly kind: 'elsewhere'
  readonly path: string
  readonly home: 'guest' | 'feed' | null
}

/** Walls and addresses without a person, before any reader looks. */
export const linkedinRefusals: Reader<Refused | Elsewhere> = {
  id: 'linkedin-refusals',
  matches: isLinkedIn,
  read: (doc, url) => {
    const wall = wallOf(doc, url)
    if (wall) return refused(wall)
    if (slugOf(url.href) === null) return { kind: 'elsewhere', path: url.pathname, home: homeOf(doc) }
    return isOldLayout(doc) ? refused('unsupported-page') : null
  },
}

/** A profile address no reader could read: a dead end with its reason, or a page to be read again. */
export const linkedinRest: Reader<Refused | Unread> = {
  id: 'linkedin-rest',
  matches: isProfile,
  read: (doc) => {
    const reason = deadEnd(doc)
    return reason ? refused(reason) : unreadable(doc, 'linkedin-rest', 'unknown', ['name'])
  },
}

/** Walls can stand at any address: they are told by their forms and keys, before anything is read. */
function wallOf(doc: Document, url: URL): Refusal | null {
  const path = url.pathname
  const key = meta(doc, 'pageKey')
  if (isBlank(doc)) return 'blank'
  if (
    path.startsWith('/checkpoint/challenge') ||
    someForm(doc, 'form[action*="/checkpoint/challenge"]', 'input[name="captchaSiteKey"]')
  )
    return 'captcha'
  if (/^\/(checkpoint\/lg|login|uas\/login)/.test(path)) return 'login'
  if (
    /^\/(authwall|signup|start\/join)/.test(path) ||
    /^auth_?/i.test(key) ||
    someForm(doc, 'main form[action*="createAccount"]')
  )
    return 'authwall'
  if (/login/i.test(key)) return 'login'
  return isApology(doc) ? 'error' : null
}

/** By the list of forms, which the browser has at hand: most pages have none, and none is searched for it. */
const someForm = (doc: Document, selector: string, inside = ''): boolean =>
  [...doc.forms].slice(0, 40).some((form) => form.matches(selector) || (inside && first(form, inside)))

/** An error page: one heading, hardly any text, and nothing LinkedIn's real pages are made of. */
function isApology(doc: Document): boolean {
  if (all(doc, 'h1', 2).length !== 1) return false
  if (
    first(
      doc,
      'section,[data-sdui-screen],a[href*="/in/"],a[href*="/company/"],code[id^="bpr-guid-"],form,[data-test-id^="page-not-found"]',
    )
  )
    return false
  return (
    !/^(d_)?public_profile/.test(meta(doc, 'pageKey')) && textOf(doc.body, { cap: 2_001 }).length <= 2_000
  )
}

function homeOf(doc: Document): Elsewhere['home'] {
  if (
    /homepage|guest-home/.test(meta(doc, 'pageKey')) ||
    first(doc, 'form[action*="login-submit"],a[href*="/login"],a[href*="/signup"]')
  )
    return 'guest'
  return first(doc, '[aria-label] main,main[aria-label]') && 'feed'
}

/** A profile address whose page no reader knows: a known dead end, or null for «not readable (yet)». */
function deadEnd(doc: Document): Refusal | null {
  const key = meta(doc, 'pageKey')
  if (first(doc, '[data-test-id^="page-not-found"]') || /not.?found|404/i.test(key)) return 'not-found'
  if (/^(d_)?public_profile/.test(key) && meta(doc, 'og:type') !== 'profile') return 'not-found'
  if (first(doc, 'main form[action*="login-submit"] input[name="session_password"]'))
    return first(doc, 'form[action*="createAccount"],form[action*="signup"]') ? 'authwall' : 'login'
  return null
}

/** Nothing to see: no text and nothing that could still bring some. */
function isBlank(doc: Document): boolean {
  if (!doc.body) return true
  if (first(doc.body, 'main,form,iframe,img,[id]')) return false
  for (const node of nodesIn(doc.body))
    if (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '') return false
  return true
}

/** The layouts that are no longer served are told apart only to be refused. */
const isOldLayout = (doc: Document): boolean =>
  doc.getElementById('profile-wrapper') !== null ||
  Boolean(doc.getElementById('topcard')?.closest('main')) ||
  doc.getElementById('name')?.localName === 'h1' ||
  /pagekey-public_profile/.test(attr(doc.body, 'id'))
