import { later } from '#components/ui/later.tsx'

/** The screen of a known person, for places that stand before its code is there. */
export const ContactScreen = later(async () => (await import('./contact-screen.tsx')).ContactScreen)
