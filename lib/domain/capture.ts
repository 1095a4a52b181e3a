import * as z from 'zod/mini'
import { confidence } from './values.ts'

/**
 * What a reader found on one page at one time. It comes out of an injected script and a hostile page,
 * so the extension side parses it with these schemas before it looks at it.
 * `lib/readers` builds the same shape without zod (the types alone are shared).
 */

/** One value, the way that gave it, how sure, and what other ways said when they disagreed. */
export const field = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(20_000)),
  strategy: z.string().check(z.maxLength(80)),
  confidence,
  /** Values of other ways that differ from `value`; shown to the rep, never merged. */
  others: z.optional(
    z
      .array(
        z.object({
          value: z.string().check(z.maxLength(20_000)),
          strategy: z.string().check(z.maxLength(80)),
        }),
      )
      .check(z.maxLength(8)),
  ),
})
export type Field = z.infer<typeof field>

export const PERSON_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'pronouns',
  'headline',
  'currentTitle',
  'currentCompany',
  'location',
  'school',
  'slug',
  'memberId',
  'about',
  'connectionDegree',
  'followers',
  'connections',
  'companyLinkId',
] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/** Fields that were looked for and are not in the page are absent; `notLoaded` names the sections that a scroll would bring. */
export const personFields = z.partialRecord(z.enum(PERSON_FIELDS), field)
export type PersonFields = z.infer<typeof personFields>

const line = z.nullable(z.string().check(z.maxLength(600)))

/** One position as the page writes it: dates in the page's words, `end` a word without digits while it lasts. */
export const position = z.object({
  title: z.string().check(z.maxLength(600)),
  company: z.string().check(z.maxLength(600)),
  start: line,
  end: line,
  location: line,
})
export type PositionRead = z.infer<typeof position>

export const schooling = z.object({ school: z.string().check(z.maxLength(600)), degree: line })
export type SchoolingRead = z.infer<typeof schooling>

const reachable = z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(50))
export const contactDetails = z.object({ emails: reachable, phones: reachable, websites: reachable })
export type ContactDetails = z.infer<typeof contactDetails>

/** What a page tells of a person beside the single fields. Absent: not looked for, or not in the page. */
export const story = {
  experience: z.optional(z.array(position).check(z.maxLength(200))),
  education: z.optional(z.array(schooling).check(z.maxLength(200))),
  contact: z.optional(contactDetails),
}

export const participant = z.object({
  address: z.string().check(z.maxLength(320)),
  name: z.nullable(z.string().check(z.maxLength(400))),
})
export type Participant = z.infer<typeof participant>

/** Why a page without a prospect is one. The words of `corpus/README.md`, plus the signed-in mail list. */
export const REFUSALS = [
  'authwall',
  'login',
  'captcha',
  'not-found',
  'error',
  'feed',
  'content-search',
  'guest-home',
  'blank',
  'mail-list',
  'not-a-prospect-page',
  'unsupported-page',
] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * How the page proves that it shows the person of its address. LinkedIn changes the address first and the
 * page later, so a read that carries no proof must not be shown (`lib/domain/reading.ts` decides).
 */
export const proof = z.object({
  /** Slugs the page itself carries for its subject (componentkey, contact link, canonical, JSON), decoded, lower case. */
  slugs: z.array(z.string().check(z.maxLength(400))).check(z.maxLength(16)),
  /** A print of the top card's text and ids: it changes when another person is shown. Never the text itself. */
  topCard: z.nullable(z.string().check(z.maxLength(64))),
})
export type Proof = z.infer<typeof proof>

export const GENERATIONS = [
  'sdui',
  'ember-hashed',
  'ember-artdeco',
  'guest-v3',
  'mwlite',
  'ember-2018',
  'guest-v3-2016',
  'salesnav-2025',
  'salesnav-2019',
  'gmail',
  'owa',
  'unknown',
] as const
export type Generation = (typeof GENERATIONS)[number]

const base = { generation: z.enum(GENERATIONS), reader: z.string().check(z.maxLength(80)) }

export const readResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    ...base,
    fields: personFields,
    ...story,
    proof,
    /** Sections LinkedIn has not brought yet: «not loaded», never «none». */
    notLoaded: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
  }),
  z.object({
    kind: z.literal('thread'),
    ...base,
    threadId: z.nullable(z.string().check(z.maxLength(200))),
    subject: z.nullable(z.string().check(z.maxLength(2_000))),
    /** From the message heads only, the rep's own addresses left out. */
    participants: z.array(participant).check(z.maxLength(200)),
    /** The rep's own addresses in this thread, as far as the page tells them. */
    own: z.optional(z.array(participant).check(z.maxLength(20))),
  }),
  z.object({ kind: z.literal('notThisPage'), reason: z.enum(REFUSALS) }),
  z.object({
    kind: z.literal('unreadable'),
    ...base,
    missing: z.array(z.string().check(z.maxLength(40))),
    /** Tags, roles, attribute names and lengths of the place; no text, no address, no name. */
    structure: z.string().check(z.maxLength(20_000)),
  }),
])
export type ReadResult = z.infer<typeof readResult>
export type PersonRead = Extract<ReadResult, { kind: 'person' }>
export type ThreadRead = Extract<ReadResult, { kind: 'thread' }>

/** A page about a person that is not the profile itself: `/details/…` lists, the open contact dialog. */
export const detailsRead = z.object({
  kind: z.literal('details'),
  ...base,
  page: z.enum(['experience', 'education', 'contact']),
  fields: personFields,
  ...story,
})
export type DetailsRead = z.infer<typeof detailsRead>

/** One row of a list of people. `anonymous`: LinkedIn hides who it is, there is nobody to save. */
export const personRow = z.object({
  name: line,
  slug: line,
  memberId: line,
  headline: z.nullable(z.string().check(z.maxLength(1_000))),
  location: line,
  degree: line,
  anonymous: z.boolean(),
})
export type PersonRow = z.infer<typeof personRow>

export const peopleRead = z.object({
  kind: z.literal('people'),
  ...base,
  list: z.enum(['search', 'connections']),
  /** True when the page itself says that it is the list of its address, not the address alone. */
  marked: z.boolean(),
  rows: z.array(personRow).check(z.maxLength(500)),
})
export type PeopleRead = z.infer<typeof peopleRead>

export const COMPANY_FIELDS = [
  'name',
  'slug',
  'linkedinId',
  'website',
  'domain',
  'industry',
  'sizeText',
  'headquarters',
  'founded',
  'type',
  'description',
  'specialities',
] as const
export type CompanyField = (typeof COMPANY_FIELDS)[number]

export const companyRead = z.object({
  kind: z.literal('company'),
  ...base,
  fields: z.partialRecord(z.enum(COMPANY_FIELDS), field),
})
export type CompanyRead = z.infer<typeof companyRead>

/** Everything readers can make of a page, lists and companies included. */
export const anyRead = z.union([readResult, detailsRead, peopleRead, companyRead])
export type AnyRead = z.infer<typeof anyRead>

/** Reader scripts beside `/reader.js`, each small enough to be injected at a click. */
export const READER_SCRIPTS = [
  '/reader-ember.js',
  '/reader-guest.js',
  '/reader-list.js',
  '/reader-company.js',
  '/reader-details.js',
  '/reader-mail.js',
] as const

/** A read and the circumstances that decide whether it may be believed. */
export const pageRead = z.object({
  /** `location.href` at the moment of the read. */
  url: z.string().check(z.maxLength(8_000)),
  /** The address this document was loaded at; differs from `url` after in-page navigation. */
  loadedAt: z.string().check(z.maxLength(8_000)),
  result: anyRead,
})
export type PageRead = z.infer<typeof pageRead>

/** What an injected script returns: what it has seen, from which `lib/readers/judge.ts` makes the read. */
export const pageSeen = z.object({
  url: pageRead.shape.url,
  loadedAt: pageRead.shape.loadedAt,
  seen: z.looseObject({ kind: z.string() }),
  /** A script that knows this page better: inject it, `joined` of `reading.ts` makes one read of the two. */
  next: z.optional(z.enum(READER_SCRIPTS)),
})
export type PageSeen = z.infer<typeof pageSeen>
