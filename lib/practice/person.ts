/** What the range knows of an invented person. */

export interface PracticePosition {
  title: string
  company: string
  start: string
  /** null = still held. */
  end: string | null
  location: string
}

export interface PracticePerson {
  slug: string
  memberNumber: number
  name: string
  firstName: string
  /** null for people with one name. */
  lastName: string | null
  pronouns: string | null
  headline: string
  /** What a careful person reads as the present title; null where the headline names none. */
  title: string | null
  company: string | null
  companyId: number | null
  school: string | null
  location: string
  degree: '1st' | '2nd' | '3rd'
  followers: string
  connections: string
  about: string | null
  /** null = the section is not in the page until it is scrolled to. */
  experience: readonly PracticePosition[] | null
  email: string
  language: keyof typeof WORDS
  layout: 'sdui' | 'guest'
  /** Host of the page; guest pages stand on country hosts. */
  host: string
  /** Why this person is in the range; shown in the list. Key of `practice.why` in the locale. */
  why:
    | 'start'
    | 'norwegian'
    | 'longName'
    | 'twin'
    | 'oneName'
    | 'rightToLeft'
    | 'japanese'
    | 'portuguese'
    | 'guest'
}

/** The few interface words around the person, by language of the page. */
export const WORDS = {
  en: {
    about: 'About',
    message: 'Message',
    more: 'More',
    contact: 'Contact info',
    also: 'More profiles for you',
    activity: 'Activity',
    experience: 'Experience',
    present: 'Present',
  },
  de: {
    about: 'Info',
    message: 'Nachricht',
    more: 'Mehr',
    contact: 'Kontaktinfo',
    also: 'Weitere Profile für Sie',
    activity: 'Aktivitäten',
    experience: 'Berufserfahrung',
    present: 'Heute',
  },
  no: {
    about: 'Om',
    message: 'Melding',
    more: 'Mer',
    contact: 'Kontaktinformasjon',
    also: 'Flere profiler for deg',
    activity: 'Aktivitet',
    experience: 'Erfaring',
    present: 'Nå',
  },
  pt: {
    about: 'Sobre',
    message: 'Mensagem',
    more: 'Mais',
    contact: 'Informações de contacto',
    also: 'Mais perfis para si',
    activity: 'Atividade',
    experience: 'Experiência',
    present: 'o momento',
  },
  ar: {
    about: 'نبذة عني',
    message: 'رسالة',
    more: 'المزيد',
    contact: 'معلومات الاتصال',
    also: 'المزيد من الملفات',
    activity: 'النشاط',
    experience: 'الخبرة',
    present: 'الحاضر',
  },
  ja: {
    about: '自己紹介',
    message: 'メッセージ',
    more: 'その他',
    contact: '連絡先情報',
    also: 'その他のプロフィール',
    activity: 'アクティビティ',
    experience: '職歴',
    present: '現在',
  },
} as const

/** Address under which the page would stand on LinkedIn. */
export function linkedinUrlOf(person: PracticePerson): string {
  return `https://${person.host}/in/${encodeURIComponent(person.slug)}/`
}

/** LinkedIn's opaque id: `ACoAA` and 34 characters, the member number in bytes 4 to 7. */
export function memberIdOf(person: Pick<PracticePerson, 'memberNumber'>): string {
  const bytes = [0x00, 0x2a, 0x00, 0x00]
  for (const shift of [24, 16, 8, 0]) bytes.push((person.memberNumber / 2 ** shift) & 0xff)
  let state = person.memberNumber >>> 0
  while (bytes.length < 29) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes.push(state >>> 24)
  }
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
