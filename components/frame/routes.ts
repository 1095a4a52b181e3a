/** Addresses of the panel's screens, after the `#`. */
export const ROUTES = {
  now: '/now',
  today: '/today',
  people: '/people',
  sync: '/sync',
  hand: '/by-hand',
  cadences: '/cadences',
  settings: '/settings',
} as const

/** State of the history entry when People was reached by `/`: its search field takes the focus. */
export const FIND = 'find'

export const hashOf = (route: string): string => `#${route}`
export const contactRoute = (contactId: string): string => `/contact/${contactId}`
export const mergeRoute = (contactId: string, otherId: string): string => `/merge/${contactId}/${otherId}`
export const touchRoute = (enrollmentId: string): string => `/touch/${enrollmentId}`
