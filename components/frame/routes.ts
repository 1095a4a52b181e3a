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

export const hashOf = (route: string): string => `#${route}`
export const contactRoute = (contactId: string): string => `/contact/${contactId}`
export const touchRoute = (enrollmentId: string): string => `/touch/${enrollmentId}`
