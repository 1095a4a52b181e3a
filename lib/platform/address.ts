/** Hosts Baton may read, as the manifest grants them; the law test compares the two. */
export const LINKEDIN_ORIGINS = ['https://*.linkedin.com/*'] as const
export const MAIL_ORIGINS = [
  'https://mail.google.com/*',
  'https://outlook.office.com/*',
  'https://outlook.live.com/*',
  'https://outlook.cloud.microsoft/*',
] as const

export type Site = 'linkedin' | 'mail' | 'practice' | 'other'

/** Which kind of page an address is for the reading rules; `practiceBase` is the address of Baton's own practice page. */
export function siteOf(href: string, practiceBase: string): Site {
  if (href.startsWith(practiceBase)) return 'practice'
  const url = URL.parse(href)
  if (!url || url.protocol !== 'https:') return 'other'
  if (url.hostname === 'linkedin.com' || url.hostname.endsWith('.linkedin.com')) return 'linkedin'
  return MAIL_HOSTS.has(url.hostname) ? 'mail' : 'other'
}

const MAIL_HOSTS = new Set(MAIL_ORIGINS.map((origin) => new URL(origin.replace('/*', '/')).hostname))
