/** Addresses of the panel's screens, after the `#`. */
export const ROUTES = {
  now: '/now',
  today: '/today',
  people: '/people',
  sync: '/sync',
  hand: '/by-hand',
  cadences: '/cadences',
  backlog: '/clean-up',
  settings: '/settings',
} as const

/** State of the history entry when People was reached by `/`: its search field takes the focus. */
export const FIND = 'find'

export const hashOf = (route: string): string => `#${route}`
export const contactRoute = (contactId: string): string => `/contact/${contactId}`
/** Without the other one it asks with whom. */
export const mergeRoute = (contactId: string, otherId?: string): string =>
  otherId === undefined ? `/merge/${contactId}` : `/merge/${contactId}/${otherId}`
/** The same for a touch or a person whose note field takes it: `n` was pressed. */
export const NOTE = 'note'
/** One touch after another, of a channel or of all. */
export const focusRoute = (channel: string | null): string => `/focus/${channel ?? 'all'}`
export const touchRoute = (enrollmentId: string): string => `/touch/${enrollmentId}`
