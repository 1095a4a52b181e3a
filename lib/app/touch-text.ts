import type { Step } from '#lib/domain/cadence/step.ts'
import { channelOf } from '#lib/domain/cadence/step.ts'
import type { Account, Contact } from '#lib/domain/records.ts'
import { renderStep } from '#lib/domain/template.ts'
import { withVariant } from '#lib/domain/variant.ts'
import { evidenceOf } from '#lib/domain/templates/evidence.ts'
import {
  preparedText,
  readTouchDraft,
  touchDraftKey,
  type TouchDraft,
} from '#lib/domain/templates/touch-draft.ts'
import type { Rendered, TemplateStep, TemplateValues } from '#lib/domain/templates/variables.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { Drafts } from './drafts.ts'
import { knownFacts } from './known-facts.ts'
import type { WithId } from './people.ts'
import type { Course } from './planning.ts'

/** The text of one touch: what the template gives, what the rep made of it, and what is sent. */
export interface TouchText {
  /** What the template gives with the contact's values and those typed for this touch. */
  template: Rendered
  draft: TouchDraft
  /** As it would be sent. */
  rendered: Rendered
  /** The mail goes on a thread and keeps its subject. */
  inThread: boolean
}

/** Where drafts of touches are read: the pages' own, or none. */
export type TouchDrafts = Pick<Drafts, 'get'>

/** The step's text for this contact, with what the rep wrote for this touch in its place. */
export async function touchText(
  deps: Deps,
  course: Course,
  given: Step,
  drafts: TouchDrafts | null,
): Promise<TouchText> {
  const { id: enrollmentId, cycle } = course.enrollment
  const step = withVariant(given, enrollmentId)
  const draft = readTouchDraft(drafts?.get(touchDraftKey({ enrollmentId, stepId: step.id, cycle })) ?? null)
  const values = { ...(await courseValues(deps, course)), fills: draft.fills }
  const template = renderStep(step, values)
  const inThread = step.type === 'email_reply' && (values.threadSubject ?? '').trim() !== ''
  return { template, draft, rendered: preparedText(template, draft), inThread }
}

/** The same text for somebody who is not in the cadence, or at another step: for the editor's preview. */
export async function previewText(
  deps: Deps,
  input: { step: TemplateStep; contactId: string; cadenceName: string; threadSubject: string | null },
): Promise<Rendered | null> {
  const contact = await deps.store.get('contact', input.contactId)
  if (!contact) return null
  const values = await personValues(deps, contact, [input.step])
  const { cadenceName: name, threadSubject } = input
  return renderStep(input.step, { ...values, cadence: { name }, threadSubject })
}

/** What templates may name, for a person in a cadence. */
async function courseValues(deps: Deps, course: Course): Promise<TemplateValues> {
  const person = await personValues(deps, course.contact, course.cadence.steps)
  const values = { ...person, cadence: { name: course.cadence.name } }
  return { ...values, threadSubject: threadSubjectOf(course, values) }
}

async function personValues(
  deps: Deps,
  contact: WithId<Contact>,
  texts: readonly TemplateStep[],
): Promise<TemplateValues> {
  const [{ name, rep, zone }, account, notes, snippets] = await Promise.all([
    deps.settings.get(),
    accountOf(deps.store, contact),
    deps.store.notesOf(contact.id, NOTES),
    deps.store.snippets(),
  ])
  // Whole pages are read for them, so only where a text may ask.
  const asksFacts = JSON.stringify([texts, snippets]).includes('fact')
  const facts = asksFacts ? await knownFacts(deps, contact.id) : []
  return {
    contact,
    account,
    rep: { ...rep, name },
    cadence: { name: '' },
    evidence: evidenceOf(notes),
    facts,
    threadSubject: null,
    // Of two with one name, made on two devices, every device takes the same.
    snippets: Object.fromEntries(
      snippets.toSorted((a, b) => (a.id < b.id ? 1 : -1)).map((one) => [one.name, one.body]),
    ),
    fills: {},
    locale: new Intl.DateTimeFormat().resolvedOptions().locale,
    now: deps.clock.now(),
    zone: zone ?? deps.clock.zone(),
  }
}

/**
 * Subject of the thread that a reply goes on: that of the last mail that was sent. One that was recorded from a
 * notification has none; its step's template then gives it again, unless something would be missing in it.
 */
function threadSubjectOf({ touches, cadence, enrollment }: Course, values: TemplateValues): string | null {
  const mails = touches
    .filter(({ channel, state }) => channel === 'email' && state === 'done')
    .toSorted((a, b) => b.at.localeCompare(a.at))
  for (const { subject, stepId } of mails) {
    if (subject) return subject
    const step = cadence.steps.find(({ id }) => id === stepId)
    if (!step || channelOf(step.type) !== 'email') continue
    const { subject: own } = withVariant(step, enrollment.id)
    const again = renderStep({ type: 'email', subject: own, body: '' }, values)
    if (again.missing.length === 0 && again.problem === null && again.subject !== '') return again.subject
  }
  return null
}

export async function accountOf(
  reads: Pick<StoreReads, 'get'>,
  contact: Pick<Contact, 'accountId'>,
): Promise<WithId<Account> | null> {
  return contact.accountId ? ((await reads.get('account', contact.accountId)) ?? null) : null
}

/** How many notes are looked through for a quotation. */
const NOTES = 50
