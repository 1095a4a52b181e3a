import type { Settings } from './settings.ts'

/** Where mail is written: the program, and for a webmail the address of the account it is open in. */
export interface MailPlace {
  app: 'gmail' | 'outlook' | 'mailto'
  /** Ends in `/`; empty for `mailto`. */
  base: string
}

/**
 * The place the settings choose; of a webmail the account that is open. `found` looks at the open tabs first
 * (`urls`, the last used first), then whose address the rep has, and is Gmail where neither tells.
 */
export function mailPlace(
  { mailApp, ownAddresses }: Pick<Settings, 'mailApp' | 'ownAddresses'>,
  urls: readonly string[] = [],
): MailPlace {
  if (mailApp === 'mailto') return { app: 'mailto', base: '' }
  const open = urls.map((url) => openWebmail(url)).filter((place) => place !== null)
  const fitting = open.find(({ app }) => mailApp === 'found' || app === mailApp)
  if (fitting !== undefined) return fitting
  const own = ownAddresses.map((address) => ownWebmail(address)).find((place) => place !== null)
  if (own && (mailApp === 'found' || own.app === mailApp)) return own
  return mailApp === 'outlook' ? outlook('outlook.office.com') : gmail('')
}

function openWebmail(url: string): MailPlace | null {
  const [, host = '', path = ''] = /^https:\/\/([a-z.]+)(\/[^?#]*)?/.exec(url) ?? []
  if (host === 'mail.google.com') return gmail(/^\/mail\/(u\/\d{1,2}\/)/.exec(path)?.[1] ?? '')
  return OUTLOOK_HOSTS.has(host) ? outlook(host) : null
}

function ownWebmail(address: string): MailPlace | null {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? ''
  if (/^(gmail|googlemail)\.com$/.test(domain)) return gmail('')
  return /^(outlook|hotmail|live|msn)\.[a-z.]+$/.test(domain) ? outlook('outlook.live.com') : null
}

const gmail = (account: string): MailPlace => ({
  app: 'gmail',
  base: `https://mail.google.com/mail/${account}`,
})
const outlook = (host: string): MailPlace => ({
  app: 'outlook',
  base: host === 'outlook.live.com' ? 'https://outlook.live.com/mail/0/' : `https://${host}/mail/`,
})

const OUTLOOK_HOSTS: ReadonlySet<string> = new Set([
  'outlook.office.com',
  'outlook.live.com',
  'outlook.cloud.microsoft',
])
