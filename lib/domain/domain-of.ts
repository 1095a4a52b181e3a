import { getDomain } from 'tldts'
import { openedAddress } from './click-wrapper.ts'
import { isFreeMail } from './free-mail.ts'
import { normalMail } from './mail.ts'

/** Registrable domain of a mail address (`mail.example.co.uk` → `example.co.uk`); null for free-mail services. */
export function domainOfMail(address: string): string | null {
  const mail = normalMail(address)
  return mail === null ? null : registrable(mail.slice(mail.lastIndexOf('@') + 1))
}

/**
 * Registrable domain by which a company is known: of its site (address, bare host, or a wrapper around them) or of a
 * mail address there.
 * Null for free-mail services, and for a page on somebody else's site (`facebook.com/fjordvolt`), which says nothing.
 */
export function companyDomain(text: string): string | null {
  const bare = (openedAddress(text) ?? '').toLowerCase()
  if (bare.includes('@')) return domainOfMail(bare)
  const match = /^(?:https?:\/\/)?([^\s/?#:@]+\.[^\s/?#:@]+)\.?(?::\d+)?(\/[^\s]*)?(?:[?#].*)?$/u.exec(bare)
  const domain = match === null ? null : registrable(match[1] ?? '')
  const hasPage = (match?.[2] ?? '/') !== '/'
  return domain !== null && OTHERS_SITES.has(domain) && hasPage ? null : domain
}

/** Private suffixes count (`firm.uk.com` is a firm of its own), and so do hosts at which every firm has its name. */
function registrable(host: string): string | null {
  const domain = getDomain(host, { allowPrivateDomains: true })
  if (domain === null || isFreeMail(domain)) return null
  if (!TENANT_HOSTS.has(domain)) return domain
  const [label] = host
    .slice(0, -domain.length - 1)
    .split('.')
    .slice(-1)
  return label ? `${label}.${domain}` : null
}

/** Every customer has a name below these, and the public suffix list does not say so. */
const TENANT_HOSTS = new Set('onmicrosoft.com sharepoint.com force.com zendesk.com freshdesk.com'.split(' '))
/** Sites on which companies have a page. */
const OTHERS_SITES = new Set(
  `linkedin.com lnkd.in facebook.com fb.com instagram.com twitter.com x.com youtube.com youtu.be tiktok.com xing.com
  linktr.ee bit.ly goo.gl google.com maps.google.com medium.com github.com gitlab.com t.me wa.me whatsapp.com vk.com ok.ru
  crunchbase.com angel.co wellfound.com etsy.com amazon.com ebay.com yelp.com pinterest.com behance.net dribbble.com
  calendly.com notion.so substack.com tumblr.com vimeo.com weebly.com about.me beacons.ai carrd.co`.split(
    /\s+/,
  ),
)
